package dev.hookglass.ui.shell;

import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.MarkTable;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.MarkActions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks what a person selected, and has it drawn anew. For the FX thread. */
final class MarkCommands implements MarkActions {
    private static final Logger LOG = LoggerFactory.getLogger(MarkCommands.class);

    private final MarkTable table;
    private final Background background;
    private final Sheets sheets;
    private final Runnable onChange;
    private final Runnable onEditNote;
    private final Consumer<Problem> onProblem;
    private final ObservableList<String> knownTags = FXCollections.observableArrayList();

    /** @param onChange told that events have other marks now */
    MarkCommands(MarkTable table, Background background, Sheets sheets, Runnable onChange, Runnable onEditNote,
            Consumer<Problem> onProblem) {
        this.table = table;
        this.background = background;
        this.sheets = sheets;
        this.onChange = onChange;
        this.onEditNote = onEditNote;
        this.onProblem = onProblem;
        readTags();
    }

    private void readTags() {
        background.run(() -> table.tags(), tags -> knownTags.setAll(tags), onProblem);
    }

    private static List<Long> ids(List<EventSummary> events) {
        return events.stream().map(EventSummary::id).toList();
    }

    @Override
    public ObservableList<String> knownTags() {
        return knownTags;
    }

    @Override
    public void colour(List<EventSummary> events, Optional<Colour> colour) {
        background.run(() -> table.setColour(ids(events), colour), onChange, onProblem);
    }

    @Override
    public void tag(List<EventSummary> events, String tag, boolean isOn) {
        background.run(() -> {
            if (isOn) {
                table.tag(ids(events), tag);
            } else {
                table.untag(ids(events), tag);
            }
        }, () -> {
            onChange.run();
            readTags();
        }, onProblem);
    }

    @Override
    public void askForTag(List<EventSummary> events) {
        if (!events.isEmpty()) {
            TagForm form = new TagForm(events.size(), knownTags, tag -> {
                sheets.close();
                tag(events, tag, true);
            }, sheets::close);
            sheets.centre(form);
            form.focus();
        }
    }

    @Override
    public void editNote() {
        onEditNote.run();
    }

    @Override
    public void saveNote(long eventId, String note, Runnable onSaved) {
        background.run(() -> table.setNote(List.of(eventId), note), () -> {
            onSaved.run();
            onChange.run();
        }, onProblem);
    }

    @Override
    public void saveNoteAtEnd(long eventId, String note) {
        try {
            table.setNote(List.of(eventId), note);
        } catch (Problem problem) {
            LOG.warn("The note of event {} could not be kept", eventId, problem);
        }
    }
}
