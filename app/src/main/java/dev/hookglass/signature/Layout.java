package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a request carries its signature, and what that covers; how it is computed is the scheme's matter.
 *
 * @param header the header with the signature
 * @param content what is signed
 * @param timestamp the time of sending; empty if none is sent
 * @param id where the message's id stands, tried in turn; empty if it is not signed
 */
public record Layout(SignatureHeader header, Content content, Optional<Timestamp> timestamp, List<Place> id) {
    public Layout {
        id = List.copyOf(id);
    }

    /** The raw body, its signature in lower-case hex behind a prefix. */
    public static Layout ofBody(String header, String prefix) {
        return new Layout(new SignatureHeader(List.of(header), "", prefix, Encoding.HEX), Content.BODY,
                Optional.empty(), List.of());
    }

    /**
     * Judges a message.
     *
     * @param length the number of bytes of a signature, or 0 where it varies
     * @param proofs for some content, what tells a right signature of it
     */
    Verdict check(SignedMessage message, Secret secret, int length, Function<List<byte[]>, Proof> proofs, Trace trace) {
        try {
            List<byte[]> signatures = header.signatures(message.head(), length, trace);
            String time = timestamp.isPresent() ? timestamp.get().text(message, header) : "";
            Optional<String> stale = timestamp.isPresent()
                    ? timestamp.get().staleness(time, message, trace)
                    : Optional.empty();
            List<byte[]> pieces = pieces(message, time, id(message));
            trace.signed(pieces, () -> "Signed is: " + content.words() + ".");
            Proof proof = proofs.apply(pieces);
            boolean matches = signatures.stream().anyMatch(proof.test());
            trace.tried(() -> new Trial(secret.name(), matches, proof.how(), proof.expected()
                    .map(bytes -> new Concealed(() -> header.prefix() + header.encoding().write(bytes)))));
            if (!matches) {
                return new Verdict(Outcome.INVALID, header.name() + " does not match the " + covered()
                        + " with secret “" + secret.name() + "”: " + causes());
            }
            return stale.map(why -> new Verdict(Outcome.STALE, header.name() + " matches secret “" + secret.name()
                    + "”, but " + why + ": a receiver would refuse it."))
                    .orElseGet(() -> new Verdict(Outcome.VALID,
                            header.name() + " matches the " + covered() + " and secret “" + secret.name() + "”."));
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    /** The bytes that a signature of this message covers; empty if it lacks a time or an id that they hold. */
    public Optional<Bytes> content(SignedMessage message) {
        try {
            String time = timestamp.isPresent() ? timestamp.get().text(message, header) : "";
            List<byte[]> pieces = pieces(message, time, id(message));
            ByteBuffer bytes = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
            pieces.forEach(bytes::put);
            return Optional.of(Bytes.wrap(bytes.array()));
        } catch (Refusal lacking) {
            return Optional.empty();
        }
    }

    private String covered() {
        return content.has(Content.Part.URL) ? "URL and body" : "body";
    }

    private String causes() {
        return content.has(Content.Part.URL)
                ? "the body was changed on the way, it was sent to another URL than the source's public URL, "
                        + "or another secret signed it."
                : "the body was changed on the way, or another secret signed it.";
    }

    private String id(SignedMessage message) throws Refusal {
        for (Place place : id) {
            Optional<String> found = place.find(message, header);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (id.isEmpty()) {
            return "";
        }
        throw Refusal.missing("The request has no " + id.getFirst().words(header) + ", where its id should stand.");
    }

    private List<byte[]> pieces(SignedMessage message, String time, String idText) {
        List<byte[]> pieces = new ArrayList<>();
        for (Content.Piece piece : content.pieces()) {
            pieces.add(switch (piece) {
                case Content.Literal literal -> literal.text().getBytes(StandardCharsets.UTF_8);
                case Content.Field field ->
                    JsonScalars.of(message.body()).at(field.pointer()).orElse("").getBytes(StandardCharsets.UTF_8);
                case Content.SignedHeaders headers ->
                    latin1(signedHeaders(message.head(), message.head().first(headers.list()).orElse("")));
                case Content.Part part -> switch (part) {
                    case BODY -> message.body().array();
                    case TIMESTAMP -> latin1(time);
                    case ID -> latin1(idText);
                    case METHOD -> latin1(message.head().method());
                    case URL -> message.url().getBytes(StandardCharsets.UTF_8);
                    case PATH -> message.url().replaceFirst("^[^/]*//[^/?]*", "").getBytes(StandardCharsets.UTF_8);
                };
            });
        }
        return pieces;
    }

    private static String signedHeaders(RequestHead head, String list) {
        return Stream.of(list.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .map(name -> name + ":" + head.first(name).orElse(""))
                .collect(Collectors.joining(";"));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The body to be sent with the time of sending in it, if that is where the time stands; every other byte stays. */
    Bytes signBody(SignedMessage message) {
        return timestamp.flatMap(stamp -> stamp.places().getFirst() instanceof Place.InBody place
                ? Optional.of(JsonNumber.put(message.body(), place.pointer(), stamp.write(message.time())))
                : Optional.empty()).orElse(message.body());
    }

    /**
     * The headers that prove a message, under the names that an earlier signing has used, if there was one.
     *
     * @param compute makes the signature of some content
     */
    List<Header> sign(SignedMessage message, Function<List<byte[]>, byte[]> compute) {
        String time = timestamp.map(stamp -> stamp.write(message.time())).orElse("");
        String idText = id.stream()
                .flatMap(place -> place.find(message, header).stream())
                .findFirst()
                .orElseGet(() -> newId(message));
        List<Header> added = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        write(used(id, message), idText, added, fields);
        timestamp.ifPresent(stamp -> write(used(stamp.places(), message), time, added, fields));
        content.listHeader().ifPresent(list -> added.add(new Header(list, Stream
                .concat(Stream.of(list), added.stream().map(Header::name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(",")))));
        SignedMessage whole = with(message, added);
        added.add(header.write(compute.apply(pieces(whole, time, idText)), fields, message.head()));
        return added;
    }

    /** Of several places, the one where the message has something already; else the first. */
    private Optional<Place> used(List<Place> places, SignedMessage message) {
        return places.stream()
                .filter(place -> place.find(message, header).isPresent())
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private static void write(Optional<Place> used, String value, List<Header> headers, List<String> fields) {
        switch (used.orElse(null)) {
            case Place.InHeader place -> headers.add(new Header(place.name(), value));
            case Place.InSignature place -> fields.add(place.field() + "=" + value);
            case Place.InBody _ -> {
                // The body is signed as it is.
            }
            case null -> {
                // Nothing is sent.
            }
        }
    }

    private static SignedMessage with(SignedMessage message, List<Header> added) {
        RequestHead head = message.head();
        // The new ones come first, as they take the place of those that a message may have from an earlier signing.
        RequestHead whole = new RequestHead(head.method(), head.target(), head.protocol(),
                Stream.concat(added.stream(), head.headers().stream()).toList());
        return new SignedMessage(whole, message.body(), message.time(), message.publicUrl(), message.tolerance());
    }

    /** The same for the same message, so that signing stays a pure function. */
    private static String newId(SignedMessage message) {
        return "msg_" + Bytes.ofUtf8(message.body().sha256() + message.time()).sha256().substring(0, 24);
    }
}
