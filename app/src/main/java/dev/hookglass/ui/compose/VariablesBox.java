package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.compose.Variables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Whether variables are filled in when a request is sent, and which of those that are written nobody knows. */
final class VariablesBox extends CheckBox {
    private final Label unknown = new Label();
    private final Tooltip tooltip = new Tooltip();
    private Map<String, String> ofTarget = Map.of();

    /** @param onChange called when it is switched, by whomever */
    VariablesBox(Runnable onChange) {
        super(text("compose.variables"));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        unknown.getStyleClass().add("unknown-variables");
        unknown.setWrapText(true);
        unknown.setMinHeight(USE_PREF_SIZE);
        selectedProperty().subscribe((_, _) -> onChange.run());
        tell("");
    }

    /** The sentence about unknown ones, which takes no room where there are none. */
    Label unknown() {
        return unknown;
    }

    /** Knows the variables of another target. */
    void know(Map<String, String> newOfTarget) {
        ofTarget = Map.copyOf(newOfTarget);
    }

    /** What is to be filled into one request now. */
    Variables now() {
        return isSelected() ? Variables.of(ofTarget, InstantSource.system()) : Variables.none();
    }

    /** Says which of the variables in a text are not known. */
    void tell(String written) {
        Variables known = Variables.of(ofTarget, InstantSource.system());
        tooltip.setText(text("compose.variables.tooltip", listed(List.copyOf(known.names()))));
        List<String> missing = isSelected() ? known.unknown(written) : List.of();
        unknown.setText(missing.isEmpty() ? "" : text("compose.variables.unknown", listed(missing)));
        unknown.setVisible(!missing.isEmpty());
        unknown.setManaged(!missing.isEmpty());
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(", "));
    }
}
