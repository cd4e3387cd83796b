package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.hookglass.filter.Completion;
import dev.hookglass.filter.FilterException;
import dev.hookglass.settings.SavedFilter;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Where a person types what to look for. The word at the caret is completed; a word that is not understood is underlined, and
 * what is wrong with it is told below.
 */
public final class FilterField extends CustomTextField {
    private static final double MOST_WIDTH = 640;
    private static final double MARK_HEIGHT = 2;

    private final EventsModel model;
    private final FilterMemory memory;
    private final Runnable onDone;
    private final Runnable readValues;
    private final FilterPopup popup = new FilterPopup(this, this::accept);
    /** Below the word that is wrong. */
    private final Region mark = new Region();
    private FilterValues values = FilterValues.FIXED;
    private Completion completion = new Completion(0, 0, List.of());
    private boolean isChanged;

    /**
     * @param memory keeps what is saved, and what was used
     * @param onDone called when the person is done typing and wants to go to the events
     */
    public FilterField(EventsModel model, EventStore store, Sources sources, Background background,
            FilterMemory memory, Runnable onDone) {
        this.model = model;
        this.memory = memory;
        this.onDone = onDone;
        Latest reading = new Latest(background);
        readValues = () -> reading.ask(() -> FilterValues.read(store, sources), read -> values = read, _ -> {});
        setPromptText(text("filter.prompt"));
        setAccessibleText(text("filter.prompt"));
        setAccessibleHelp(text("filter.help"));
        setLeft(Icon.SEARCH.node());
        setRight(buttons());
        setMaxWidth(MOST_WIDTH);
        setMinWidth(160);
        getStyleClass().add("filter-field");
        mark.getStyleClass().add("filter-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        getChildren().add(mark);
        textProperty().bindBidirectional(model.filterTextProperty());
        model.filterErrorProperty().subscribe(_ -> showError());
        textProperty().subscribe(_ -> isChanged = true);
        caretPositionProperty().subscribe(this::caretMoved);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(_ -> {
            if (getText().isEmpty()) {
                offerRecent();
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
            readValues.run();
        } else {
            popup.hide();
            remember();
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
        showError();
        return true;
    }

    private boolean acceptOrGo() {
        String chosen = popup.chosen();
        if (chosen != null) {
            accept(chosen);
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

    private boolean move(int rows) {
        popup.move(rows);
        return true;
    }

    /** Behind what was written or deleted; the text changes first. */
    private void caretMoved() {
        requestLayout();
        if (isChanged && isFocused()) {
            typed();
        }
        isChanged = false;
    }

    private void typed() {
        Completion found = Completion.at(getText(), getCaretPosition(), values::of);
        boolean isBegun = getCaretPosition() > 0 && !Character.isWhitespace(getText().charAt(getCaretPosition() - 1));
        show(isBegun ? found : new Completion(0, 0, List.of()));
    }

    /** Shows all there is for the word at the caret; for an empty field also what was used last. */
    private boolean offer() {
        if (getText().isBlank()) {
            offerRecent();
        } else {
            show(Completion.at(getText(), getCaretPosition(), values::of));
        }
        return true;
    }

    private void offerRecent() {
        List<String> recent = memory.filtersProperty().get().recent();
        List<String> fields = Completion.at("", 0, values::of).choices();
        show(new Completion(0, getText().length(),
                Stream.concat(recent.stream().limit(5), fields.stream()).toList()));
    }

    private void show(Completion found) {
        completion = found;
        String present = getText().substring(found.start(), Math.min(found.end(), getText().length()));
        if (found.choices().isEmpty() || found.choices().equals(List.of(present)) || !isFocused()) {
            popup.hide();
            showError();
        } else {
            popup.show(found.choices(), x(found.start()));
            mark.setVisible(false);
        }
    }

    private void accept(String choice) {
        boolean isWhole = memory.filtersProperty().get().recent().contains(choice) && getText().isBlank();
        // Setting the text moves the caret, which would complete another word.
        Completion accepted = completion;
        String text = isWhole ? choice : accepted.accept(getText(), choice);
        setText(text);
        positionCaret(isWhole ? text.length() : accepted.caretBehind(choice));
        popup.hide();
        if (choice.endsWith(":")) {
            offer();
        }
    }

    /** Where a character stands, in this field. */
    private double x(int index) {
        if (!(getSkin() instanceof TextFieldSkin skin) || getText().isEmpty()) {
            return 0;
        }
        int last = getText().length() - 1;
        Rectangle2D bounds = skin.getCharacterBounds(Math.min(index, last));
        return index > last ? bounds.getMaxX() : bounds.getMinX();
    }

    private void showError() {
        FilterException wrong = model.filterErrorProperty().get();
        boolean isShown = wrong != null && wrong.end() <= getText().length();
        pseudoClassStateChanged(Styles.STATE_DANGER, wrong != null);
        mark.setVisible(isShown && !popup.hasChoices());
        requestLayout();
        if (popup.hasChoices()) {
            return;
        }
        if (isShown && isFocused()) {
            popup.show(wrong.sentence(), Math.max(0, x(wrong.start())));
        } else {
            popup.hide();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        FilterException wrong = model.filterErrorProperty().get();
        if (mark.isVisible() && wrong != null && wrong.end() <= getText().length()) {
            double end = getWidth() - snappedRightInset();
            double from = Math.clamp(x(wrong.start()), 0, end);
            double to = Math.clamp(x(wrong.end()), from, end);
            mark.resizeRelocate(from, getHeight() - snappedBottomInset() - 2 * MARK_HEIGHT, to - from, MARK_HEIGHT);
            mark.toFront();
        }
    }
}
