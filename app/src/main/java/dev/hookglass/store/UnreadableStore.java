package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The event database cannot be taken as it is. It was left so; {@link Salvage} has the ways on. */
public final class UnreadableStore extends Problem {
    private static final long serialVersionUID = 1L;

    private static final String WAYS = " “hookglass repair” shows the ways on.";
    private final String reason;
    private final boolean canBeOpened;

    private UnreadableStore(String sentence, boolean canBeOpened, @Nullable Exception cause) {
        super(sentence + WAYS);
        this.reason = sentence;
        this.canBeOpened = canBeOpened;
        if (cause != null) {
            initCause(cause);
        }
    }

    static UnreadableStore damaged(Path file, @Nullable Exception cause) {
        return new UnreadableStore("The event database " + file
                + " is damaged or not one of Hookglass; it was left as it is.", false, cause);
    }

    static UnreadableStore newer() {
        return new UnreadableStore("The event database was written by a newer Hookglass; open it with that one.", false,
                null);
    }

    static UnreadableStore missing(Path file, long lastId) {
        return new UnreadableStore(
                "The event database " + file + " is not there, but events were stored in it up to number "
                        + lastId + "; put it back.",
                true, null);
    }

    static UnreadableStore shortened(Path file, long found, long expected) {
        return new UnreadableStore("The event database " + file + " ends at event " + found + ", but event " + expected
                + " was stored: it is cut short, or an older one; it was left as it is.", true, null);
    }

    static UnreadableStore incomplete(Path file, long missing) {
        return new UnreadableStore("The event database " + file + " lacks " + missing
                + " events that were stored in it; it was left as it is.", true, null);
    }

    /** What is wrong, without the command that leads on. */
    public String reason() {
        return reason;
    }

    /** Whether what is there can be opened, though something is missing from it. */
    public boolean canBeOpened() {
        return canBeOpened;
    }
}
