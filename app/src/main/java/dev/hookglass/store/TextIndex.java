package dev.hookglass.store;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;

/**
 * Knows which events may hold a text, so that not all must be read. What it names is read and tested all the same, and what it
 * does not know yet is read; so it may be behind, and may name too many, but never too few.
 */
@FunctionalInterface
public interface TextIndex {
    /** There is none: everything is read. */
    TextIndex NONE = (_, _) -> Optional.empty();

    /**
     * Looks for the events that may hold all of some texts and headers.
     *
     * @param texts as {@link dev.hookglass.payload.SearchedText} compares them
     * @param headers of the same name and value, without regard to case
     * @return empty while it cannot be used
     */
    Optional<Look> look(List<String> texts, List<Header> headers);

    /** What it finds, at one moment; for one thread. It throws {@link TextIndexException} where it turns out to be damaged. */
    interface Look extends AutoCloseable {
        /** It knows all events up to this id, and none above. */
        long reached();

        /** Whether it finds more than a number of events. */
        boolean exceeds(int number);

        /** The newest that it finds with ids below another, in falling order. */
        long[] older(long before, int limit);

        /** The oldest that it finds with ids above another, in rising order. */
        long[] newer(long after, int limit);

        /** Those of some ids, in rising order, that it finds; none of the ids is above {@link #reached()}. */
        long[] among(long[] rising);

        @Override
        void close();
    }
}
