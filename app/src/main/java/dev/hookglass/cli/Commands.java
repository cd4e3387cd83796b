package dev.hookglass.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands, of which only those are made that are asked for: to make all of them takes half a second. */
final class Commands {
    /** In the order in which help lists them. */
    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("receive", ReceiveCommand.class);
        BY_NAME.put("source", SourceCommand.class);
        BY_NAME.put("target", TargetCommand.class);
        BY_NAME.put("providers", ProvidersCommand.class);
        BY_NAME.put("events", EventsCommand.class);
        BY_NAME.put("show", ShowCommand.class);
        BY_NAME.put("replay", ReplayCommand.class);
        BY_NAME.put("send", SendCommand.class);
        BY_NAME.put("deliver", DeliverCommand.class);
        BY_NAME.put("verify", VerifyCommand.class);
        BY_NAME.put("check", CheckCommand.class);
        BY_NAME.put("export", ExportCommand.class);
        BY_NAME.put("import", ImportCommand.class);
        BY_NAME.put("stats", StatsCommand.class);
        BY_NAME.put("pin", PinCommand.class);
        BY_NAME.put("mark", MarkCommand.class);
        BY_NAME.put("delete", DeleteCommand.class);
        BY_NAME.put("settings", SettingsCommand.class);
        BY_NAME.put("compact", CompactCommand.class);
        BY_NAME.put("backup", BackupCommand.class);
        BY_NAME.put("restore", RestoreCommand.class);
        BY_NAME.put("repair", RepairCommand.class);
        BY_NAME.put("certificate", CertificateCommand.class);
        BY_NAME.put("help", HelpCommand.class);
    }

    private static final List<String> ALL = List.of("help", "-h", "--help");

    private Commands() {}

    /** The command without a name, with those that the arguments may mean. */
    static CommandLine of(HookglassCommand hookglass, String[] arguments) {
        CommandLine line = new CommandLine(hookglass);
        String first = arguments.length == 0 ? "" : arguments[0];
        if (BY_NAME.containsKey(first) && !ALL.contains(first)) {
            line.addSubcommand(first, BY_NAME.get(first));
        } else if (Arrays.stream(arguments).anyMatch(word -> ALL.contains(word) || BY_NAME.containsKey(word))) {
            BY_NAME.forEach(line::addSubcommand);
        }
        return line;
    }
}
