package dev.hookglass.workbench;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.AttemptLog;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.AttemptSummary;
import dev.hookglass.store.AttemptTable;
import dev.hookglass.target.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps attempts, remembers what the last ones to each place came to, and tells who listens. Safe for use by many threads. */
public final class DeliveryLog implements AttemptLog {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final int MOST_PLACES = 500;

    private final AttemptTable attempts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, AttemptSummary> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AttemptSummary> eldest) {
            return size() > MOST_PLACES;
        }
    };

    DeliveryLog(AttemptTable attempts) {
        this.attempts = attempts;
    }

    /** Looks up what was sent last before Hookglass was started. */
    public void recall() {
        try {
            attempts.newest(MOST_PLACES).reversed().forEach(this::note);
            listeners.forEach(Runnable::run);
        } catch (Problem e) {
            LOG.warn("What was sent last is not known: {}", e.sentence());
        }
    }

    @Override
    public List<Attempt> record(List<Sent> sent) throws Problem {
        List<Attempt> recorded = attempts.record(sent);
        noteLast(recorded);
        listeners.forEach(Runnable::run);
        return recorded;
    }

    /** Of many attempts to send to the same place only the last: they come by the hundred. */
    private void noteLast(List<Attempt> recorded) {
        Set<TargetUrl> noted = new HashSet<>();
        for (Attempt attempt : recorded.reversed()) {
            if (noted.add(attempt.request().url())) {
                note(AttemptSummary.of(attempt));
            }
        }
    }

    private void note(AttemptSummary attempt) {
        String place = place(attempt.url());
        synchronized (last) {
            AttemptSummary known = last.remove(place);
            last.put(place, known != null && known.at().isAfter(attempt.at()) ? known : attempt);
        }
    }

    private static String place(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** What the last attempt to send something to a target or below came to, as far as it is remembered. */
    public Optional<AttemptSummary> last(Target target) {
        String place = place(TargetUrl.of(target.url()).toString());
        String below = place.endsWith("/") ? place : place + "/";
        synchronized (last) {
            return last.entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().equals(place) || entry.getKey().startsWith(below))
                    .map(Map.Entry::getValue)
                    .max(Comparator.<AttemptSummary, Instant>comparing(AttemptSummary::at));
        }
    }

    /**
     * Calls a listener after attempts were recorded.
     *
     * @param listener called on the thread that sends; must not block
     * @return ends it
     */
    public Runnable onRecorded(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
