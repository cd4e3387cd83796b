package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.compose.Variables;
import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.code.PayloadEditor;
import dev.hookglass.ui.code.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The body in an editor, whether it is JSON, and in what it differs from its schema. As long as nothing is changed, the body is the very bytes that were shown;
 * bytes that an editor would not give back as they were are kept out of it.
 */
final class BodyPane {
    private final Latest reading;
    private final Latest checking;
    private final PayloadEditor editor = new PayloadEditor();
    private final FontIcon stateIcon = Icon.SUCCESS.node();
    private final Label stateWords = new Label("", stateIcon);
    private final Button layOut = tool(text("compose.layOut"), JsonState.Valid::pretty);
    private final Button compact = tool(text("compose.compact"), JsonState.Valid::compact);
    private final HBox bar;
    private final VariablesBox variables = new VariablesBox(this::check);
    private final FindingsList findings = new FindingsList(finding -> editor.reveal(finding.mark().start()));
    private final VBox notes = new VBox();
    private final Runnable onChange;
    private final VBox root;
    private Bytes original = Bytes.EMPTY;
    private String originalText = "";
    private boolean isKept;
    private Optional<BodySchema> schema = Optional.empty();

    /** @param onChange called after every change of what is sent, by whomever */
    BodyPane(Background background, Runnable onChange) {
        this.onChange = onChange;
        reading = new Latest(background);
        checking = new Latest(background);
        editor.onChange(this::check);
        editor.completeBy((text, caret) -> schema
                .map(known -> Suggestions.at(text, caret, known.tree(), variables.now().names()))
                .orElse(List.of()));
        stateWords.getStyleClass().add("json-state");
        stateWords.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar = new HBox(8, stateWords, space, variables, layOut, compact);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("editor-bar");
        VBox.setVgrow(editor, Priority.ALWAYS);
        notes.getStyleClass().add("notes");
        root = new VBox(notes, editor, findings, bar, variables.unknown());
        root.getStyleClass().add("body-pane");
        note(null);
    }

    private Button tool(String name, Function<JsonState.Valid, String> change) {
        Button button = new Button(name);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> change(change));
        return button;
    }

    Parent root() {
        return root;
    }

    /** Whether variables are filled in, and what they are. */
    VariablesBox variables() {
        return variables;
    }

    /** Compares the body with another schema from now on; empty for none. */
    void describe(Optional<BodySchema> newSchema) {
        schema = newSchema;
        check();
    }

    /** What is in the editor; empty for bytes that are kept out of it. */
    Optional<String> written() {
        return isKept ? Optional.empty() : Optional.of(editor.text());
    }

    /** Shows a text that a person wrote. */
    void showEdited(String written) {
        show("");
        write(written);
    }

    /** Shows a text that is nobody's yet. */
    void show(String text) {
        reading.drop();
        isKept = false;
        note(null);
        write(text);
        originalText = editor.text();
        original = Bytes.ofUtf8(text);
    }

    /** Shows bytes that were received. */
    void show(Bytes received) {
        show("");
        original = received;
        reading.ask(() -> EditableText.of(received), found -> {
            if (found.isEmpty()) {
                keep(text("compose.kept.binary", Sizes.of(received.size())), text("compose.kept.replace"), "");
            } else if (EditableText.isHandy(found.get())) {
                write(found.get());
                originalText = editor.text();
            } else {
                keep(text("compose.kept.long", Sizes.of(received.size())), text("compose.kept.edit"), found.get());
            }
        }, problem -> keep(problem.sentence(), text("compose.kept.replace"), ""));
    }

    private void keep(String why, String way, String replacement) {
        isKept = true;
        note(new Banner(Banner.Kind.INFO, why).withButton(way, () -> replace(replacement)));
    }

    private void replace(String replacement) {
        reading.ask(() -> JsonState.of(replacement), state -> {
            show(state instanceof JsonState.Valid valid ? valid.pretty() : replacement);
            editor.requestFocus();
        }, problem -> note(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    /** Says something above the editor; null takes it away. */
    void note(@Nullable Banner banner) {
        notes.getChildren().clear();
        if (banner != null) {
            notes.getChildren().add(banner);
        }
        notes.setManaged(banner != null);
        for (Region part : new Region[]{editor, bar}) {
            part.setVisible(!isKept);
            part.setManaged(!isKept);
        }
    }

    /**
     * The body to send: what is in the editor, in UTF-8, or the bytes it began with if that is still the same.
     *
     * @param filling what its variables stand for
     */
    Bytes bytes(Variables filling) {
        String written = editor.text();
        String filled = isKept ? written : filling.fill(written);
        if (!filled.equals(written)) {
            return Bytes.ofUtf8(filled);
        }
        return isEdited() ? Bytes.ofUtf8(editor.text()) : original;
    }

    /** Whether a person changed what was shown. */
    boolean isEdited() {
        return !isKept && !editor.text().equals(originalText);
    }

    void focus() {
        editor.requestFocus();
    }

    private void write(String text) {
        boolean json = text.isBlank() || text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        editor.show(text, json ? Syntax.JSON : Syntax.PLAIN);
        editor.wrapTextProperty().set(true);
        check();
    }

    private void change(Function<JsonState.Valid, String> change) {
        String written = editor.text();
        checking.ask(() -> JsonState.of(written), state -> {
            if (state instanceof JsonState.Valid valid) {
                write(change.apply(valid));
            }
        }, this::fail);
    }

    private void check() {
        String written = editor.text();
        boolean filled = variables.isSelected();
        Optional<BodySchema> compared = schema;
        checking.ask(() -> BodyCheck.of(written, compared, filled), this::tell, this::fail);
        onChange.run();
    }

    private void fail(Problem problem) {
        note(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private void tell(BodyCheck check) {
        JsonState state = check.state();
        boolean json = editor.isJson();
        editor.mark(json ? check.findings().stream().map(BodyCheck.Finding::mark).toList() : List.of());
        findings.show(check.findings());
        tell(state, check.hasSchema()
                ? check.findings().isEmpty()
                        ? text("compose.schema.fits")
                        : count("compose.schema.differs", check.findings().size())
                : "");
    }

    private void tell(JsonState state, String bySchema) {
        boolean valid = state instanceof JsonState.Valid;
        stateWords.setText(switch (state) {
            case JsonState.Valid json -> text("compose.json.valid", Sizes.of(json.bytes())) + bySchema;
            case JsonState.Filled json -> text("compose.json.filled", Sizes.of(json.bytes())) + bySchema;
            case JsonState.Invalid _ -> text("compose.json.invalid");
            case JsonState.Empty _ -> text("compose.json.empty");
        });
        (valid || state instanceof JsonState.Filled
                ? Icon.SUCCESS
                : state instanceof JsonState.Invalid ? Icon.WARNING : Icon.INFO).into(stateIcon);
        stateWords.getStyleClass().removeAll("valid", "invalid");
        stateWords.getStyleClass()
                .add(valid || state instanceof JsonState.Filled
                        ? "valid"
                        : state instanceof JsonState.Invalid ? "invalid" : "empty");
        layOut.setDisable(!valid);
        compact.setDisable(!valid);
    }
}
