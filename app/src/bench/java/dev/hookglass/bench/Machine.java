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

    /** Memory of this process that is in the machine's; 0 where nobody counts it. */
    static double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024).sum()
                : Double.NaN;
    }
}
