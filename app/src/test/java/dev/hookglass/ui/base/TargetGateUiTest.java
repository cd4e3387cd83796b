package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Target;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before something is sent for the first time. Addresses are those for documentation (RFC 5737). */
class TargetGateUiTest extends UiTest {
    private final List<Destination> passed = new CopyOnWriteArrayList<>();
    private final VBox told = new VBox();

    @TempDir
    private Path folder;
    private Workbench workbench;
    private TargetGate gate;

    @BeforeEach
    void open() throws Problem {
        workbench = Workbench.open(folder);
        gate = new TargetGate(workbench.targets(), background, told.getChildren()::setAll);
        show(() -> told);
    }

    @AfterEach
    void close() throws Problem {
        workbench.close();
    }

    private void pass(String written) {
        onFx(() -> {
            told.getChildren().clear();
            gate.pass(written, passed::add);
            return true;
        });
    }

    private String told() {
        return onFx(() -> String.join("\n", lookup(".banner .label").queryAllAs(Label.class).stream()
                .map(Label::getText).toList()));
    }

    @Test
    void theInternetIsAskedForOnce() {
        pass("http://203.0.113.7/hook");
        await(() -> !told.getChildren().isEmpty());
        assertTrue(told().startsWith("Send to 203.0.113.7, which is on the internet?"), told());
        Screenshots.save(stage().getScene().getRoot(), "gate-internet");
        assertEquals(List.of(), passed);
        clickOn("Allow and send");
        await(() -> passed.size() == 1);
        pass("https://203.0.113.7/other");
        await(() -> passed.size() == 2);
        assertTrue(told.getChildren().isEmpty());
        assertEquals("https://203.0.113.7/other", passed.getLast().url().toString());
    }

    @Test
    void thisMachineAndSavedTargetsAreNotAskedFor() throws Exception {
        workbench.targets().add(Target.draft("staging", "http://203.0.113.9/"));
        pass("http://127.0.0.1:1/");
        await(() -> passed.size() == 1);
        pass("staging/cmp");
        await(() -> passed.size() == 2);
        assertEquals("http://203.0.113.9/cmp", passed.getLast().url().toString());
    }

    @Test
    void whatIsNoTargetIsSaid() {
        pass("localhost:3000");
        await(() -> !told.getChildren().isEmpty());
        assertTrue(told().contains("write http://localhost:3000"), told());
    }

    @Test
    void aCertificateOfNobodyIsOffered_andTrustedOnceAccepted() throws Exception {
        workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0).withHttps(0, workbench.certificate()));
        TargetUrl url = TargetUrl.parse(workbench.httpsUrl().orElseThrow() + "/hook");
        Outcome refused = send(url);
        assertEquals(0, refused.status());
        List<String> again = new CopyOnWriteArrayList<>();
        onFx(() -> {
            gate.offerTrust(url, refused, () -> again.add("again"));
            return true;
        });
        await(() -> !told.getChildren().isEmpty());
        assertTrue(told().contains("vouches for the certificate of " + url.authority()), told());
        assertTrue(told().contains("SHA-256 "), told());
        assertTrue(told().contains("Valid from "), told());
        Screenshots.save(stage().getScene().getRoot(), "gate-certificate");
        assertFalse(workbench.targets().pin(url.host(), url.port()).isPresent());
        clickOn("Trust it and send");
        await(() -> again.size() == 1);
        assertEquals(200, send(url).status());
    }

    private Outcome send(TargetUrl url) throws Problem {
        return workbench.deliveries()
                .deliver(Composition.request(List.of(), Bytes.ofUtf8("{}"), url), OptionalLong.empty())
                .outcome();
    }
}
