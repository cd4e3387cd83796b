package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.ui.settings.SettingsSheet;
import dev.hookglass.ui.settings.StorageSection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** What a person can have done anywhere in the window: by keys, by the palette and by buttons. For the FX thread. */
final class Commands {
    private static final double MENU_INSET = 24;

    private final Parts parts;
    private final Keys keys = new Keys(this);

    /** @param parts looked into only when something is to be done */
    Commands(Parts parts) {
        this.parts = parts;
    }

    Keys keys() {
        return keys;
    }

    /** Whether a key means its command where the keyboard is, or is for what has the keyboard. */
    boolean isFor(Shortcut shortcut, @Nullable Node focused) {
        return switch (shortcut) {
            case SEND, KEYS, PALETTE, MENU -> true;
            case NEWEST -> !parts.sheets.isOpen() && !(focused instanceof TextInputControl);
            default -> !parts.sheets.isOpen();
        };
    }

    /** Does what a key is for, or says what that lacks. */
    void run(Shortcut shortcut, Runnable action) {
        whyNot(shortcut).ifPresentOrElse(parts.announcements::lacks, action);
    }

    /** What a command lacks at the moment; empty if it can be done. */
    Optional<String> whyNot(Shortcut shortcut) {
        return switch (shortcut) {
            case REPLAY, EDIT, NOTE -> unless(parts.detail.shown().isPresent(), text("command.needs.event"));
            case PIN, TAG, COPY_CURL -> unless(!parts.table.selection().isEmpty(), text("command.needs.event"));
            case DIFF -> unless(parts.table.selection().size() == 2, text("command.needs.two"));
            default -> Optional.empty();
        };
    }

    /** What those lack that are about all events that match the filter. */
    Optional<String> whyNoMatching() {
        return unless(parts.events.foundProperty().get().size() > 0, text("command.needs.match"));
    }

    /** What sending a sample lacks. */
    Optional<String> whyNoSample() {
        return unless(parts.workbench.url().isPresent(), text("command.needs.listening"));
    }

    private static Optional<String> unless(boolean isPossible, String why) {
        return isPossible ? Optional.empty() : Optional.of(why);
    }

    boolean isPaused() {
        return parts.events.pausedProperty().get();
    }

    /** Searches where the keyboard is: in the event that is shown, or among all. */
    void find() {
        for (Node node = parts.stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.equals(parts.detail.root())) {
                parts.detail.find();
                return;
            }
        }
        parts.filter.requestFocus();
        parts.filter.selectAll();
    }

    void focusSources() {
        parts.sourceList.focus();
    }

    void focusEvents() {
        parts.table.focus();
    }

    void focusDetail() {
        parts.detail.focus();
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

    void sendSample() {
        parts.background.run(() -> FirstSample.send(parts.workbench), sent -> parts.announcements.sampleSent(sent,
                () -> parts.sources.editSecrets(sent.source())), parts.announcements::tell);
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
        Palette palette = new Palette(Stream.of(keys.commands(), MoreCommands.of(this),
                MoreCommands.of(parts.workbench.sources().all(), parts.events.sourceProperty()),
                MoreCommands.of(parts.theme.modeProperty())).flatMap(List::stream).toList(), parts.sheets::close);
        parts.sheets.passing(palette);
        palette.focus();
    }

    /** Opens the menu of what has the keyboard, as a press of the right mouse button does; JavaFX has no key for it everywhere. */
    void openMenu() {
        Node focused = parts.stage.getScene().getFocusOwner();
        if (focused != null) {
            Bounds place = focused.getBoundsInLocal();
            double x = Math.min(place.getWidth(), MENU_INSET);
            double y = Math.min(place.getHeight(), MENU_INSET);
            Point2D onScreen = focused.localToScreen(x, y);
            Event.fireEvent(focused, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, x, y,
                    onScreen.getX(), onScreen.getY(), true, null));
        }
    }

    void showKeys() {
        parts.sheets.passing(new KeysSheet(parts.sheets::close));
    }
}
