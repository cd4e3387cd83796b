package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/** The commands that have no key. */
final class MoreCommands {
    private MoreCommands() {}

    /** Those that open something in the window. */
    static List<Command> of(Commands commands, Lacks lacks) {
        return List.of(new Command(text("command.check"), commands::check),
                new Command(text("command.import"), commands::importFile),
                new Command(text("command.sample"), Optional.empty(), lacks.whyNoSample(), commands::sendSample),
                new Command(text(commands.isPaused() ? "command.resume" : "command.pause"), commands::togglePause),
                new Command(text("command.columns"), commands::arrangeColumns),
                new Command(text("command.addSource"), commands::addSource),
                new Command(text("command.export"), Optional.empty(), lacks.whyNoMatching(), commands::exportShown),
                new Command(text("command.addTarget"), commands::addTarget),
                new Command(text("command.replayMatching"), Optional.empty(), lacks.whyNoMatching(),
                        commands::replayMatching),
                new Command(text("command.rejections"), commands::showRejections),
                new Command(text("command.port"), commands::askPort),
                new Command(text("command.settings"), commands::showSettings));
    }

    /** Those that show one source's events, or all, or how its sender is set up. */
    static List<Command> of(List<Source> sources, ObjectProperty<OptionalInt> chosen, Consumer<Source> onSetUp) {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(text("command.all"), () -> chosen.set(OptionalInt.empty())));
        sources.forEach(source -> commands.add(new Command(text("command.source", source.name()),
                () -> chosen.set(OptionalInt.of(source.id())))));
        sources.stream().filter(source -> !source.isInbox()).forEach(source -> commands
                .add(new Command(text("command.setUp", source.name()), () -> onSetUp.accept(source))));
        return commands;
    }

    /** Those that change the colours. */
    static List<Command> of(ObjectProperty<Theme.Mode> theme) {
        return List.of(Theme.Mode.values()).stream()
                .map(mode -> new Command(
                        text("command.theme", text("settings.theme." + mode.name().toLowerCase(Locale.ROOT))),
                        () -> theme.set(mode)))
                .toList();
    }
}
