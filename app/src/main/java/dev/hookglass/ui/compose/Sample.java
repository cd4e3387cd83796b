package dev.hookglass.ui.compose;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.Pretty;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a provider would send.
 *
 * @param text its body, laid out
 * @param headers the headers that name its type, if headers do
 */
record Sample(String text, List<Header> headers) {
    /** Composes one. Takes its time: not for the FX thread. */
    static Sample of(Provider provider, String typeName, int count, long seed) {
        EventType type = provider.event(typeName).orElseGet(() -> unknown(typeName));
        Bytes body = provider.batch().isPresent()
                ? Samples.batch(provider, type, count, seed)
                : Samples.body(provider, type, seed);
        String text = body.utf8();
        return new Sample(JsonPretty.format(text) instanceof Pretty.Formatted pretty ? pretty.text() : text,
                Samples.headers(provider, type));
    }

    /** The headers that name a type. */
    static List<Header> headers(Provider provider, String typeName) {
        return Samples.headers(provider, provider.event(typeName).orElseGet(() -> unknown(typeName)));
    }

    /** A type that the provider's file does not know, of which nothing but the name can be said. */
    private static EventType unknown(String name) {
        return new EventType(name, List.of(), name, "",
                JsonNodeFactory.instance.objectNode().put("type", "object"), List.of());
    }
}
