package dev.hookglass.source;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Locator;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.Telltale;
import dev.hookglass.signature.Unsigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Tells who may have sent a request, from what provider files say anyway: the headers that they name, and the types and
 * fields of their payloads. Whatever several senders share counts for each of them the less. Safe for use by many threads.
 */
public final class Detection {
    /** Below this, a likeness is chance: a word such as “open” in the usual place is not enough. */
    private static final double LEAST = 1.5;
    /** Far from the best, a likeness is what senders have in common. */
    private static final double LEAST_OF_BEST = 0.5;
    private static final double TELLING_HEADER = 3;
    private static final double OTHER_HEADER = 1;
    private static final double SECOND_PLACE = 0.5;
    /** Larger bodies would hold up whoever waits for the answer, and headers tell as a rule. */
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final Catalogue providers;

    public Detection(Catalogue providers) {
        this.providers = providers;
    }

    private record Likeness(Provider provider, Map<String, Double> headers, double body) {
        double weigh(Map<String, Integer> sharers) {
            return body + headers.entrySet()
                    .stream()
                    .mapToDouble(each -> each.getValue() / sharers.getOrDefault(each.getKey(), 1))
                    .sum();
        }
    }

    private record Weighed(Provider provider, double weight) {}

    /**
     * The providers that a request looks like, the likeliest first; none if it looks like none. The first time, all provider
     * files are read.
     */
    public List<Provider> candidates(RequestHead head, Bytes body) {
        Bytes read = body.size() > MOST_BODY_BYTES ? Bytes.EMPTY : body;
        JsonNode json = JsonBody.parse(read, head.headers()).orElse(MissingNode.getInstance());
        SignedMessage message = new SignedMessage(head, read, Instant.EPOCH);
        List<Likeness> likenesses = new ArrayList<>();
        Map<String, Integer> sharers = new HashMap<>();
        for (Provider provider : providers.all()) {
            if (mayHaveSent(provider, head)) {
                Likeness likeness = new Likeness(provider, headers(provider, message),
                        BodyLikeness.of(provider, json));
                likeness.headers().keySet().forEach(place -> sharers.merge(place, 1, Integer::sum));
                likenesses.add(likeness);
            }
        }
        List<Weighed> weighed = likenesses.stream()
                .map(each -> new Weighed(each.provider(), each.weigh(sharers)))
                .filter(each -> each.weight() >= LEAST)
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .toList();
        return weighed.stream()
                .filter(each -> each.weight() >= LEAST_OF_BEST * weighed.getFirst().weight())
                .map(Weighed::provider)
                .toList();
    }

    /** Not one that stands for any sender, and not one that always names the type in a header that is not there. */
    private static boolean mayHaveSent(Provider provider, RequestHead head) {
        if (provider.scheme() instanceof Unsigned && provider.events().isEmpty()) {
            return false;
        }
        List<Locator> type = provider.type();
        return type.isEmpty() || type.stream().anyMatch(
                place -> !(place instanceof Locator.InHeader(String name)) || head.first(name).isPresent());
    }

    /** What each header that is there is worth, by its name; a signature in the body by its place. */
    private static Map<String, Double> headers(Provider provider, SignedMessage message) {
        Map<String, Double> found = new HashMap<>();
        for (Telltale telltale : Telltale.of(provider.scheme(), message)) {
            add(found, telltale.place(), (telltale.isSignature() ? TELLING_HEADER : OTHER_HEADER)
                    * (telltale.isUsual() ? 1 : SECOND_PLACE));
        }
        addHeaders(found, provider.type(), TELLING_HEADER, message.head());
        addHeaders(found, provider.key(), OTHER_HEADER, message.head());
        return Collections.unmodifiableMap(found);
    }

    private static void addHeaders(Map<String, Double> found, List<Locator> places, double worth, RequestHead head) {
        for (Locator place : places) {
            if (place instanceof Locator.InHeader(String name) && head.first(name).isPresent()) {
                add(found, name.toLowerCase(Locale.ROOT), worth);
            }
        }
    }

    private static void add(Map<String, Double> found, String place, double worth) {
        found.merge(place, worth, Math::max);
    }
}
