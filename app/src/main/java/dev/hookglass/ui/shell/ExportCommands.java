package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.ExportActions;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.workbench.Exporting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Events onto the clipboard and into files, with progress, and without their secrets unless a person asks for them. */
final class ExportCommands implements ExportActions {
    /** More is no text to paste, and the system's clipboard would take seconds for it. */
    private static final long MOST_COPIED = 4 << 20;

    private final Exporting exporting;
    private final Background background;
    private final Notices notices;
    private final Supplier<EventFilter> filter;
    private final Function<String, Optional<Path>> fileChooser;
    private final BooleanProperty withSecrets = new SimpleBooleanProperty();

    /**
     * @param filter what is shown
     * @param fileChooser asks for a file to write, with a name to begin with
     */
    ExportCommands(Exporting exporting, Background background, Notices notices, Supplier<EventFilter> filter,
            Function<String, Optional<Path>> fileChooser) {
        this.exporting = exporting;
        this.background = background;
        this.notices = notices;
        this.filter = filter;
        this.fileChooser = fileChooser;
    }

    @Override
    public BooleanProperty withSecretsProperty() {
        return withSecrets;
    }

    @Override
    public void copy(List<EventSummary> events, ExportFormat format) {
        boolean secrets = takeWithSecrets();
        String done = count("export.copied", events.size()) + " " + secretsSentence(secrets, format);
        background.run(() -> asText(events, format, secrets), copied -> {
            CopyButton.copy(copied);
            notices.tell(Banner.Kind.SUCCESS, done);
        }, notices::tell);
    }

    private String asText(List<EventSummary> events, ExportFormat format, boolean secrets) throws Problem, IOException {
        if (events.stream().mapToLong(EventSummary::bodyBytes).sum() > MOST_COPIED) {
            throw new Problem(text("export.tooLarge"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporting.write(ids(events), format, secrets, out, _ -> {});
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString()
                    .stripTrailing();
        } catch (CharacterCodingException e) {
            throw new Problem(text("export.notText"), e);
        }
    }

    private static List<Long> ids(List<EventSummary> events) {
        return events.stream().map(EventSummary::id).toList();
    }

    @Override
    public void export(List<EventSummary> events, ExportFormat format) {
        List<Long> ids = ids(events);
        String name = events.size() == 1 ? "event-" + ids.getFirst() : "events";
        choose(name, format, (secrets, out, progress) -> exporting.write(ids, format, secrets, out, progress));
    }

    @Override
    public void exportShown(ExportFormat format) {
        EventFilter shown = filter.get();
        choose("events", format, (secrets, out, progress) -> exporting.write(shown, format, secrets, out, progress));
    }

    private interface Writing {
        long write(boolean withSecrets, OutputStream out, LongConsumer progress) throws Problem, IOException;
    }

    private void choose(String name, ExportFormat format, Writing writing) {
        boolean secrets = takeWithSecrets();
        fileChooser.apply(name + "." + format.extension()).ifPresent(file -> {
            Banner progress = new Banner(Banner.Kind.INFO, text("export.running", file.getFileName()));
            Background.Running running = background.run(
                    () -> write(file, out -> writing.write(secrets, out,
                            number -> Fx.later(() -> progress.say(count("export.runningSome", number))))),
                    number -> notices.tell(Banner.Kind.SUCCESS, text("export.written", count("export.events", number),
                            file) + " " + secretsSentence(secrets, format)),
                    notices::tell);
            notices.work(progress, running);
        });
    }

    private boolean takeWithSecrets() {
        boolean chosen = withSecrets.get();
        withSecrets.set(false);
        return chosen;
    }

    /** A table has no headers in it, and no secrets. */
    private static String secretsSentence(boolean secrets, ExportFormat format) {
        return format == ExportFormat.CSV ? "" : text(secrets ? "export.secrets.there" : "export.secrets.masked");
    }

    private interface ToStream {
        long write(OutputStream out) throws Problem, IOException;
    }

    /** The file is there once it is whole: what is cancelled or fails leaves nothing, and one that was there as it was. */
    private static long write(Path file, ToStream writing) throws Problem {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            long written = writing.write(Files.newOutputStream(unfinished));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            throw new Problem(text("export.notWritten", file, String.valueOf(e.getMessage())), e);
        } finally {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException leftThere) {
                // What could not be written cannot be removed either.
            }
        }
    }
}
