package dev.hookglass.ui.shell;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.ui.base.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a person left the window. Losing it costs nothing but a moment, so a file that cannot be read gives the defaults.
 *
 * @param x left edge in pixels of the screen; not a number if the system is to place it
 * @param y upper edge
 * @param width of the content
 * @param height of the content
 * @param maximized whether it filled the screen
 * @param sideBar where the side bar ends, as a part of the width
 * @param table where the table ends, as a part of the width
 * @param theme light, dark or the system's
 * @param listening how it listened
 * @param targets URLs that were sent to, the last first
 * @param filter what was typed into the filter
 * @param source the source whose events were shown; empty for all
 */
record WindowState(double x, double y, double width, double height, boolean maximized, double sideBar, double table,
        Theme.Mode theme, Listening listening, List<String> targets, String filter, OptionalInt source) {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static final WindowState FIRST = new WindowState(Double.NaN, Double.NaN, 1280, 800, false, 0.165, 0.665,
            Theme.Mode.SYSTEM, Listening.FIRST, List.of(), "", OptionalInt.empty());

    WindowState {
        requireNonNull(theme);
        requireNonNull(listening);
        // So the file says that none is chosen, or an older one says nothing.
        filter = requireNonNullElse(filter, "");
        source = requireNonNullElse(source, OptionalInt.empty());
        targets = List.copyOf(targets);
    }

    /** The same in another size. */
    WindowState withSize(double changedWidth, double changedHeight) {
        return new WindowState(x, y, changedWidth, changedHeight, maximized, sideBar, table, theme, listening, targets,
                filter, source);
    }

    /** The state as it was left, or that of the first start. */
    static WindowState read(Path file) {
        try {
            return Files.exists(file) ? MAPPER.readValue(Files.readAllBytes(file), WindowState.class) : FIRST;
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.warn("{} cannot be read; the window begins anew", file, e);
            return FIRST;
        }
    }

    void write(Path file) {
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(this));
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
