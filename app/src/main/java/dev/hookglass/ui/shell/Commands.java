package dev.hookglass.ui.shell;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.source.Source;
import dev.hookglass.ui.settings.SettingsSheet;
import dev.hookglass.ui.settings.StorageSection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a person can have done anywhere in the window: by keys, by the palette and by buttons. For the FX thread. */
final class Commands {
    private final Parts parts;
    private final Lacks lacks;
    private final Keys keys;

    /** @param parts looked into only when something is to be done */
    Commands(Parts parts) {
        this.parts = parts;
        lacks = new Lacks(parts);
        keys = new Keys(this, new KeyboardPlace(parts), lacks);
    }

    Keys keys() {
        return keys;
    }

    /** Does what a key is for, or says what that lacks. */
    void run(Shortcut shortcut, Runnable action) {
        lacks.whyNot(shortcut).ifPresentOrElse(parts.announcements::lacks, action);
    }

    boolean isPaused() {
        return parts.events.pausedProperty().get();
    }

    void newest() {
        parts.events.follow();
    }

    void togglePause() {
        parts.events.pausedProperty().set(!parts.events.pausedProperty().get());
    }

    void showStatistics() {
        parts.table.toggleInstead();
    }

    void arrangeColumns() {
        parts.table.arrangeColumns();
    }

    /** Sends a sample to the source whose events are looked at, or to the first. */
    void sendSample() {
        OptionalInt chosen = parts.events.sourceProperty().get();
        parts.background.run(() -> FirstSample.send(parts.workbench, chosen),
                sent -> parts.announcements.sampleSent(sent,
                        () -> parts.sources.editSecrets(sent.source(), sent.madeUp().orElse(""))),
                parts.announcements::tell);
    }

    // With the event that is shown

    void replay() {
        parts.detail.replay();
    }

    /** Asks how the event is to be sent again, or all that are selected with it. */
    void replayOtherwise() {
        if (parts.table.selection().size() > 1) {
            replaySelected();
        } else {
            parts.detail.shown().ifPresent(parts.replays::replay);
        }
    }

    void editShown() {
        parts.detail.shown().ifPresent(this::edit);
    }

    void edit(CapturedEvent event) {
        parts.compose.edit(event);
        parts.sheets.right(parts.compose.root());
    }

    void editNote() {
        parts.detail.editNote();
    }

    void showEvent(EventSummary event) {
        parts.detail.show(event);
        parts.detail.showDeliveries();
    }

    // With those that are selected

    void pin() {
        parts.eventCommands.togglePin(parts.table.selection());
    }

    void tag() {
        parts.marks.askForTag(parts.table.selection());
    }

    void copyAsCurl() {
        parts.exports.copy(parts.table.selection(), ExportFormat.CURL);
    }

    /** Puts the two selected events side by side. */
    void compareSelected() {
        compare(parts.table.selection());
    }

    /** Asks how all selected events are to be sent again. */
    void replaySelected() {
        parts.replays.replay(parts.table.selection());
    }

    void compare(List<EventSummary> two) {
        parts.compare.show(two.getFirst(), two.getLast());
        parts.sheets.right(parts.compare.root());
    }

    void check() {
        check(Optional.ofNullable(parts.table.selectedProperty().get()));
    }

    void check(EventSummary event) {
        check(Optional.of(event));
    }

    private void check(Optional<EventSummary> event) {
        parts.check.begin(event);
        parts.sheets.right(parts.check.root());
    }

    // With all that match the filter

    /** Asks how all events that pass the filter are to be sent again. */
    void replayMatching() {
        parts.eventCommands.replayShown();
    }

    void exportShown() {
        parts.exports.exportShown(ExportFormat.JSONL);
    }

    // What opens over the window

    void compose() {
        parts.compose.begin();
        parts.sheets.right(parts.compose.root());
    }

    /** Sends what the open sheet is about. */
    void send() {
        if (parts.sheets.shows(parts.compose.root())) {
            parts.compose.send();
        }
        parts.replays.send();
    }

    void addSource() {
        parts.sources.add();
    }

    /** Shows what to do at the sender of a source. */
    void setUp(Source source) {
        parts.sources.setUp(source);
    }

    void addTarget() {
        parts.targets.add();
    }

    void importFile() {
        parts.imports.choose(parts.stage);
    }

    void askPort() {
        parts.listening.ask();
    }

    void showRejections() {
        parts.sheets.centre(new RejectionsSheet(parts.workbench, parts.background, parts.sheets::close));
    }

    void showSettings() {
        parts.sheets.centre(new SettingsSheet(parts.sheets::close, List.of(
                new StorageSection(parts.workbench, parts.background, parts.stage, parts.events::reload))));
    }

    void showPalette() {
        Palette palette = new Palette(Stream.of(keys.commands(), MoreCommands.of(this, lacks),
                MoreCommands.of(parts.workbench.sources().all(), parts.events.sourceProperty(), this::setUp),
                MoreCommands.of(parts.theme.modeProperty())).flatMap(List::stream).toList(), parts.sheets::close);
        parts.sheets.passing(palette);
        palette.focus();
    }

    void showKeys() {
        parts.sheets.passing(new KeysSheet(parts.sheets::close));
    }
}
