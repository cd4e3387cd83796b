package dev.hookglass.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The settings and the file that keeps them. Safe for use by many threads. */
public final class SettingsFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final List<Consumer<Settings>> listeners = new ArrayList<>();
    private Settings settings;

    private SettingsFile(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Reads the settings; where there is no file, they are the default.
     *
     * @throws Problem if the file cannot be read; it is left as it is
     */
    public static SettingsFile load(Path file) throws Problem {
        return new SettingsFile(file, read(file));
    }

    /** Tells a listener the settings now, and whenever they change; under this object's lock. */
    public synchronized void listen(Consumer<Settings> listener) {
        listeners.add(listener);
        listener.accept(settings);
    }

    private static Settings read(Path file) throws Problem {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Settings.class);
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new Problem("The settings in " + file
                    + " cannot be read; mend the file, or move it away to begin with the usual ones.", e);
        } catch (IOException e) {
            throw new Problem("The settings in " + file + " cannot be read; check the file's permissions.", e);
        }
    }

    public synchronized Settings get() {
        return settings;
    }

    /**
     * Changes the settings and saves them.
     *
     * @throws Problem if they cannot be saved; nothing is changed then
     */
    public synchronized void change(UnaryOperator<Settings> change) throws Problem {
        Settings changed = change.apply(settings);
        if (changed.equals(settings)) {
            return;
        }
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(changed));
        } catch (IOException e) {
            throw new Problem(
                    "The settings cannot be saved to " + file + " (" + e.getMessage() + "); nothing was changed.",
                    e);
        }
        settings = changed;
        listeners.forEach(listener -> listener.accept(changed));
    }
}
