package dev.hookglass.ui.events;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of the table, in a file of the data folder: the columns of each source, and which events were seen. A file
 * that cannot be read or written costs nothing but that.
 */
public final class TableMemory {
    private static final Logger LOG = LoggerFactory.getLogger(TableMemory.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** What all sources together are remembered by. */
    private static final int ALL = -1;
    private static final int MOST_SEEN_ONE_BY_ONE = 10_000;

    private final Path file;
    private final Map<Integer, ColumnLayout> layouts = new HashMap<>();
    private final TreeSet<Long> seen = new TreeSet<>();
    private long seenUpTo;
    private Sort sort = Sort.NEWEST_FIRST;

    /**
     * The file's content.
     *
     * @param columns by the ids of sources
     * @param seenUpTo every event up to this id counts as seen
     * @param seen newer ones that were seen
     * @param sort how the rows stood; null in files from before that was kept
     */
    record Content(Map<Integer, ColumnLayout> columns, long seenUpTo, Set<Long> seen, @Nullable Sort sort) {}

    /** By which column the rows stand, by its id, and in which direction. */
    record Sort(String column, boolean descending) {
        static final Sort NEWEST_FIRST = new Sort(Fact.TIME.id(), true);

        Sort {
            Objects.requireNonNull(column);
        }
    }

    /**
     * Reads what is remembered.
     *
     * @param lastId the newest event that is stored: where nothing is remembered, all up to it count as seen
     */
    public TableMemory(Path file, long lastId) {
        this.file = file;
        this.seenUpTo = lastId;
        try {
            if (Files.exists(file)) {
                Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
                content.columns().forEach((source, layout) -> layouts.put(source, layout.whole()));
                seen.addAll(content.seen());
                seenUpTo = content.seenUpTo();
                sort = Objects.requireNonNullElse(content.sort(), sort);
            }
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.warn("{} cannot be read; the table begins anew", file, e);
        }
    }

    /** Writes it down; quick enough to be done while the window closes. */
    public void save() {
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(new Content(new TreeMap<>(layouts), seenUpTo, seen, sort)));
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }

    ColumnLayout layout(OptionalInt source) {
        return layouts.getOrDefault(source.orElse(ALL), source.isEmpty()
                ? ColumnLayout.FIRST
                // The source says nothing while only one is shown.
                : ColumnLayout.FIRST.with(ColumnLayout.FIRST.find(Fact.SOURCE.id()).orElseThrow().withShown(false)));
    }

    void setLayout(OptionalInt source, ColumnLayout layout) {
        layouts.put(source.orElse(ALL), layout);
    }

    /** Forgets how the columns of a source stand. */
    void reset(OptionalInt source) {
        layouts.remove(source.orElse(ALL));
    }

    Sort sort() {
        return sort;
    }

    void setSort(Sort changed) {
        sort = changed;
    }

    boolean isUnread(long id) {
        return id > seenUpTo && !seen.contains(id);
    }

    /** A person looked at an event. */
    void see(long id) {
        if (isUnread(id)) {
            seen.add(id);
            while (seen.size() > MOST_SEEN_ONE_BY_ONE) {
                seenUpTo = seen.removeFirst();
            }
        }
    }

    /** Every event up to this one counts as seen. */
    void seeAll(long upTo) {
        seenUpTo = Math.max(seenUpTo, upTo);
        seen.headSet(seenUpTo, true).clear();
    }
}
