package dev.hookglass.ui.base;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small things that a person chose once and finds again, such as how bodies of a type are shown: texts by name, kept in a
 * file of a few hundred bytes. Losing it costs a moment, so what cannot be read or written is logged and no more. For the FX
 * thread.
 */
public final class Choices {
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST = 500;

    private final @Nullable Path file;
    private final Background background;
    private final Map<String, String> texts = new TreeMap<>();

    /** Reads the file, if it is there. */
    public Choices(Path file, Background background) {
        this(background, file);
        try {
            if (Files.exists(file)) {
                texts.putAll(MAPPER.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read; choices are made anew", file, e);
        }
    }

    private Choices(Background background, @Nullable Path file) {
        this.background = background;
        this.file = file;
    }

    /** Choices that last as long as the window. */
    public static Choices unkept(Background background) {
        return new Choices(background, null);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    public void put(String name, String text) {
        if (text.equals(texts.put(name, text))) {
            return;
        }
        while (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
        Path kept = file;
        if (kept != null) {
            Map<String, String> now = Map.copyOf(texts);
            background.run(() -> write(kept, now), () -> {}, problem -> {});
        }
    }

    private static synchronized void write(Path file, Map<String, String> texts) {
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(new TreeMap<>(texts)));
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
