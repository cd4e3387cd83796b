package dev.hookglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The machine that figures are of. */
final class Machine {
    private Machine() {}

    /** In one line: processors, memory, operating system, Java and date. */
    static String describe() {
        return String.format(Locale.ROOT, "Machine: %d × %s, %s, %s %s %s, JDK %s, %s",
                Runtime.getRuntime().availableProcessors(), valueOf("/proc/cpuinfo", "model name", "processor"),
                valueOf("/proc/meminfo", "MemTotal", "memory unknown"), System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"), Runtime.version(),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String valueOf(String file, String key, String otherwise) {
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(key)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
