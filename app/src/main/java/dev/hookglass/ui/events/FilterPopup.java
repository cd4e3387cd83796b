package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the filter while it is typed: how the word may go on, or what is wrong with it. A popup and not a menu,
 * since it must not take the keyboard away from who is typing.
 */
final class FilterPopup {
    private static final double GAP = 4;
    private static final double ROW_HEIGHT = 26;
    private static final double WIDTH = 280;
    private static final double MOST_ERROR_WIDTH = 460;
    private static final int MOST_ROWS = 8;

    private final Node owner;
    private final Label error = new Label();
    private final ListView<String> list = new ListView<>();
    private final VBox content = new VBox();
    private final Popup popup = new Popup();

    /** @param onChosen told of the choice that is clicked, or marked when Tab is pressed */
    FilterPopup(Node owner, Consumer<String> onChosen) {
        this.owner = owner;
        error.getStyleClass().add("filter-error");
        error.setWrapText(true);
        error.setMaxWidth(MOST_ERROR_WIDTH);
        list.getStyleClass().add("filter-choices");
        list.setAccessibleText(text("filter.choices"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell(onChosen));
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        // A popup takes Tab for itself, and does nothing with it.
        popup.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            String marked = chosen();
            if (key.getCode() == KeyCode.TAB && marked != null) {
                onChosen.accept(marked);
                key.consume();
            }
        });
    }

    /** One choice. */
    private static final class ChoiceCell extends ListCell<String> {
        ChoiceCell(Consumer<String> onChosen) {
            setOnMousePressed(event -> {
                if (!isEmpty()) {
                    onChosen.accept(getItem());
                }
                event.consume();
            });
        }

        @Override
        protected void updateItem(@Nullable String choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty ? null : choice);
            setGraphic(empty || choice == null || choice.endsWith(":") || !choice.contains(" ")
                    ? null
                    : Icon.HISTORY.node());
        }
    }

    /** Shows choices below a place in the field; none is chosen yet. */
    void show(List<String> choices, double x) {
        list.getItems().setAll(choices);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(MOST_ROWS, choices.size()) * ROW_HEIGHT + 10);
        content.getChildren().setAll(list);
        place(x);
    }

    /** Shows what is wrong below a place in the field. */
    void show(String sentence, double x) {
        error.setText(sentence);
        content.getChildren().setAll(error);
        list.getItems().clear();
        place(x);
    }

    private void place(double x) {
        Bounds field = owner.localToScreen(owner.getBoundsInLocal());
        Point2D begin = owner.localToScreen(x, 0);
        if (field == null || begin == null || !owner.getScene().getWindow().isShowing()) {
            return;
        }
        if (popup.isShowing()) {
            popup.setAnchorX(begin.getX());
            popup.setAnchorY(field.getMaxY() + GAP);
        } else {
            popup.show(owner, begin.getX(), field.getMaxY() + GAP);
        }
    }

    void hide() {
        popup.hide();
        list.getItems().clear();
    }

    boolean hasChoices() {
        return popup.isShowing() && !list.getItems().isEmpty();
    }

    /** The choice that is marked; null for none. */
    @Nullable
    String chosen() {
        return hasChoices() ? list.getSelectionModel().getSelectedItem() : null;
    }

    /** Marks another choice, so many further down. */
    void move(int rows) {
        int count = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        int next = at < 0 ? (rows > 0 ? 0 : count - 1) : Math.floorMod(at + rows, count);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
    }
}
