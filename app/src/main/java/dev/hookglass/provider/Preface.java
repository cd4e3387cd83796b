package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text before a YAML document that is none of it, as stands there when a web page that shows the document was saved as text.
 *
 * @param lines how many lines it has
 * @param blanked the document behind as many empty lines, so that what is wrong in it is found at its true line
 * @param document the document by itself
 */
record Preface(int lines, Bytes blanked, Bytes document) {
    private static final Pattern BEGINNING = Pattern.compile("^asyncapi[ \\t]*:", Pattern.MULTILINE);
    /** What is of the document, though it stands before that line: it must not be skipped, even if it cannot be read. */
    private static final Pattern PART = Pattern.compile(
            "^([\"']?(info|id|servers|channels|operations|components|tags|externalDocs|defaultContentType|x-[\\w-]+)"
                    + "[\"']?[ \\t]*:([ \\t].*)?|\\{.*)$",
            Pattern.MULTILINE);

    /** The text before the first line that begins with {@code asyncapi:}; empty where the whole is a document, or there is none. */
    static Optional<Preface> of(String file, Bytes content) {
        String text = content.utf8();
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.find() || beginning.start() == 0 || isDocument(file, content)) {
            return Optional.empty();
        }
        String before = text.substring(0, beginning.start());
        if (PART.matcher(before).find()) {
            return Optional.empty();
        }
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        String document = text.substring(beginning.start());
        return Optional.of(new Preface(lines, Bytes.ofUtf8("\n".repeat(lines) + document), Bytes.ofUtf8(document)));
    }

    private static boolean isDocument(String file, Bytes content) {
        try {
            return Document.read(file, content).root().has("asyncapi");
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** What to tell whoever imports it. */
    String note() {
        return lines == 1
                ? "The line before the document, which does not belong to it, was skipped."
                : "The " + lines + " lines before the document, which do not belong to it, were skipped.";
    }
}
