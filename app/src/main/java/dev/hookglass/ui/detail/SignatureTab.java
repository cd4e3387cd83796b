package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.SchemeWords;
import dev.hookglass.ui.base.VerdictLabel;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How the verdict came about. */
final class SignatureTab {
    private final GridPane grid = new GridPane();
    private final ScrollPane root = new ScrollPane(grid);

    SignatureTab() {
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        root.setFitToWidth(true);
    }

    Parent root() {
        return root;
    }

    void show(CapturedEvent event, boolean isIntact, Optional<Source> source, Optional<Provider> provider,
            String sourceName) {
        grid.getChildren().clear();
        Verdict verdict = event.summary().verdict();
        add("verdict", new VerdictLabel(verdict.outcome()));
        add("reason", words(verdict.reason()));
        add("source", words(sourceName));
        add("provider", words(provider.map(Provider::name).orElse(event.summary().provider())));
        add("scheme", words(provider.map(found -> SchemeWords.sentence(found.scheme())).orElse("")));
        add("secrets", words(source.map(SignatureTab::secretNames).orElse(text("signature.noSource"))));
        add("body", words(isIntact ? text("signature.intact") : text("signature.damaged")));
        Label hash = words(event.summary().bodySha256());
        hash.getStyleClass().add("mono");
        add("sha256", hash);
    }

    private static String secretNames(Source source) {
        return source.secrets().isEmpty()
                ? text("signature.noSecret")
                : source.secrets().stream().map(Secret::name).collect(Collectors.joining(", "));
    }

    private static Label words(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void add(String key, Node value) {
        Label name = new Label(text("signature." + key));
        name.getStyleClass().add("muted");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
