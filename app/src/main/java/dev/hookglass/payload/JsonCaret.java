package dev.hookglass.payload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a place in a JSON text that is being written: a member's name, or a value. Lenient, since the text is not
 * finished as a rule.
 *
 * @param path the names and indexes that lead to the object whose member's name, or to the value, that belongs there
 * @param kind what belongs there
 * @param start where what stands there already begins
 * @param end where it ends; the same for nothing
 * @param typed what stands before the caret, without quotes
 * @param present the names that the object has already
 * @param hasValue whether a colon follows the name
 */
public record JsonCaret(List<String> path, Kind kind, int start, int end, String typed, Set<String> present,
        boolean hasValue) {
    /** What belongs to a place. */
    public enum Kind {
        /** A member's name. */
        NAME,
        /** A value. */
        VALUE,
        /** A comma or the end of what is open. */
        NEITHER
    }

    public JsonCaret {
        path = List.copyOf(path);
        present = Set.copyOf(present);
    }

    /** The place of a caret. */
    public static JsonCaret at(String text, int caret) {
        return new Scan(text, caret).place();
    }

    /** An object or list that is open. */
    private static final class Level {
        private final boolean isObject;
        private final Set<String> names = new HashSet<>();
        private @Nullable String name;
        private boolean isAtName;
        private boolean hasValue;
        private int index;

        Level(boolean isObject) {
            this.isObject = isObject;
            isAtName = isObject;
        }

        String step() {
            return isObject ? String.valueOf(name) : Integer.toString(index);
        }

        void next() {
            index++;
            isAtName = isObject;
            hasValue = false;
        }
    }

    private static final class Scan {
        private final String text;
        private final int caret;
        private final Deque<Level> open = new ArrayDeque<>();
        private int at;

        Scan(String text, int caret) {
            this.text = text;
            this.caret = caret;
        }

        JsonCaret place() {
            int start = caret;
            int end = caret;
            while (at < caret) {
                int before = at;
                boolean isToken = step();
                if (at >= caret && isToken) {
                    start = before;
                    end = at;
                }
            }
            return found(start, end);
        }

        /** Takes one token, or one character that is none; whether it was a text, a number or a word. */
        private boolean step() {
            char c = text.charAt(at);
            switch (c) {
                case '{', '[' -> open.push(new Level(c == '{'));
                case '}', ']' -> {
                    open.poll();
                    current().hasValue = true;
                }
                case ',' -> current().next();
                case ':' -> current().isAtName = false;
                case '"' -> {
                    current().hasValue = !current().isAtName;
                    string();
                    return true;
                }
                default -> {
                    return word(c);
                }
            }
            at++;
            return false;
        }

        private Level current() {
            Level level = open.peek();
            return level == null ? new Level(false) : level;
        }

        private void string() {
            int start = at++;
            while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            boolean closed = at < text.length() && text.charAt(at) == '"';
            at = Math.min(closed ? at + 1 : at, text.length());
            Level level = current();
            boolean isBeingTyped = start < caret && at >= caret;
            if (level.isAtName && !isBeingTyped) {
                level.name = unquoted(start, at);
                level.names.add(level.name);
            }
        }

        private boolean word(char first) {
            if (!Character.isLetterOrDigit(first) && first != '-') {
                at++;
                return false;
            }
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            current().hasValue = true;
            return true;
        }

        private static Kind kind(Level level, boolean isName, boolean isInToken) {
            if (isName) {
                return Kind.NAME;
            }
            return level.hasValue && !isInToken ? Kind.NEITHER : Kind.VALUE;
        }

        /** The names that follow behind the caret in the same object. */
        private void addLater(Level level, Set<String> present) {
            int depth = open.size();
            level.names.clear();
            while (at < text.length() && open.size() >= depth) {
                step();
            }
            present.addAll(level.names);
        }

        private String unquoted(int start, int end) {
            return text.substring(start, end).replaceFirst("^\"", "").replaceFirst("\"$", "");
        }

        private JsonCaret found(int start, int end) {
            Level level = current();
            boolean isName = level.isAtName && !open.isEmpty();
            List<String> path = new ArrayList<>();
            open.descendingIterator().forEachRemaining(each -> path.add(each.step()));
            if (isName) {
                path.removeLast();
            }
            String typed = unquoted(start, Math.max(start, Math.min(end, caret)));
            boolean hasValue = text.substring(end).matches("(?s)\\s*:.*");
            Set<String> present = new HashSet<>(level.names);
            addLater(level, present);
            return new JsonCaret(path, kind(level, isName, start < end), start, end, typed, present, hasValue);
        }
    }
}
