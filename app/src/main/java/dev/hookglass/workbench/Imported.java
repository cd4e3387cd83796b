package dev.hookglass.workbench;

import dev.hookglass.provider.Provider;
import java.util.List;

/** What came of a file that was imported. */
public sealed interface Imported {
    /**
     * Events were stored.
     *
     * @param count how many
     */
    record Events(long count) implements Imported {}

    /**
     * An AsyncAPI document became a provider.
     *
     * @param channels how many channels the document has
     * @param messages how many messages it has
     * @param notes sentences about what it does not say
     */
    record Document(Provider provider, int channels, int messages, List<String> notes) implements Imported {
        public Document {
            notes = List.copyOf(notes);
        }
    }
}
