package dev.hookglass.ui.targets;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.target.TargetHeader;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One header that a target carries; a secret value is masked until it is revealed. */
final class TargetHeaderRow extends HBox {
    private static final double NAME_WIDTH = 150;

    private final TextField name;
    private final PasswordTextField value;
    private final CheckBox secret = new CheckBox(text("targets.header.secret"));
    private final IconButton reveal = new IconButton(Icon.REVEAL, text("targets.header.reveal"), this::revealOrConceal);

    TargetHeaderRow(TargetHeader header, Consumer<TargetHeaderRow> onRemove) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        name = new TextField(header.name());
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setPromptText(text("targets.header.name"));
        name.setAccessibleText(text("targets.header.name"));
        value = new PasswordTextField(header.value(), '•');
        value.setPromptText(text("targets.header.value"));
        value.setAccessibleText(text("targets.header.value"));
        value.getStyleClass().add("mono");
        setHgrow(value, Priority.ALWAYS);
        secret.setMinWidth(USE_PREF_SIZE);
        secret.setSelected(header.secret());
        secret.selectedProperty().subscribe(isSecret -> {
            show(!isSecret);
            reveal.setDisable(!isSecret);
        });
        getChildren().addAll(name, value, secret, reveal,
                new IconButton(Icon.REMOVE, text("targets.header.remove"), () -> onRemove.accept(this)));
    }

    private void revealOrConceal() {
        show(!value.getRevealPassword());
    }

    private void show(boolean isRevealed) {
        value.setRevealPassword(isRevealed);
        reveal.show(isRevealed ? Icon.CONCEAL : Icon.REVEAL,
                text(isRevealed ? "targets.header.conceal" : "targets.header.reveal"));
    }

    /** The header as it stands; empty while nothing is written. */
    Optional<TargetHeader> header() {
        String typed = name.getText().strip();
        String text = String.valueOf(value.getPassword()).strip();
        return typed.isEmpty() && text.isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetHeader(typed, text, secret.isSelected()));
    }

    void focusName() {
        name.requestFocus();
    }
}
