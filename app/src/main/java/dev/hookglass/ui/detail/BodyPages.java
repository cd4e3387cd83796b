package dev.hookglass.ui.detail;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Decoded;
import dev.hookglass.payload.FormField;
import dev.hookglass.payload.HexDump;
import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.JsonTree;
import dev.hookglass.payload.Lines;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.Multipart;
import dev.hookglass.payload.Outline;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.payload.TreeReading;
import dev.hookglass.payload.XmlTree;
import dev.hookglass.ui.code.Syntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A body made ready to be looked at.
 *
 * @param tree its values; empty where it is none
 * @param fields those of a form; else empty
 * @param parts those of a multipart body
 * @param raw its characters as sent
 * @param hex its bytes, after their content encoding
 * @param syntax how its text is coloured
 * @param forms in which it can be shown, the best first
 * @param notes what a person should know about how it was read
 * @param mistake where and why it is not what it should be
 */
record BodyPages(Optional<Outline> tree, List<FormField> fields, Optional<Multipart> parts, TextLines raw, Lines hex,
        Syntax syntax, List<BodyForm> forms, List<String> notes, Optional<Pretty.Refused> mistake) {
    /** Reads a body. Takes its time: not for the FX thread. */
    static BodyPages read(Bytes body, List<Header> headers) {
        Decoded decoded = Decoded.decode(body, headers);
        Optional<Multipart> parts = Multipart.read(decoded.bytes(), headers);
        List<String> notes = new ArrayList<>(decoded.notes());
        parts.flatMap(Multipart::obstacle).ifPresent(notes::add);
        return switch (decoded) {
            case Decoded.Text text -> new TextPages(text, headers, parts).read(notes);
            case Decoded.Binary binary -> {
                if (parts.isEmpty()) {
                    notes.add(binary.reason());
                }
                yield unread(binary.bytes(), binary.approximation(), parts, notes);
            }
            case Decoded.Encoded encoded -> {
                notes.add(encoded.reason());
                yield unread(encoded.bytes(), encoded.bytes().latin1(), Optional.empty(), notes);
            }
        };
    }

    private static BodyPages unread(Bytes bytes, String approximation, Optional<Multipart> parts, List<String> notes) {
        List<BodyForm> forms = parts.isPresent()
                ? List.of(BodyForm.PARTS, BodyForm.HEX, BodyForm.RAW)
                : List.of(BodyForm.HEX, BodyForm.RAW);
        return new BodyPages(Optional.empty(), List.of(), parts, TextLines.of(approximation), new HexDump(bytes),
                Syntax.PLAIN, forms, notes, Optional.empty());
    }

    /** The body laid out; takes its time as well, and may be refused although the body is in order. */
    Pretty pretty() {
        return switch (tree.orElse(null)) {
            case XmlTree xml -> new Pretty.Formatted(xml.pretty());
            case JsonTree json -> json.pretty();
            case null, default -> JsonPretty.format(raw.text());
        };
    }

    /** A body that is text, being read. */
    private record TextPages(Decoded.Text text, List<Header> headers, Optional<Multipart> parts) {
        BodyPages read(List<String> notes) {
            MediaType type = MediaType.of(headers);
            boolean isForm = type.name().equals("application/x-www-form-urlencoded");
            List<FormField> fields = isForm ? FormField.read(text.text(), text.charset()) : List.of();
            if (fields.size() == FormField.MOST) {
                notes.add("Only the first 10,000 fields are listed.");
            }
            boolean isXml = isXml(type);
            Optional<TreeReading> reading = text.text().isBlank() || isForm || parts.isPresent()
                    ? Optional.empty()
                    : Optional.of(isXml
                            ? XmlTree.read(text.text())
                            : type.isJsonSequence()
                                    ? JsonTree.readSequence(text.text())
                                    : JsonTree.read(text.text()));
            // A text such as 42 is JSON only where its sender says so.
            Optional<Outline> tree = reading.filter(Outline.class::isInstance)
                    .map(Outline.class::cast)
                    .filter(read -> read.count() > 1 || type.isJson() || "[{".contains(read.source(0).substring(0, 1)));
            // That a text is not JSON need not be said, unless it was to be.
            Optional<Pretty.Refused> mistake = reading.filter(Pretty.Refused.class::isInstance)
                    .map(Pretty.Refused.class::cast)
                    .filter(_ -> isXml || type.isJson() || type.isJsonSequence()
                            || text.text().stripLeading().startsWith("{"));
            Syntax syntax = isXml ? Syntax.XML : tree.isPresent() || mistake.isPresent() ? Syntax.JSON : Syntax.PLAIN;
            return new BodyPages(tree, fields, parts, TextLines.of(text.text()), new HexDump(text.bytes()), syntax,
                    forms(tree.isPresent(), !fields.isEmpty()), notes, mistake);
        }

        private boolean isXml(MediaType type) {
            return type.name().endsWith("/xml") || type.name().endsWith("+xml")
                    || text.text().stripLeading().startsWith("<?xml");
        }

        private List<BodyForm> forms(boolean hasTree, boolean hasFields) {
            Set<BodyForm> forms = EnumSet.of(BodyForm.RAW, BodyForm.HEX);
            if (hasTree) {
                forms.add(BodyForm.TREE);
                forms.add(BodyForm.PRETTY);
            }
            if (hasFields) {
                forms.add(BodyForm.FIELDS);
            }
            if (parts.isPresent()) {
                forms.add(BodyForm.PARTS);
            }
            return List.copyOf(forms);
        }
    }
}
