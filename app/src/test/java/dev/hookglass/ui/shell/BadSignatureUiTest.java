package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** What the banner over an event with a bad signature says and offers, once it is known how that came about. */
class BadSignatureUiTest extends WithWindow {
    private static final String BODY = "{\"action\": \"opened\", \"number\": 7}";

    private static String signature(String secret, String body) {
        return "sha256=" + HexFormat.of().formatHex(Hash.SHA256.hmac(secret.getBytes(StandardCharsets.UTF_8),
                List.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private void receive(String secret, String signature) throws Exception {
        workbench.sources().add(Source.draft("Hub", "github", "/hub").withSecrets(List.of(new Secret("main", secret))));
        post("/hub", BODY, "X-Hub-Signature-256", signature);
        await(() -> rows().size() == 1);
        select(0);
    }

    private List<String> offers() {
        return onFx(() -> lookup(".finding .banner .button").queryAllAs(Button.class).stream().map(Labeled::getText)
                .toList());
    }

    @Test
    void aBodyThatWasWrittenAnew_isNoMatterOfSecrets() throws Exception {
        receive("right", signature("right", BODY.replace(" ", "")));

        await(() -> isShown("The JSON in the body was written anew on its way: it matches without white space between "
                + "its parts."));
        await(() -> offers().isEmpty());
        Screenshots.save(stage().getScene().getRoot(), "window-rewritten-body");
    }

    @Test
    void aSecretThatWasPastedWithASpace_isMendedInTheSource() throws Exception {
        receive("right ", signature("right", BODY));

        await(() -> isShown("Secret “main” was pasted with white space or quotes around it."));
        assertEquals(List.of("Check secrets"), offers());
    }
}
