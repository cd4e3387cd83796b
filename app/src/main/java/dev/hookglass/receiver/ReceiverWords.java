package dev.hookglass.receiver;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** How the receiver words what it tells. */
final class ReceiverWords {
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB");

    private ReceiverWords() {}

    /** “64 MiB”; rounded up to a tenth, so that what is above a limit is told as more than that. */
    static String size(long bytes) {
        int unit = 0;
        while (unit < UNITS.size() - 1 && (bytes >> (10 * (unit + 1))) > 0) {
            unit++;
        }
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << (10 * unit)), 1, RoundingMode.CEILING)
                .stripTrailingZeros().toPlainString() + " " + UNITS.get(unit);
    }

    /** “10 s”, or “300 ms” where seconds would not do. */
    static String time(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
