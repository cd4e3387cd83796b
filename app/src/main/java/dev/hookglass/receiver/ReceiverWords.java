package dev.hookglass.receiver;

import java.time.Duration;

/** How the receiver words what it tells. */
final class ReceiverWords {
    private ReceiverWords() {}

    /** “10 s”, or “300 ms” where seconds would not do. */
    static String time(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
