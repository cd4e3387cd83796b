package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/** What can be set, how the window looks and where it listens, and what is seldom done. */
final class SettingsMenu extends MenuButton {
    /**
     * @param onCheck asked to try an endpoint
     * @param onImport asked for a file to import
     * @param onPort asked for another port to listen on
     * @param onSettings asked for all else that can be set
     */
    SettingsMenu(ObjectProperty<Theme.Mode> theme, Runnable onCheck, Runnable onImport, Runnable onPort,
            Runnable onSettings, Runnable onKeys) {
        setGraphic(Icon.SETTINGS.node());
        setTooltip(new Tooltip(text("settings.title")));
        setAccessibleText(text("settings.title"));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        MenuItem check = new MenuItem(text("settings.check"));
        check.setOnAction(_ -> onCheck.run());
        MenuItem port = new MenuItem(text("settings.port"));
        port.setOnAction(_ -> onPort.run());
        MenuItem importFile = new MenuItem(text("settings.import"));
        importFile.setOnAction(_ -> onImport.run());
        MenuItem keys = new MenuItem(text("settings.keys"));
        keys.setOnAction(_ -> onKeys.run());
        MenuItem settings = new MenuItem(text("settings.open"));
        settings.setOnAction(_ -> onSettings.run());
        getItems().addAll(check, importFile, new SeparatorMenuItem(), themes(theme), port, settings, keys);
    }

    private static Menu themes(ObjectProperty<Theme.Mode> theme) {
        Menu menu = new Menu(text("settings.theme"));
        ToggleGroup group = new ToggleGroup();
        for (Theme.Mode mode : Theme.Mode.values()) {
            RadioMenuItem item = new RadioMenuItem(text("settings.theme." + mode.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setOnAction(_ -> theme.set(mode));
            theme.subscribe(chosen -> item.setSelected(chosen == mode));
            menu.getItems().add(item);
        }
        return menu;
    }
}
