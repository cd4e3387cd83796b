package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path FILE = MAIN
            .resolve(Path.of("resources", "dev", "hookglass", "ui", "messages.properties"));
    /** Calls that name a key: text("key", …), count("key", …), text("prefix." + …), text(one ? "a.b" : "a.c"). */
    private static final Pattern CALL = Pattern.compile("\\b(text|count)\\(");
    private static final Pattern INNER_CALL = Pattern.compile("\\b(text|count)\\(\"[^\"]*\"");
    private static final Pattern KEY = Pattern
            .compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)+\\.?|[a-z]+\\.)\"(\\s*\\+)?");

    @Test
    void argumentsAreFilledInAndApostrophesStay() {
        assertEquals("3 of 17", Messages.text("find.place", 3, 17));
        assertEquals("{1} of 2", Messages.text("find.place", "{1}", 2));
    }

    @Test
    void unknownKeyIsABug() {
        assertThrows(IllegalArgumentException.class, () -> Messages.text("no.such.key"));
    }

    @Test
    void eachKeyInTheFileIsUsedAndEachKeyUsedIsInTheFile() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        sources().forEach(source -> collect(source, used, prefixes));
        Set<String> there = keys();
        assertEquals(Set.of(), minus(used, there), "used, but not in the file");
        Set<String> unused = minus(there, used).stream()
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused, "in the file, but not used");
    }

    private static void collect(String source, Set<String> used, Set<String> prefixes) {
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            // The keys of calls within this one's arguments are found when their own turn comes.
            String arguments = INNER_CALL.matcher(arguments(source, call.end())).replaceAll("");
            Matcher key = KEY.matcher(arguments);
            while (key.find()) {
                if (key.group(2) != null) {
                    prefixes.add(key.group(1));
                } else if (call.group(1).equals("count")) {
                    used.addAll(List.of(key.group(1) + ".one", key.group(1) + ".many"));
                } else {
                    used.add(key.group(1));
                }
            }
        }
    }

    /** What stands between the parentheses of a call, the first of which is at start - 1. */
    private static String arguments(String source, int start) {
        int depth = 1;
        int at = start;
        while (depth > 0 && at < source.length()) {
            char c = source.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return source.substring(start, at);
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static Set<String> keys() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve(Path.of("java", "dev", "hookglass", "ui")))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
