package dev.hookglass.ui.base;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons by their meanings, all of one pack. An icon never says alone what matters: a word or a tooltip is beside it. */
public enum Icon {
    // What is shown
    LISTENING(Feather.RADIO), ALL(Feather.LAYERS), SOURCE(Feather.BOX), INBOX(Feather.INBOX), FILTER(Feather.FILTER),
    TARGET(Feather.SEND), DELIVERY(Feather.UPLOAD_CLOUD), SCHEMA(Feather.FILE_TEXT), KEY(Feather.KEY),
    STATISTICS(Feather.BAR_CHART_2), HISTORY(Feather.CLOCK), PROVIDER(Feather.GLOBE), FOLDER(Feather.FOLDER),
    LOCKED(Feather.LOCK),
    // Verdicts
    VALID(Feather.CHECK_CIRCLE), INVALID(Feather.X_CIRCLE), STALE(Feather.CLOCK), MISSING(Feather.SLASH),
    MALFORMED(Feather.ALERT_OCTAGON), UNCHECKED(Feather.HELP_CIRCLE), UNSIGNED(Feather.MINUS_CIRCLE),
    // Actions
    COPY(Feather.COPY), DONE(Feather.CHECK), PAUSE(Feather.PAUSE), RESUME(Feather.PLAY), STOP(Feather.SQUARE),
    COMPOSE(Feather.EDIT_3), EDIT(Feather.EDIT_2), SEND(Feather.SEND), REPLAY(Feather.REPEAT),
    RESEND(Feather.ROTATE_CW),
    SETTINGS(Feather.SETTINGS), ADD(Feather.PLUS), REMOVE(Feather.TRASH_2), UNDO(Feather.CORNER_UP_LEFT),
    REVEAL(Feather.EYE), CONCEAL(Feather.EYE_OFF), SEARCH(Feather.SEARCH), CLOSE(Feather.X),
    MORE(Feather.MORE_HORIZONTAL), KEEP(Feather.STAR),
    PIN(Feather.BOOKMARK), COLOUR(Feather.FLAG), TAG(Feather.TAG), NOTE(Feather.MESSAGE_SQUARE), DIFF(Feather.COLUMNS),
    WRAP(Feather.CORNER_DOWN_LEFT), OPEN(Feather.FOLDER),
    SAVE(Feather.DOWNLOAD), IMPORT(Feather.UPLOAD), EXTERNAL(Feather.EXTERNAL_LINK), KEYS(Feather.COMMAND),
    PREVIOUS(Feather.CHEVRON_UP), NEXT(Feather.CHEVRON_DOWN), EXPAND(Feather.CHEVRON_RIGHT),
    EXPAND_ALL(Feather.CHEVRONS_DOWN), COLLAPSE_ALL(Feather.CHEVRONS_UP), NEWEST(Feather.ARROW_UP),
    // Findings
    INFO(Feather.INFO), SUCCESS(Feather.CHECK_CIRCLE), WARNING(Feather.ALERT_TRIANGLE), DANGER(Feather.X_CIRCLE),
    NOTHING_SELECTED(Feather.MOUSE_POINTER);

    private final Feather feather;

    Icon(Feather feather) {
        this.feather = feather;
    }

    /** A new node of it, sized and coloured by CSS: 16 px unless a rule says otherwise. */
    public FontIcon node() {
        return FontIcon.of(feather);
    }

    /** Shows this icon in a node that showed another. */
    public void into(FontIcon node) {
        node.setIconCode(feather);
    }
}
