package dev.hookglass.ui.code;

import dev.hookglass.ui.base.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** What can be written at the caret, in a list beside it. The keyboard stays with the text: keys that choose are taken on their way. */
final class CompletionPopup {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 9;

    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Consumer<Completion> onChosen;

    CompletionPopup(Consumer<Completion> onChosen) {
        this.onChosen = onChosen;
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(ROW);
        list.setPrefWidth(300);
        list.setFocusTraversable(false);
        list.setAccessibleText(Messages.text("payload.completions"));
        list.getStyleClass().add("completions");
        list.setOnMouseClicked(_ -> choose());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setAutoFix(true);
    }

    /** Shows what can be written below a place on the screen; nothing is shown where nothing can. */
    void show(Node owner, Bounds place, List<Completion> completions) {
        if (completions.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(completions);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(completions.size(), MOST_ROWS) * ROW + 4);
        if (!popup.isShowing()) {
            // The popup has a scene of its own, which must look like the window's.
            popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
            popup.show(owner, place.getMinX(), place.getMaxY() + 2);
        }
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /** Takes the keys that choose from the list while it is shown. */
    void onKey(KeyEvent key) {
        if (!popup.isShowing()) {
            return;
        }
        boolean taken = true;
        int selected = list.getSelectionModel().getSelectedIndex();
        if (key.getCode() == KeyCode.DOWN) {
            select(selected + 1);
        } else if (key.getCode() == KeyCode.UP) {
            select(selected - 1);
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.TAB) {
            choose();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            taken = false;
        }
        if (taken) {
            key.consume();
        }
    }

    private void select(int index) {
        int within = Math.floorMod(index, list.getItems().size());
        list.getSelectionModel().select(within);
        list.scrollTo(Math.max(0, within - MOST_ROWS + 1));
    }

    private void choose() {
        Completion chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            onChosen.accept(chosen);
        }
    }

    /** What to write, and beside it what that is. */
    private static final class Cell extends ListCell<Completion> {
        private final Label label = new Label();
        private final Label detail = new Label();
        private final HBox row;

        Cell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            label.getStyleClass().add("mono");
            detail.getStyleClass().add("secondary");
            detail.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(10, label, space, detail);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            if (empty || completion == null) {
                setGraphic(null);
                return;
            }
            label.setText(completion.label());
            detail.setText(completion.detail());
            setGraphic(row);
        }
    }
}
