package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.OwnSender.Proof;
import dev.hookglass.provider.OwnSender;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** How a sender proves its requests, in fields. */
final class SenderFields extends VBox {
    private static final double GAP = 12;

    private final TextField name = typed(text("sender.name.prompt"));
    private final ComboBox<String> type = header(text("sender.type.prompt"));
    private final ComboBox<Proof> proof = new ComboBox<>(FXCollections.observableArrayList(Proof.values()));
    private final ComboBox<String> header = header(text("sender.header.prompt"));
    private final TextField prefix = typed(text("sender.prefix.prompt"));
    private final TextField separator = typed(text("sender.separator.prompt"));
    private final ComboBox<String> hash = choice("sha256", "sha1", "sha512");
    private final ComboBox<String> encoding = choice("hex", "base64", "base64url");
    private final ComboBox<String> key = choice("text", "base64", "hex");
    private final ComboBox<String> content = choice("{body}", "{timestamp}.{body}", "{timestamp}{body}",
            "{id}.{timestamp}.{body}", "{url}{body}");
    private final ComboBox<String> timestamp = header(text("sender.timestamp.prompt"));
    private final ComboBox<String> unit = choice("seconds", "milliseconds", "iso");
    private final TextField tolerance = typed(text("sender.tolerance.prompt"));
    private final ComboBox<String> messageId = header(text("sender.id.prompt"));
    private final Field headerField = new Field(text("sender.header"), header);
    private final VBox signature = new VBox();

    /** @param onChange called whenever something else stands in a field */
    SenderFields(Runnable onChange) {
        proof.setConverter(new ChoiceWords<>("", SenderFields::words));
        content.setEditable(true);
        content.getStyleClass().add("mono");
        signature.getStyleClass().add("field-lines");
        signature.getChildren().addAll(
                line(new Field(text("sender.prefix"), prefix), new Field(text("sender.separator"), separator),
                        new Field(text("sender.encoding"), encoding)),
                line(new Field(text("sender.content"), content), new Field(text("sender.hash"), hash),
                        new Field(text("sender.key"), key)),
                line(new Field(text("sender.timestamp"), timestamp), new Field(text("sender.unit"), unit),
                        new Field(text("sender.tolerance"), tolerance)),
                line(new Field(text("sender.id"), messageId), new Field(text("sender.type"), type)));
        getStyleClass().add("field-lines");
        getChildren().addAll(line(new Field(text("sender.name"), name), new Field(text("sender.proof"), proof)),
                headerField, signature);
        clear();
        proof.valueProperty().subscribe(this::showProof);
        Stream.of(proof, hash, encoding, key, unit)
                .forEach(box -> box.valueProperty().addListener((_, _, _) -> onChange.run()));
        Stream.concat(Stream.of(type, header, content, timestamp, messageId).map(ComboBox::getEditor),
                Stream.of(name, prefix, separator, tolerance))
                .forEach(field -> field.textProperty().addListener((_, _, _) -> onChange.run()));
    }

    private static GridPane line(Node... fields) {
        GridPane line = new GridPane(GAP, 0);
        for (int i = 0; i < fields.length; i++) {
            line.add(fields[i], i, 0);
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / fields.length);
            line.getColumnConstraints().add(share);
        }
        return line;
    }

    private static TextField typed(String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        return field;
    }

    private static ComboBox<String> choice(String... values) {
        return new ComboBox<>(FXCollections.observableArrayList(values));
    }

    /** The name of a header: typed, or one of those of the request on which this is tried. */
    private static ComboBox<String> header(String prompt) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setPromptText(prompt);
        box.getEditor().setPromptText(prompt);
        return box;
    }

    private void showProof(Proof chosen) {
        boolean signs = chosen == Proof.SIGNATURE;
        headerField.setVisible(chosen != Proof.NOTHING);
        headerField.setManaged(chosen != Proof.NOTHING);
        signature.setVisible(signs);
        signature.setManaged(signs);
    }

    /** Nothing described yet, and what is usual chosen. */
    void clear() {
        proof.setValue(Proof.SIGNATURE);
        Stream.of(hash, encoding, key, unit).forEach(box -> box.setValue(box.getItems().getFirst()));
        Stream.of(type, header, timestamp, messageId).forEach(box -> box.getEditor().clear());
        Stream.of(name, prefix, separator, tolerance).forEach(TextField::clear);
        content.getEditor().setText(content.getItems().getFirst());
    }

    /** Shows what was described before. */
    void show(OwnSender sender) {
        proof.setValue(sender.proof());
        name.setText(sender.name());
        header.getEditor().setText(sender.header());
        prefix.setText(sender.prefix());
        separator.setText(sender.separator());
        hash.setValue(sender.hash());
        encoding.setValue(sender.encoding());
        key.setValue(sender.key());
        content.getEditor().setText(sender.content());
        timestamp.getEditor().setText(sender.timestamp());
        unit.setValue(sender.unit());
        tolerance.setText(sender.tolerance());
        messageId.getEditor().setText(sender.messageId());
        type.getEditor().setText(sender.type());
    }

    /** Offers names of headers to choose from; what is typed stays. */
    void offerHeaders(List<String> names) {
        for (ComboBox<String> box : List.of(type, header, timestamp, messageId)) {
            String typed = box.getEditor().getText();
            box.getItems().setAll(names);
            box.getEditor().setText(typed);
        }
    }

    /** The sender as it stands. */
    OwnSender sender() {
        return new OwnSender(name.getText(), proof.getValue(), typedIn(header), prefix.getText(), separator.getText(),
                hash.getValue(), encoding.getValue(), key.getValue(), typedIn(content), typedIn(timestamp),
                unit.getValue(), tolerance.getText(), typedIn(messageId), typedIn(type));
    }

    private static String typedIn(ComboBox<String> box) {
        return box.getEditor().getText();
    }

    /** Puts the cursor where typing begins. */
    void focus() {
        name.requestFocus();
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case SIGNATURE -> text("sender.proof.signature");
            case SECRET -> text("sender.proof.secret");
            case NOTHING -> text("sender.proof.nothing");
        };
    }
}
