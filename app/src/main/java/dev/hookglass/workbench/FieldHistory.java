package dev.hookglass.workbench;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.payload.FieldPaths;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Since when the fields of an event are sent: found by reading the earlier events of its source and type, the latest first,
 * as far as bounds allow. Runs in the caller's thread until done or interrupted.
 */
public final class FieldHistory {
    private static final int PAGE = 200;
    private static final int MOST_EVENTS = 2_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long LARGEST_BODY = 1 << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(4);

    private final EventStore events;

    public FieldHistory(EventStore events) {
        this.events = events;
    }

    /**
     * What was found.
     *
     * @param compared how many earlier events were read
     * @param isWhole whether these are all that there are
     * @param oldest when the oldest of them was received; empty without any
     * @param news fields that the event has and the oldest of these have not, with the first event that has it
     * @param gone fields that all of these have and the event has not
     */
    public record Found(int compared, boolean isWhole, Optional<Instant> oldest, List<FirstSeen> news,
            List<String> gone) {}

    /**
     * A field and the first event that was seen with it.
     *
     * @param field a pointer in which {@code *} stands for any index
     * @param eventId the event, or the one that is asked about
     * @param before how many of the compared events are older, and have it not
     */
    public record FirstSeen(String field, long eventId, Instant at, int before) {}

    private static final class Tally {
        private long firstId;
        private Instant first;
        private int before;

        private Tally(EventSummary event) {
            firstId = event.id();
            first = event.receivedAt();
        }

        private void seenIn(EventSummary earlier) {
            firstId = earlier.id();
            first = earlier.receivedAt();
            before = 0;
        }
    }

    /** Reads the history of an event's fields; empty if its type is not known or its body is no JSON. */
    public Optional<Found> of(CapturedEvent event) throws Problem {
        Optional<Set<String>> fields = fields(event);
        String type = event.summary().type();
        if (fields.isEmpty() || type == null) {
            return Optional.empty();
        }
        EventFilter alike = EventFilter.ALL.and(new Term.SourceIs(Set.of(event.summary().sourceId())))
                .and(new Term.Type(List.of(type)));
        Map<String, Tally> tallies = new HashMap<>();
        fields.get().forEach(field -> tallies.put(field, new Tally(event.summary())));
        Map<String, Integer> others = new HashMap<>();
        Reading reading = new Reading(tallies, others);
        boolean isWhole = read(alike, event.id(), reading);
        return Optional.of(reading.found(isWhole));
    }

    private static Optional<Set<String>> fields(CapturedEvent event) {
        Optional<JsonNode> json = JsonBody.parse(event.body(), event.request().headers());
        return json.map(FieldPaths::of);
    }

    /** Reads page by page until a bound is met; tells whether all was read. */
    private boolean read(EventFilter alike, long before, Reading reading) throws Problem {
        long until = System.nanoTime() + MOST_TIME.toNanos();
        long bytes = 0;
        long oldest = before;
        while (!Thread.currentThread().isInterrupted()) {
            List<EventSummary> page = events.older(alike, oldest, PAGE);
            for (EventSummary summary : page) {
                bytes += summary.bodyBytes();
                if (reading.compared >= MOST_EVENTS || bytes > MOST_BYTES || System.nanoTime() > until
                        || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                oldest = summary.id();
                if (summary.bodyBytes() <= LARGEST_BODY) {
                    events.find(summary.id()).flatMap(FieldHistory::fields)
                            .ifPresent(fields -> reading.add(summary, fields));
                }
            }
            if (page.size() < PAGE) {
                return true;
            }
        }
        return false;
    }

    private static final class Reading {
        private final Map<String, Tally> tallies;
        private final Map<String, Integer> others;
        private int compared;
        private Optional<Instant> oldest = Optional.empty();

        private Reading(Map<String, Tally> tallies, Map<String, Integer> others) {
            this.tallies = tallies;
            this.others = others;
        }

        private void add(EventSummary earlier, Set<String> fields) {
            compared++;
            oldest = Optional.of(earlier.receivedAt());
            tallies.values().forEach(tally -> tally.before++);
            for (String field : fields) {
                Tally tally = tallies.get(field);
                if (tally == null) {
                    others.merge(field, 1, Integer::sum);
                } else {
                    tally.seenIn(earlier);
                }
            }
        }

        private Found found(boolean isWhole) {
            List<FirstSeen> news = new ArrayList<>();
            tallies.forEach((field, tally) -> {
                if (tally.before > 0) {
                    news.add(new FirstSeen(field, tally.firstId, tally.first, tally.before));
                }
            });
            news.removeIf(inner -> news.stream().anyMatch(outer -> outer.eventId() == inner.eventId()
                    && inner.field().startsWith(outer.field() + "/")));
            news.sort((one, other) -> one.at().equals(other.at())
                    ? one.field().compareTo(other.field())
                    : other.at().compareTo(one.at()));
            Set<String> always = others.entrySet().stream()
                    .filter(entry -> compared > 1 && entry.getValue() == compared)
                    .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
            List<String> gone = always.stream()
                    .filter(inner -> always.stream().noneMatch(outer -> inner.startsWith(outer + "/")))
                    .toList();
            return new Found(compared, isWhole, oldest, news, gone);
        }
    }
}
