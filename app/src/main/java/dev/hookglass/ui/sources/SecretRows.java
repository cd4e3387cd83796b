package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The secrets of a source, any of which may match. */
final class SecretRows extends VBox {
    private final VBox rows = new VBox();
    private final Label hint = new Label();
    private final Button add = new Button(text("sources.secret.add"), Icon.ADD.node());
    private Optional<Provider> provider = Optional.empty();

    SecretRows() {
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("secret-rows");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "add-secret");
        add.setOnAction(_ -> add(new Secret(unusedName(), ""), false).focusSecret());
        getStyleClass().add("secrets");
        getChildren().addAll(hint, rows, add);
    }

    /** Shows other secrets; where there are none, an empty row invites to write one. */
    void show(List<Secret> secrets) {
        rows.getChildren().clear();
        secrets.forEach(secret -> add(secret, true));
        if (secrets.isEmpty()) {
            add(new Secret(unusedName(), ""), false);
        }
    }

    /** Puts the cursor into the last secret. */
    void focus() {
        rows().stream().reduce((_, last) -> last).ifPresent(SecretRow::focusSecret);
    }

    private SecretRow add(Secret secret, boolean isSaved) {
        SecretRow row = new SecretRow(secret, isSaved, rows.getChildren()::remove);
        row.judgeBy(provider);
        rows.getChildren().add(row);
        return row;
    }

    private String unusedName() {
        List<String> used = rows().stream().flatMap(row -> row.secret().stream()).map(Secret::name).toList();
        return IntStream.iterate(rows.getChildren().size() + 1, number -> number + 1)
                .mapToObj(number -> text("sources.secret.name", number))
                .filter(name -> !used.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Judges by another provider's rules. */
    void judgeBy(Optional<Provider> newProvider) {
        provider = newProvider;
        boolean signs = newProvider.map(found -> !(found.scheme() instanceof Unsigned)).orElse(true);
        rows().forEach(row -> row.judgeBy(newProvider));
        hint.setText(newProvider.map(found -> found.secretRules().hint()).orElse(""));
        hint.setManaged(!hint.getText().isEmpty());
        add.setManaged(signs);
        add.setVisible(signs);
        // Rows with something in them stay, so that nothing that was typed is lost.
        boolean visible = signs || !secrets().isEmpty();
        rows.setManaged(visible);
        rows.setVisible(visible);
    }

    /** The secrets as they stand; rows without a text are none. */
    List<Secret> secrets() {
        return rows().stream().flatMap(row -> row.secret().stream()).toList();
    }

    /** The first row whose secret cannot be used. */
    Optional<SecretRow> refused() {
        return rows().stream().filter(row -> row.objection().isPresent()).findFirst();
    }

    private List<SecretRow> rows() {
        return rows.getChildren().stream().map(SecretRow.class::cast).toList();
    }
}
