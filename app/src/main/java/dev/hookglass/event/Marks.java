package dev.hookglass.event;

import java.util.List;
import java.util.Optional;

/**
 * What a person wrote beside an event; nothing in it comes from the sender.
 *
 * @param colour one of a few
 * @param tags words to find it by, sorted, each once
 * @param note free text; empty for none
 */
public record Marks(Optional<Colour> colour, List<String> tags, String note) {
    public static final Marks NONE = new Marks(Optional.empty(), List.of(), "");

    public Marks {
        tags = List.copyOf(tags);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public boolean hasNote() {
        return !note.isEmpty();
    }
}
