package dev.hookglass.payload;

import dev.hookglass.payload.JsonTokens.Kind;
import dev.hookglass.payload.JsonTokens.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is to be coloured in one line of XML. Lenient: what is not XML gets no span. */
public final class XmlTokens {
    private static final Pattern TAG = Pattern.compile("</?[^\\s<>/=]+|/?>|\\?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>\"'/]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private XmlTokens() {}

    /** The spans of a line in their order, without overlaps. */
    public static List<Span> of(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher tag = TAG.matcher(line);
        int inner = 0;
        while (tag.find()) {
            if (line.charAt(tag.start()) != '<') {
                addAttributes(line, inner, tag.start(), spans);
            }
            spans.add(new Span(tag.start(), tag.end(), Kind.KEY));
            inner = tag.end();
        }
        return spans;
    }

    private static void addAttributes(String line, int inner, int outer, List<Span> spans) {
        Matcher attribute = ATTRIBUTE.matcher(line).region(inner, outer);
        while (attribute.find()) {
            spans.add(new Span(attribute.start(1), attribute.end(1), Kind.LITERAL));
            spans.add(new Span(attribute.start(2), attribute.end(2), Kind.STRING));
        }
    }
}
