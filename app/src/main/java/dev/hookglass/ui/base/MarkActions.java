package dev.hookglass.ui.base;

import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;

/** Marking events. Called on the FX thread. */
public interface MarkActions {
    /** Gives events a colour, or takes theirs away. */
    void colour(List<EventSummary> events, Optional<Colour> colour);

    /** Gives events a tag, or takes it away. */
    void tag(List<EventSummary> events, String tag, boolean isOn);

    /** Asks for a tag, and gives it to events. */
    void askForTag(List<EventSummary> events);

    /** Goes to where the note of the event that is shown is written. */
    void editNote();

    /**
     * Keeps the note of an event.
     *
     * @param onSaved told once it is stored
     */
    void saveNote(long eventId, String note, Runnable onSaved);

    /** Keeps a note while the window closes, which is when nothing can wait for an answer. */
    void saveNoteAtEnd(long eventId, String note);

    /** The tags that events have, sorted. */
    ObservableList<String> knownTags();
}
