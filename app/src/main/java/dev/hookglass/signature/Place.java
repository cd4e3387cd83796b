package dev.hookglass.signature;

import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Where a request carries a value that its signature covers, such as a timestamp. */
public sealed interface Place {
    /** The value of a header. */
    record InHeader(String name) implements Place {}

    /** A field of the signature header: in {@code t=1,v1=2} the field {@code t} is 1. */
    record InSignature(String field) implements Place {}

    /** A scalar in the JSON body. */
    record InBody(JsonPointer pointer) implements Place {}

    /** The value as text, if the request has it. */
    default Optional<String> find(SignedMessage message, SignatureHeader signature) {
        Optional<String> found = switch (this) {
            case InHeader header -> message.head().first(header.name());
            case InSignature field -> signature.field(message.head(), field.field());
            case InBody scalar -> JsonScalars.of(message.body()).at(scalar.pointer());
        };
        return found.filter(value -> !value.isEmpty());
    }

    /** The place for people. */
    default String words(SignatureHeader signature) {
        return switch (this) {
            case InHeader header -> header.name() + " header";
            case InSignature field -> "“" + field.field() + "=” in its " + signature.name() + " header";
            case InBody scalar -> scalar.pointer() + " in its body";
        };
    }
}
