package dev.hookglass.ui.events;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may stand behind the fields of a filter.
 *
 * @param values by the field's name, the likeliest first
 */
record FilterValues(Map<String, List<String>> values) {
    private static final int NEWEST = 1_000;
    private static final int HEADS = 40;

    /** What needs not be looked up. */
    static final FilterValues FIXED = new FilterValues(Map.of(
            "verdict", Arrays.stream(Outcome.values()).map(Outcome::word).toList(),
            "is", Arrays.stream(Term.Mark.values()).map(Term.Mark::word).toList(),
            "colour", Arrays.stream(Colour.values()).map(Colour::word).toList(),
            "reply", List.of("200", ">=400", ">=500", "<300"),
            "size", List.of(">10k", ">1M", "0"),
            "after", List.of("15m", "1h", "24h", "7d"),
            "before", List.of("15m", "1h", "24h", "7d")));

    /** Reads what the newest events have, the most frequent first. Blocks. */
    static FilterValues read(EventStore store, Sources sources) throws Problem {
        List<EventSummary> newest = store.older(EventFilter.ALL, Long.MAX_VALUE, NEWEST);
        Map<String, List<String>> values = new HashMap<>(FIXED.values());
        values.put("tag", store.marks().tags());
        values.put("source", sources.all().stream().map(Source::name).toList());
        values.put("type", frequent(newest.stream().map(EventSummary::type).filter(Objects::nonNull).toList()));
        values.put("method", frequent(newest.stream().map(EventSummary::method).toList()));
        values.put("path", frequent(newest.stream().map(event -> RequestHead.pathOf(event.target())).toList()));
        values.put("remote", frequent(newest.stream().map(event -> address(event.remote())).toList()));
        List<String> headers = new ArrayList<>();
        for (EventSummary event : newest.subList(0, Math.min(HEADS, newest.size()))) {
            Bytes head = store.find(event.id()).map(CapturedEvent::head).orElse(Bytes.EMPTY);
            RequestHead.parse(head).headers().stream().map(Header::name).map(name -> name.toLowerCase(Locale.ROOT))
                    .forEach(headers::add);
        }
        values.put("header", frequent(headers));
        return new FilterValues(Map.copyOf(values));
    }

    private static String address(String remote) {
        int port = remote.lastIndexOf(':');
        return port < 0 ? remote : remote.substring(0, port);
    }

    private static List<String> frequent(Collection<String> all) {
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(Function.identity(),
                Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> of(String field) {
        return values.getOrDefault(field, List.of());
    }
}
