package dev.hookglass.compose;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person was writing last, what they edited captured events to, and the templates that they saved, in one file of the data folder that only they can read.
 * Safe for use by many threads; everything here does I/O.
 */
public final class Drafts {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final int MOST_EDITS = 50;

    private final Path file;
    private Optional<Kept> known = Optional.empty();

    /** @param file need not exist */
    public Drafts(Path file) {
        this.file = file;
    }

    /** What the file holds. */
    private record Kept(Optional<Draft> last, SortedMap<String, Draft> templates, SortedMap<Long, Draft> edits) {
        static final Kept NOTHING = new Kept(Optional.empty(), new TreeMap<>(), new TreeMap<>());

        Kept {
            // Files of older versions have none.
            edits = Objects.requireNonNullElseGet(edits, TreeMap::new);
        }
    }

    /**
     * What was being written last; empty if nothing was.
     *
     * @throws Problem if the file cannot be read
     */
    public synchronized Optional<Draft> last() throws Problem {
        return kept().last();
    }

    /** Keeps what is being written. */
    public synchronized void keep(Draft draft) throws Problem {
        write(new Kept(Optional.of(draft), kept().templates(), kept().edits()));
    }

    /** What an event was edited to last; empty if it was not. */
    public synchronized Optional<Draft> edited(long eventId) throws Problem {
        return Optional.ofNullable(kept().edits().get(eventId));
    }

    /** Keeps what an event is being edited to, and forgets it of the oldest where there are many. */
    public synchronized void keepEdited(long eventId, Draft draft) throws Problem {
        SortedMap<Long, Draft> edits = new TreeMap<>(kept().edits());
        edits.put(eventId, draft);
        while (edits.size() > MOST_EDITS) {
            edits.remove(edits.firstKey());
        }
        write(new Kept(kept().last(), kept().templates(), edits));
    }

    /** Forgets what an event was edited to. */
    public synchronized void forgetEdited(long eventId) throws Problem {
        SortedMap<Long, Draft> edits = new TreeMap<>(kept().edits());
        edits.remove(eventId);
        write(new Kept(kept().last(), kept().templates(), edits));
    }

    /** The names of the templates, in alphabetical order. */
    public synchronized List<String> templates() throws Problem {
        return List.copyOf(kept().templates().keySet());
    }

    /** The template of a name. */
    public synchronized Optional<Draft> template(String name) throws Problem {
        return Optional.ofNullable(kept().templates().get(name));
    }

    /** Saves a template, in the place of one that has its name. */
    public synchronized void save(String name, Draft template) throws Problem {
        if (name.isBlank()) {
            throw new Problem("The template needs a name.");
        }
        SortedMap<String, Draft> templates = new TreeMap<>(kept().templates());
        templates.put(name.strip(), template);
        write(new Kept(kept().last(), templates, kept().edits()));
    }

    /** Removes a template. */
    public synchronized void remove(String name) throws Problem {
        SortedMap<String, Draft> templates = new TreeMap<>(kept().templates());
        templates.remove(name);
        write(new Kept(kept().last(), templates, kept().edits()));
    }

    private Kept kept() throws Problem {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return known.get();
    }

    private Kept read() throws Problem {
        if (!Files.exists(file)) {
            return Kept.NOTHING;
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Kept.class);
        } catch (JacksonException | NullPointerException e) {
            throw new Problem("The drafts and templates in " + file
                    + " cannot be read; mend the file, or move it away to begin without them.", e);
        } catch (IOException e) {
            throw new Problem("The drafts and templates in " + file + " cannot be read; check its permissions.", e);
        }
    }

    private void write(Kept changed) throws Problem {
        if (known.filter(changed::equals).isPresent()) {
            return;
        }
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(changed));
        } catch (IOException e) {
            throw new Problem("What was composed cannot be saved to " + file + " (" + e.getMessage() + ").", e);
        }
        known = Optional.of(changed);
    }
}
