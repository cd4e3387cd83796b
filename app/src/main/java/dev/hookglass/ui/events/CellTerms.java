package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.FilterWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What an event can be filtered by, as words of a filter. */
final class CellTerms {
    private CellTerms() {}

    /** The words by the ids of the columns that show what they are about, in the order to offer them. */
    static Map<String, String> of(EventSummary event, IntFunction<String> sourceName) {
        Map<String, String> terms = new LinkedHashMap<>();
        String type = event.type();
        if (type != null) {
            terms.put("type", "type:" + FilterWords.quoted(type));
        }
        terms.put("source", "source:" + FilterWords.quoted(sourceName.apply(event.sourceId())));
        terms.put("verdict", "verdict:" + event.verdict().outcome().word());
        terms.put("method", "method:" + FilterWords.quoted(event.method()));
        terms.put("path", "path:" + FilterWords.quoted(event.target()));
        if (event.status() > 0) {
            terms.put("reply", "reply:" + event.status());
        }
        terms.put("size", "size:" + event.bodyBytes());
        terms.put("remote", "remote:" + FilterWords.quoted(event.remote().replaceFirst(":\\d+$", "")));
        return terms;
    }
}
