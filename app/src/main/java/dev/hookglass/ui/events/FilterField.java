package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.hookglass.filter.FilterException;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Where a person types what to look for; what is not understood is told under it. */
public final class FilterField extends CustomTextField {
    private static final double MOST_WIDTH = 640;
    private static final double GAP = 4;

    private final Label error = new Label();
    /** A popup and not a menu, since it must not take the keyboard away from who is typing. */
    private final Popup errorBelow = new Popup();

    /** @param onDone called when the person is done typing and wants to go to the events */
    public FilterField(EventsModel model, Runnable onDone) {
        setPromptText(text("filter.prompt"));
        setAccessibleText(text("filter.prompt"));
        setLeft(Icon.SEARCH.node());
        IconButton clear = new IconButton(Icon.CLOSE, text("filter.clear"), this::clear);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        setMaxWidth(MOST_WIDTH);
        setMinWidth(160);
        getStyleClass().add("filter-field");
        error.getStyleClass().add("filter-error");
        errorBelow.getContent().add(error);
        textProperty().bindBidirectional(model.filterTextProperty());
        model.filterErrorProperty().subscribe(this::showError);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN) {
                onDone.run();
                key.consume();
            }
        });
    }

    private void showError(@Nullable FilterException wrong) {
        pseudoClassStateChanged(Styles.STATE_DANGER, wrong != null);
        if (wrong == null) {
            errorBelow.hide();
        } else {
            error.setText(wrong.sentence());
            Bounds field = localToScreen(getBoundsInLocal());
            if (field != null && !errorBelow.isShowing()) {
                errorBelow.show(this, field.getMinX(), field.getMaxY() + GAP);
            }
        }
    }
}
