package dev.hookglass.cli;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person wrote beside an event, as a line. */
final class MarkLine {
    private MarkLine() {}

    /** Empty where there are no marks. */
    static Optional<String> of(Marks marks) {
        List<String> words = new ArrayList<>();
        marks.colour().map(Colour::word).ifPresent(words::add);
        marks.tags().forEach(tag -> words.add("#" + tag));
        if (marks.hasNote()) {
            words.add("“" + marks.note() + "”");
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of("Marked " + EventLine.printable(String.join(" ", words)));
    }
}
