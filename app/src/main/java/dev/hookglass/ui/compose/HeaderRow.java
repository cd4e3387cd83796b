package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.event.Header;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One header to edit; the value is masked until revealed if it is a secret. */
final class HeaderRow extends HBox {
    private static final double NAME_WIDTH = 240;

    private final TextField name;
    private final Supplier<String> value;
    private final boolean isMasked;

    HeaderRow(Header header, boolean isSecret, Runnable onChange, Consumer<HeaderRow> onRemove) {
        super(6);
        isMasked = isSecret;
        setAlignment(Pos.CENTER_LEFT);
        name = new TextField(header.name());
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setPromptText(text("compose.header.name"));
        name.setAccessibleText(text("compose.header.name"));
        name.textProperty().subscribe((_, _) -> onChange.run());
        getChildren().add(name);
        if (isSecret) {
            PasswordTextField masked = new PasswordTextField(header.value(), '•');
            value = () -> String.valueOf(masked.getPassword());
            addValue(masked, onChange);
            getChildren().add(revealOf(masked));
        } else {
            TextField plain = new TextField(header.value());
            value = plain::getText;
            addValue(plain, onChange);
        }
        getChildren().add(new IconButton(Icon.REMOVE, text("compose.header.remove"), () -> onRemove.accept(this)));
    }

    private void addValue(TextField field, Runnable onChange) {
        field.textProperty().subscribe((_, _) -> onChange.run());
        field.getStyleClass().add("mono");
        field.setPromptText(text("compose.header.value"));
        field.setAccessibleText(text("compose.header.value"));
        setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
    }

    private static IconButton revealOf(PasswordTextField masked) {
        IconButton[] button = new IconButton[1];
        button[0] = new IconButton(Icon.REVEAL, text("compose.header.reveal"), () -> {
            boolean revealed = !masked.getRevealPassword();
            masked.setRevealPassword(revealed);
            button[0].show(revealed ? Icon.CONCEAL : Icon.REVEAL,
                    text(revealed ? "compose.header.conceal" : "compose.header.reveal"));
        });
        return button[0];
    }

    /** The header as it stands; empty while it has no name. */
    Optional<Header> header() {
        String typed = name.getText().strip();
        return typed.isEmpty() ? Optional.empty() : Optional.of(new Header(typed, value.get().strip()));
    }

    boolean isMasked() {
        return isMasked;
    }

    void focusName() {
        name.requestFocus();
    }
}
