package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.SchemeWords;
import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One secret: its label, its text, masked until revealed, and what the provider has against it. */
final class SecretRow extends VBox {
    private static final double LABEL_WIDTH = 108;
    private static final char BULLET = '•';

    private final TextField label = new TextField();
    private final PasswordTextField secret;
    private final IconButton reveal = new IconButton(Icon.REVEAL, text("sources.secret.reveal"), this::toggle);
    private final Secret shown;
    private final boolean isSaved;
    private final SecretDates dates;
    private final Button window = new Button(text("sources.secret.window"));
    private final Label objection = new Label();
    private Optional<Provider> provider = Optional.empty();

    /** @param isSaved whether the source has it already; its text may not be readable now, and it is kept then */
    SecretRow(Secret shown, boolean isSaved, Consumer<SecretRow> onRemove) {
        this.shown = shown;
        this.isSaved = isSaved;
        secret = new PasswordTextField(shown.text(), BULLET);
        dates = new SecretDates(shown);
        label.setText(shown.name());
        label.setAccessibleText(text("sources.secret.label"));
        label.setPromptText(text("sources.secret.label"));
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        secret.getStyleClass().add("secret-text");
        secret.setAccessibleText(text("sources.secret.text"));
        secret.passwordProperty().subscribe(this::check);
        HBox.setHgrow(secret, Priority.ALWAYS);
        objection.getStyleClass().add("objection");
        objection.setWrapText(true);
        objection.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("secret-row");
        window.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "secret-window");
        window.setMinWidth(USE_PREF_SIZE);
        window.setTooltip(new Tooltip(text("sources.secret.window.explained")));
        window.setOnAction(_ -> showDates(!dates.isVisible()));
        showDates(dates.isLimited());
        HBox line = new HBox(6, label, secret, reveal, window,
                new IconButton(Icon.REMOVE, text("sources.secret.remove"), () -> onRemove.accept(this)));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, dates, objection);
        check();
    }

    private void showDates(boolean visible) {
        dates.setVisible(visible);
        dates.setManaged(visible);
    }

    private void toggle() {
        boolean revealed = !secret.getRevealPassword();
        secret.setRevealPassword(revealed);
        reveal.show(revealed ? Icon.CONCEAL : Icon.REVEAL,
                text(revealed ? "sources.secret.conceal" : "sources.secret.reveal"));
    }

    /** Judges by another provider's rules. */
    void judgeBy(Optional<Provider> newProvider) {
        provider = newProvider;
        secret.setPromptText(isKept()
                ? text("sources.secret.unreadable")
                : newProvider.map(found -> SchemeWords.prompt(found.scheme())).orElse(""));
        check();
    }

    private void check() {
        Optional<String> found = objection();
        objection.setText(found.orElse(""));
        objection.setVisible(found.isPresent());
        objection.setManaged(found.isPresent());
        secret.pseudoClassStateChanged(Styles.STATE_DANGER, found.isPresent());
    }

    /** What is wrong with the secret; nothing while nothing is written. */
    Optional<String> objection() {
        String secretText = written();
        return secretText.isEmpty() ? Optional.empty() : provider.flatMap(found -> found.objection(secretText));
    }

    /** The secret as it stands; empty if nothing is written and nothing is kept. */
    Optional<Secret> secret() {
        String name = label.getText().isBlank() ? shown.name() : label.getText().strip();
        return written().isEmpty() && !isKept()
                ? Optional.empty()
                : Optional.of(new Secret(name, written(), dates.from(), dates.until()));
    }

    private boolean isKept() {
        return isSaved && !shown.isReadable();
    }

    private String written() {
        return String.valueOf(secret.getPassword());
    }

    void focusSecret() {
        secret.requestFocus();
        secret.selectAll();
    }
}
