package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.hookglass.filter.FilterException;
import dev.hookglass.settings.SavedFilter;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * Where a person types what to look for. The word at the caret is completed; a word that is not understood is underlined, and
 * what is wrong with it is told below.
 */
public final class FilterField extends CustomTextField {
    private static final double MOST_WIDTH = 640;
    /** Signs behind which something has to follow. */
    private static final Pattern OPEN_END = Pattern.compile("[:<>=,]$");

    private final EventsModel model;
    private final FilterMemory memory;
    private final Runnable onDone;
    private final FilterChoices choices;
    private final FilterPopup popup;
    private final FilterMark mark = new FilterMark();
    private boolean isChanged;
    /** Whether a person is done with what is typed, so that what is missing in it is a mistake. */
    private boolean isDone;

    /**
     * @param memory keeps what is saved, and what was used
     * @param onDone called when the person is done typing and wants to go to the events
     */
    public FilterField(EventsModel model, EventStore store, Sources sources, Background background,
            FilterMemory memory, Runnable onDone) {
        this.model = model;
        this.memory = memory;
        this.onDone = onDone;
        choices = new FilterChoices(this, store, sources, background, memory, this::showError);
        popup = choices.popup();
        setPromptText(text("filter.prompt"));
        setAccessibleText(text("filter.prompt"));
        setAccessibleHelp(text("filter.help"));
        setLeft(Icon.SEARCH.node());
        setRight(buttons());
        setMaxWidth(MOST_WIDTH);
        setMinWidth(160);
        getStyleClass().add("filter-field");
        getChildren().add(mark);
        textProperty().bindBidirectional(model.filterTextProperty());
        model.filterErrorProperty().subscribe(_ -> showError());
        textProperty().subscribe(_ -> {
            isChanged = true;
            isDone = false;
        });
        caretPositionProperty().subscribe(this::caretMoved);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(_ -> {
            if (getText().isEmpty()) {
                choices.offerRecent();
            }
        });
        focusedProperty().subscribe(this::focusChanged);
    }

    private HBox buttons() {
        IconButton save = new IconButton(Icon.KEEP, text("filter.save"), this::save);
        IconButton clear = new IconButton(Icon.CLOSE, text("filter.clear"), this::clear);
        HBox buttons = new HBox(save, clear);
        buttons.getStyleClass().add("filter-buttons");
        buttons.visibleProperty().bind(textProperty().isNotEmpty());
        return buttons;
    }

    private void focusChanged(boolean isFocused) {
        if (isFocused) {
            choices.refresh();
        } else {
            popup.hide();
            remember();
            isDone = true;
            showError();
        }
    }

    private void remember() {
        if (model.filterErrorProperty().get() == null) {
            memory.used(getText());
        }
    }

    private void save() {
        String filter = getText().strip();
        if (!filter.isEmpty()) {
            memory.save(new SavedFilter(filter, filter));
        }
    }

    private void pressed(KeyEvent key) {
        boolean isHandled = switch (key.getCode()) {
            case ESCAPE -> escape();
            case ENTER -> isWrong() || acceptOrGo();
            case TAB -> popup.chosen() != null && acceptOrGo();
            case DOWN -> down(key.isAltDown());
            case UP -> popup.hasChoices() && move(-1);
            case SPACE -> key.isShortcutDown() && offer();
            default -> false;
        };
        if (isHandled) {
            key.consume();
        }
    }

    private boolean escape() {
        if (popup.hasChoices()) {
            popup.hide();
            showError();
            return true;
        }
        boolean had = !getText().isEmpty();
        clear();
        return had;
    }

    /** Stays here and tells what is wrong, unless nothing is or a choice is about to mend it. */
    private boolean isWrong() {
        if (popup.chosen() != null) {
            return false;
        }
        model.filterNow();
        if (model.filterErrorProperty().get() == null) {
            return false;
        }
        popup.hide();
        isDone = true;
        showError();
        return true;
    }

    private boolean acceptOrGo() {
        String chosen = popup.chosen();
        if (chosen != null) {
            choices.accept(chosen);
        } else {
            popup.hide();
            remember();
            onDone.run();
        }
        return true;
    }

    private boolean down(boolean isAsked) {
        if (isAsked) {
            return offer();
        }
        if (popup.hasChoices()) {
            return move(1);
        }
        return acceptOrGo();
    }

    private boolean offer() {
        choices.offer();
        return true;
    }

    private boolean move(int rows) {
        popup.move(rows);
        return true;
    }

    /** Behind what was written or deleted; the text changes first. */
    private void caretMoved() {
        requestLayout();
        if (isChanged && isFocused()) {
            choices.typed();
        } else {
            showError();
        }
        isChanged = false;
    }

    private void showError() {
        FilterException wrong = model.filterErrorProperty().get();
        boolean isWrong = wrong != null && wrong.end() <= getText().length() && !popup.hasChoices() && !isBegun(wrong);
        pseudoClassStateChanged(Styles.STATE_DANGER, isWrong);
        mark.setVisible(isWrong);
        requestLayout();
        if (isWrong && isFocused()) {
            popup.show(wrong.sentence(), Math.max(0, FilterMark.x(this, wrong.start())));
        } else if (!popup.hasChoices()) {
            popup.hide();
        }
    }

    /** Whether the word is merely begun: it lacks what is about to be typed, which is no mistake yet. */
    private boolean isBegun(FilterException wrong) {
        return !isDone && isFocused() && wrong.end() == getCaretPosition()
                && OPEN_END.matcher(getText().substring(0, wrong.end())).find();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        FilterException wrong = model.filterErrorProperty().get();
        if (mark.isVisible() && wrong != null && wrong.end() <= getText().length()) {
            mark.place(this, wrong);
        }
    }
}
