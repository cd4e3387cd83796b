package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.ExportActions;
import dev.hookglass.ui.base.ExportMenu;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/** Offers the forms in which the event that is shown can be copied. */
final class CopyAsButton extends MenuButton {
    CopyAsButton(ExportActions exports, Supplier<List<EventSummary>> events) {
        setId("copy-as");
        setGraphic(Icon.COPY.node());
        setTooltip(new Tooltip(text("detail.copyAs")));
        setAccessibleText(text("detail.copyAs"));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll(Styles.BUTTON_ICON, "no-arrow");
        getItems().setAll(ExportMenu.copyAs(exports, events));
    }
}
