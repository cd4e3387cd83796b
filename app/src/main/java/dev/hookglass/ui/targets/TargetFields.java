package dev.hookglass.ui.targets;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.target.TargetHeader;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Icon;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of the form: what is typed becomes a target, or a problem that says what is still wrong. */
final class TargetFields extends VBox {
    private static final int SHOWN_OF_PIN = 16;

    private final TextField name = new TextField();
    private final TextField url = new TextField();
    private final VBox rows = new VBox(6);
    private final TextArea variables = new TextArea();
    private final Label pin = new Label();
    private final HBox trust;

    /** @param onDistrust told when a person wants to trust the accepted certificate no more */
    TargetFields(Runnable onDistrust) {
        name.setPromptText(text("targets.name.prompt"));
        url.setPromptText(text("targets.url.prompt"));
        url.getStyleClass().add("mono");
        variables.setPromptText(text("targets.variables.prompt"));
        variables.setPrefRowCount(2);
        variables.getStyleClass().add("mono");
        pin.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(pin, Priority.ALWAYS);
        pin.getStyleClass().add("secondary");
        trust = new HBox(8, pin, new ActionButton(text("targets.trust.end"), onDistrust).flat());
        trust.setAlignment(Pos.CENTER_LEFT);
        Label allowed = new Label(text("targets.url.explained"));
        allowed.getStyleClass().add("secondary");
        allowed.setWrapText(true);
        allowed.setMinHeight(USE_PREF_SIZE);
        ActionButton add = new ActionButton(text("targets.header.add"), Icon.ADD, this::addHeader).flat();
        add.getStyleClass().addAll(Styles.SMALL, "add-secret");
        getStyleClass().add("fields");
        getChildren().addAll(new Field(text("targets.name"), name), new Field(text("targets.url"), url, allowed, trust),
                new Field(text("targets.headers"), rows, add), new Field(text("targets.variables"), variables));
    }

    void show(Target target, Targets targets) {
        name.setText(target.name());
        url.setText(target.url());
        rows.getChildren().clear();
        target.headers().forEach(this::add);
        variables.setText(new TreeMap<>(target.variables()).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n")));
        showPin(target.url().isEmpty() ? Optional.empty() : pin(TargetUrl.of(target.url()), targets));
    }

    private static Optional<String> pin(TargetUrl place, Targets targets) {
        return targets.pin(place.host(), place.port());
    }

    /** Shows that a certificate was accepted, or nothing. */
    void showPin(Optional<String> sha256) {
        sha256.ifPresent(known -> pin.setText(text("targets.trust", known.substring(0, SHOWN_OF_PIN))));
        trust.setVisible(sha256.isPresent());
        trust.setManaged(sha256.isPresent());
    }

    private void addHeader() {
        add(new TargetHeader("", "", false)).focusName();
    }

    private TargetHeaderRow add(TargetHeader header) {
        TargetHeaderRow row = new TargetHeaderRow(header, rows.getChildren()::remove);
        rows.getChildren().add(row);
        return row;
    }

    /** The target as it stands. */
    Target target(int id) throws Problem {
        return Target.draft(name.getText(), url.getText())
                .withId(id)
                .withHeaders(rows.getChildren().stream()
                        .flatMap(row -> ((TargetHeaderRow) row).header().stream())
                        .toList())
                .withVariables(variables());
    }

    private Map<String, String> variables() throws Problem {
        Map<String, String> read = new TreeMap<>();
        for (String line : variables.getText().lines().filter(line -> !line.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                variables.requestFocus();
                throw new Problem(text("targets.variables.wrong", line.strip()));
            }
            read.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return read;
    }

    void focus() {
        name.requestFocus();
    }
}
