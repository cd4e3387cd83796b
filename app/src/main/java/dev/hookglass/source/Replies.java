package dev.hookglass.source;

import dev.hookglass.event.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses what each request is answered, and keeps how far the sources' sequences have come. A sequence begins anew when it
 * is changed, when it is told to, and when Hookglass starts. Safe for use by many threads.
 */
public final class Replies {
    private final Map<Script, Progress> progress = new ConcurrentHashMap<>();

    /** A source's sequence for good verdicts, or for bad ones. */
    private record Script(int sourceId, boolean isForBad) {}

    private record Progress(ReplySequence sequence, long answered) {}

    /** What the source answers to a request with that verdict; it counts as answered from now on. */
    public ReplyStep next(Source source, Verdict verdict) {
        boolean isForBad = isForBad(source, verdict);
        ReplySequence sequence = isForBad ? source.reply().whenBad().orElseThrow() : source.reply().answer();
        if (sequence.isConstant()) {
            return sequence.step(0);
        }
        Progress now = progress.merge(new Script(source.id(), isForBad), new Progress(sequence, 1),
                (before, first) -> before.sequence().equals(sequence)
                        ? new Progress(sequence, before.answered() + 1)
                        : first);
        return sequence.step(now.answered() - 1);
    }

    /** Whether a request with that verdict gets the answer that the source has for bad ones. */
    public static boolean isForBad(Source source, Verdict verdict) {
        return verdict.outcome().isBad() && source.reply().whenBad().isPresent();
    }

    /** How many requests have been answered by the source's sequence since it began. */
    public long answered(Source source) {
        Progress found = progress.get(new Script(source.id(), false));
        return found != null && found.sequence().equals(source.reply().answer()) ? found.answered() : 0;
    }

    /** Begins the sequences of a source anew. */
    public void restart(int sourceId) {
        progress.keySet().removeIf(script -> script.sourceId() == sourceId);
    }
}
