package dev.hookglass.ui.settings;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.FittingScroll;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All sections of the settings, one below the other. */
public final class SettingsSheet extends VBox {
    private static final double WIDTH = 600;

    public SettingsSheet(Runnable onClose, List<? extends SettingsSection> sections) {
        getStyleClass().addAll("sheet", "settings");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(text("settings.title"));
        title.getStyleClass().add("title");
        VBox rows = new VBox();
        rows.getStyleClass().add("settings-sections");
        for (SettingsSection section : sections) {
            Label name = new Label(section.title());
            name.getStyleClass().add("strong");
            rows.getChildren().addAll(name, section.content());
        }
        FittingScroll scroll = new FittingScroll(rows);
        setVgrow(scroll, Priority.ALWAYS);
        HBox buttons = new HBox(new ActionButton(text("settings.close"), onClose));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, scroll, buttons);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                sections.forEach(SettingsSection::closed);
            }
        });
    }
}
