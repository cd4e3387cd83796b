package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.EventFilter.Condition;
import dev.hookglass.filter.Term;
import dev.hookglass.payload.SearchedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a filter that reads heads and bodies. */
record ContentTest(List<Needle> needles, List<HeaderNeedle> headers, List<String> path) {
    /** A text as {@link SearchedText} compares it. */
    record Needle(String folded, boolean negated) {}

    /** A header with a value. */
    record HeaderNeedle(Term.HeaderIs term, Pattern value, boolean negated) {
        boolean holds(RequestHead head) {
            return negated != head.all(term.name()).stream().anyMatch(each -> value.matcher(each).matches());
        }
    }

    static ContentTest of(EventFilter filter) {
        List<Condition> conditions = filter.conditions();
        return new ContentTest(
                conditions.stream()
                        .filter(condition -> condition.term() instanceof Term.Text)
                        .map(condition -> new Needle(SearchedText.folded(((Term.Text) condition.term()).needle()),
                                condition.negated()))
                        .toList(),
                conditions.stream()
                        .filter(condition -> condition.term() instanceof Term.HeaderIs)
                        .map(condition -> header((Term.HeaderIs) condition.term(), condition.negated()))
                        .toList(),
                conditions.stream()
                        .filter(condition -> condition.term() instanceof Term.Path && !condition.negated())
                        .map(condition -> ((Term.Path) condition.term()).globs())
                        .filter(globs -> globs.size() == 1)
                        .map(List::getFirst)
                        .toList());
    }

    private static HeaderNeedle header(Term.HeaderIs term, boolean negated) {
        String expression = Arrays.stream(term.glob().split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return new HeaderNeedle(term, Pattern.compile(expression,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL), negated);
    }

    /**
     * Texts that every event has which passes, as they are compared; there may be none. Of headers and of the path, which is
     * tested elsewhere, these are the parts in ASCII between blanks: a line may be folded there, and other characters may
     * have been sent in whatever charset.
     */
    List<String> texts() {
        Stream<String> parts = Stream
                .concat(path.stream(), headers.stream()
                        .filter(header -> !header.negated())
                        .flatMap(header -> Stream.of(header.term().name(), header.term().glob())))
                .flatMap(part -> Arrays.stream(part.split("[^!-)+-~]+")))
                .map(part -> part.toLowerCase(Locale.ROOT));
        return Stream
                .concat(needles.stream().filter(needle -> !needle.negated()).map(Needle::folded), parts)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Headers that every event has which passes. */
    List<Header> wholeHeaders() {
        return headers.stream()
                .filter(header -> !header.negated() && header.term().glob().indexOf('*') < 0)
                .map(header -> new Header(header.term().name(), header.term().glob()))
                .toList();
    }

    /** Whether there is something to read, or to look up in an index of texts. */
    boolean isHelpful() {
        return readsContent() || !path.isEmpty();
    }

    boolean readsContent() {
        return !needles.isEmpty() || !headers.isEmpty();
    }

    boolean passes(Bytes head, Bytes body) {
        if (!headers.isEmpty()) {
            RequestHead parsed = RequestHead.parse(head);
            if (!headers.stream().allMatch(header -> header.holds(parsed))) {
                return false;
            }
        }
        return needles.isEmpty() || textsPass(head, body);
    }

    private boolean textsPass(Bytes head, Bytes body) {
        boolean[] found = new boolean[needles.size()];
        int overlap = needles.stream().mapToInt(needle -> needle.folded().length()).max().orElse(1) - 1;
        SearchedText.read(head, body, overlap, (chars, count) -> look(chars, count, found));
        for (int i = 0; i < found.length; i++) {
            if (found[i] == needles.get(i).negated()) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is not found yet may still change anything. */
    private boolean look(char[] chars, int count, boolean[] found) {
        boolean open = false;
        for (int i = 0; i < found.length; i++) {
            found[i] = found[i] || occurs(needles.get(i).folded(), chars, count);
            if (found[i] && needles.get(i).negated()) {
                return false;
            }
            open |= !found[i];
        }
        return open;
    }

    private static boolean occurs(String needle, char[] chars, int count) {
        char first = needle.charAt(0);
        for (int start = 0; start <= count - needle.length(); start++) {
            if (chars[start] == first) {
                int at = 1;
                while (at < needle.length() && chars[start + at] == needle.charAt(at)) {
                    at++;
                }
                if (at == needle.length()) {
                    return true;
                }
            }
        }
        return false;
    }
}
