package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.provider.Provider;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportUiTest extends UiTest {
    private static final String DOCUMENT = """
            asyncapi: 2.6.0
            info: {title: Acme, version: '1'}
            channels: {a: {publish: {message: {payload: {properties: {type: {enum: [%s]}}}}}}}
            components: {securitySchemes: {key: {type: httpApiKey, in: query, name: k}}}
            """;

    @TempDir
    Path folder;

    private final List<Provider> wanted = new ArrayList<>();
    private Workbench workbench;
    private ImportCommands imports;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder.resolve("data"));
        VBox notices = new VBox();
        notices.getStyleClass().add("notices");
        imports = new ImportCommands(workbench.importing(), background, notices.getChildren(), wanted::add, () -> {});
        show(() -> notices);
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private void take(String name, String content, String told) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        onFx(() -> {
            imports.importAny(file);
            return true;
        });
        awaitTold(told);
    }

    private void awaitTold(String told) {
        await(() -> lookup(".banner .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(told)));
    }

    @Test
    void aDocumentBecomesAProvider_andIsReplacedWhenAPersonSaysSo() throws Exception {
        take("acme.yaml", DOCUMENT.formatted("a.b"), "1 message in 1 channel, 1 event type");
        awaitTold("not sent in a header");
        Screenshots.save(stage().getScene().getRoot(), "import-provider");
        clickOn("Add a source for it");
        assertEquals(List.of("acme"), wanted.stream().map(Provider::id).toList());
        take("acme.yaml", DOCUMENT.formatted("a.b, a.c"), "already");
        assertEquals(1, workbench.providers().find("acme").orElseThrow().events().size());
        clickOn("Replace it");
        awaitTold("2 event types");
        assertEquals(2, workbench.providers().find("acme").orElseThrow().events().size());
    }

    @Test
    void eventsAreToldByTheirContent() throws Exception {
        take("told.by.nothing", """
                {"log": {"version": "1.2", "entries": [{"startedDateTime": "2026-01-05T10:20:30Z", "request":
                 {"method": "POST", "url": "http://localhost/x", "headers": [], "postData": {"text": "{}"}}}]}}
                """, "1 event was imported");
        assertEquals(1, workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 5).size());
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws Exception {
        take("bad.yaml", DOCUMENT.formatted("a.b").replace("publish: {", "publish: {$ref: x.yaml, "), "line 3, column");
        assertTrue(workbench.providers().find("acme").isEmpty());
    }
}
