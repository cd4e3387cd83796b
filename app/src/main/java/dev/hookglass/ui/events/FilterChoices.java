package dev.hookglass.ui.events;

import dev.hookglass.filter.Completion;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextField;

/** How the word at the caret of the filter may go on, and what was looked for before. */
final class FilterChoices {
    private static final int MOST_RECENT = 5;
    private static final Completion NONE = new Completion(0, 0, List.of());

    private final TextField field;
    private final FilterMemory memory;
    private final Runnable onChange;
    private final Runnable readValues;
    private final FilterPopup popup;
    private FilterValues values = FilterValues.FIXED;
    private Completion completion = NONE;

    /** @param onChange told when choices begin or cease to be shown */
    FilterChoices(TextField field, EventStore store, Sources sources, Background background, FilterMemory memory,
            Runnable onChange) {
        this.field = field;
        this.memory = memory;
        this.onChange = onChange;
        popup = new FilterPopup(field, this::accept);
        Latest reading = new Latest(background);
        readValues = () -> reading.ask(() -> FilterValues.read(store, sources), read -> values = read, _ -> {});
    }

    FilterPopup popup() {
        return popup;
    }

    /** Reads anew which values there are. */
    void refresh() {
        readValues.run();
    }

    /** Offers what the word that is being typed may become. */
    void typed() {
        int caret = field.getCaretPosition();
        boolean isBegun = caret > 0 && !Character.isWhitespace(field.getText().charAt(caret - 1));
        show(isBegun ? atCaret() : NONE);
    }

    /** Shows all there is for the word at the caret; for an empty field also what was used last. */
    void offer() {
        if (field.getText().isBlank()) {
            offerRecent();
        } else {
            show(atCaret());
        }
    }

    /** Offers what was used last, and all fields. */
    void offerRecent() {
        List<String> recent = memory.filtersProperty().get().recent();
        List<String> fields = Completion.at("", 0, values::of).choices();
        show(new Completion(0, field.getText().length(),
                Stream.concat(recent.stream().limit(MOST_RECENT), fields.stream()).toList()));
    }

    private Completion atCaret() {
        return Completion.at(field.getText(), field.getCaretPosition(), values::of);
    }

    private void show(Completion found) {
        completion = found;
        String present = field.getText().substring(found.start(), Math.min(found.end(), field.getText().length()));
        if (found.choices().isEmpty() || found.choices().equals(List.of(present)) || !field.isFocused()) {
            popup.hide();
        } else {
            popup.show(found.choices(), FilterMark.x(field, found.start()));
        }
        onChange.run();
    }

    /** Writes a choice in the place of the word at the caret. */
    void accept(String choice) {
        boolean isWhole = memory.filtersProperty().get().recent().contains(choice) && field.getText().isBlank();
        // Setting the text moves the caret, which would complete another word.
        Completion accepted = completion;
        String text = isWhole ? choice : accepted.accept(field.getText(), choice);
        field.setText(text);
        field.positionCaret(isWhole ? text.length() : accepted.caretBehind(choice));
        popup.hide();
        if (choice.endsWith(":")) {
            offer();
        }
    }
}
