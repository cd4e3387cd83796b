package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value in a document that knows where it stands, so that what is wrong with it can be told with file and line.
 *
 * @param document the document it stands in
 * @param start a place at or above it
 * @param parent what it stands in; null at the start
 * @param key its name, or its index, in the parent
 * @param node the value; a missing node where there is none
 */
record Part(Document document, JsonPointer start, @Nullable Part parent, String key, JsonNode node) {
    private static final int MAX_HOPS = 32;

    /** The value at a place. */
    static Part at(Document document, JsonPointer place) {
        JsonPointer last = place.last();
        return new Part(document, place, null, last == null ? "" : last.getMatchingProperty(),
                document.root().at(place));
    }

    /** Where it stands. Made when asked for: pointers are dear, and few parts are ever asked. */
    JsonPointer at() {
        if (parent == null) {
            return start;
        }
        // An index and a property of that name are written alike.
        return parent.at().appendProperty(key);
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    Part get(String name) {
        return new Part(document, start, this, name, node.path(name));
    }

    private Part get(int index) {
        return new Part(document, start, this, Integer.toString(index), node.path(index));
    }

    /** The elements of a list; a value that is no list counts as a list of itself. */
    List<Part> items() {
        if (node.isArray()) {
            return IntStream.range(0, node.size()).mapToObj(this::get).toList();
        }
        return isPresent() ? List.of(this) : List.of();
    }

    /** The properties of an object, in the order of the file; none of anything else. */
    List<Part> properties() {
        return node.isObject() ? node.propertyNames().stream().map(this::get).toList() : List.of();
    }

    /** The text here, or the other one where there is none. */
    String text(String otherwise) throws Problem {
        if (!isPresent()) {
            return otherwise;
        }
        if (!node.isValueNode()) {
            throw problem("“" + key() + "” must be a text.");
        }
        return node.asString();
    }

    /** The texts of a list, or of a single value. */
    List<String> texts() throws Problem {
        List<String> texts = new ArrayList<>();
        for (Part item : items()) {
            texts.add(item.text(""));
        }
        return texts;
    }

    /** The whole number here, between two bounds. */
    int number(int min, int max) throws Problem {
        if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
            throw problem("“" + key() + "” must be a whole number from " + min + " to " + max + ".");
        }
        return node.intValue();
    }

    /** Refuses properties that nobody would read, which are misspelt as a rule. Extensions ({@code x-…}) are let be. */
    void allow(List<String> names) throws Problem {
        if (isPresent() && !node.isObject()) {
            throw problem("“" + key() + "” must have properties: " + String.join(", ", names) + ".");
        }
        for (Part property : properties()) {
            if (!names.contains(property.key()) && !property.key().startsWith("x-")) {
                throw property.problem("“" + property.key() + "” is unknown here; known are " + String.join(", ", names)
                        + ".");
            }
        }
    }

    /** This part, or what it refers to within the document. */
    Part followed() throws Problem {
        Part part = this;
        for (int hops = 0; part.node.path("$ref").isString(); hops++) {
            String reference = part.node.path("$ref").stringValue();
            if (hops == MAX_HOPS || !reference.startsWith("#/")) {
                throw part.problem("“" + reference + "” cannot be followed; only references within this file can.");
            }
            Part target = at(document, JsonPointer.compile(reference.substring(1)));
            if (target.node.isMissingNode()) {
                throw part.problem("“" + reference + "” refers to nothing in this file.");
            }
            part = target;
        }
        return part;
    }

    /** What is wrong here: a sentence. */
    Problem problem(String reason) {
        return document.problem(at(), reason);
    }
}
