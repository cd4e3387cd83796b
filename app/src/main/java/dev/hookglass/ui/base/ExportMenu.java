package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The forms in which events can be handed to other tools, and the choice to let secrets go along. */
public final class ExportMenu {
    private static final Collection<ExportFormat> COPIED = EnumSet.of(ExportFormat.CURL, ExportFormat.POWERSHELL,
            ExportFormat.CMD, ExportFormat.HTTP);

    private ExportMenu() {}

    /** What can be put onto the clipboard. */
    public static List<MenuItem> copyAs(ExportActions actions, Supplier<List<EventSummary>> events) {
        return items(COPIED, actions, format -> actions.copy(events.get(), format));
    }

    /** What can be written into a file. */
    public static List<MenuItem> export(ExportActions actions, Consumer<ExportFormat> onFormat) {
        return items(EnumSet.allOf(ExportFormat.class), actions, onFormat);
    }

    private static List<MenuItem> items(Collection<ExportFormat> formats, ExportActions actions,
            Consumer<ExportFormat> onFormat) {
        List<MenuItem> items = new ArrayList<>();
        for (ExportFormat format : formats) {
            MenuItem item = new MenuItem(text("export.format." + format.word()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> onFormat.accept(format));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(withSecrets(actions));
        return items;
    }

    /** Stays open when it is switched, since a form is chosen next. */
    private static MenuItem withSecrets(ExportActions actions) {
        CheckBox box = new CheckBox(text("export.withSecrets"));
        box.setFocusTraversable(false);
        box.setMouseTransparent(true);
        box.selectedProperty().bindBidirectional(actions.withSecretsProperty());
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setId("with-secrets");
        item.setOnAction(_ -> box.setSelected(!box.isSelected()));
        return item;
    }
}
