package dev.hookglass.ui.targets;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.store.AttemptSummary;
import dev.hookglass.target.Target;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** The targets of the side bar, each with what the last delivery to it came to. For the FX thread. */
public final class TargetList {
    private final Consumer<Target> onEdit;
    private final Consumer<Target> onRemove;
    private final VBox list = new VBox();
    private final VBox root;

    /**
     * @param onEdit told of the target that shall be changed
     * @param onRemove told of the target that shall be removed
     */
    public TargetList(Consumer<Target> onEdit, Consumer<Target> onRemove, Runnable onAdd) {
        this.onEdit = onEdit;
        this.onRemove = onRemove;
        Label heading = new Label(text("targets.heading"));
        heading.getStyleClass().add("section");
        list.getStyleClass().add("target-list");
        Button add = new Button(text("targets.add"), Icon.ADD.node());
        add.getStyleClass().addAll(Styles.FLAT, "side-row", "add-source");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> onAdd.run());
        root = new VBox(heading, list, add);
    }

    public Parent root() {
        return root;
    }

    /** Shows targets, with what is known of the last delivery to each. */
    public void show(List<Target> targets, Function<Target, Optional<AttemptSummary>> last) {
        boolean isSame = list.getChildren().stream().map(row -> ((TargetRow) row).target()).toList().equals(targets);
        if (!isSame) {
            list.getChildren().setAll(targets.stream().map(this::row).toList());
        }
        list.getChildren().forEach(row -> ((TargetRow) row).show(last.apply(((TargetRow) row).target())));
    }

    private TargetRow row(Target target) {
        TargetRow row = new TargetRow(target, () -> onEdit.accept(target));
        MenuItem edit = new MenuItem(text("targets.edit.menu"), Icon.EDIT.node());
        edit.setOnAction(_ -> onEdit.accept(target));
        MenuItem remove = new MenuItem(text("targets.remove"), Icon.REMOVE.node());
        remove.setOnAction(_ -> onRemove.accept(target));
        row.setContextMenu(new ContextMenu(edit, new SeparatorMenuItem(), remove));
        return row;
    }
}
