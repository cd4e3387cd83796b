package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The part of a filter that reads heads and bodies: each text occurs in one of them, ASCII letters in either case. */
record ContentTest(List<Needle> needles) {
    record Needle(Bytes folded, boolean negated) {}

    static ContentTest of(EventFilter filter) {
        return new ContentTest(filter.conditions()
                .stream()
                .filter(condition -> condition.term() instanceof Term.Text)
                .map(condition -> new Needle(fold(((Term.Text) condition.term()).needle()), condition.negated()))
                .toList());
    }

    boolean passes(Bytes head, Bytes body) {
        return needles.stream()
                .allMatch(
                        needle -> needle.negated() != (occurs(needle.folded(), head) || occurs(needle.folded(), body)));
    }

    private static Bytes fold(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
        return Bytes.wrap(bytes);
    }

    private static byte fold(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private static boolean occurs(Bytes folded, Bytes content) {
        byte[] needle = folded.array();
        byte[] haystack = content.array();
        for (int start = 0; start <= haystack.length - needle.length; start++) {
            int at = 0;
            while (at < needle.length && fold(haystack[start + at]) == needle[at]) {
                at++;
            }
            if (at == needle.length) {
                return true;
            }
        }
        return false;
    }
}
