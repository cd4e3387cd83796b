package dev.hookglass.signature;

import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something in a request that a scheme would have put there, told without any secret.
 *
 * @param place the header's name in lower case, or the place in the body as a JSON pointer
 * @param isSignature whether it is the signature, in the form that the scheme writes; else it is what goes with it
 * @param isUsual whether it stands in the place that is named first, not in one that is accepted as well
 */
public record Telltale(String place, boolean isSignature, boolean isUsual) {
    private static final String TWILIO = "X-Twilio-Signature";

    /**
     * What a scheme left in a request. Credentials in {@code Authorization} tell of nobody, so they are none; neither is a
     * signature in a form that the scheme does not write.
     */
    public static List<Telltale> of(Scheme scheme, SignedMessage message) {
        RequestHead head = message.head();
        return switch (scheme) {
            case Unsigned _,HttpBasic _,HeaderKey _,ContentDigest _ -> List.of();
            case HeaderEquals equal -> signature(head, equal.header());
            case Hmac hmac -> of(hmac.layout(), hmac.hash().length(), head);
            case SecretHash hash -> of(hash.layout(), hash.hash().length(), head);
            case PublicKey key -> of(key.layout(), 0, head);
            case BodyFields fields -> of(fields, message);
            case TwilioUrl _ -> signature(head, TWILIO);
            case MessageSignature _ -> signature(head, "Signature-Input");
            case FirstFitting choice -> choice.schemes().stream().flatMap(each -> of(each, message).stream()).toList();
            case ByHeader choice -> choice.choices().stream().flatMap(each -> of(each, message)).toList();
        };
    }

    private static Stream<Telltale> of(ByHeader.Choice choice, SignedMessage message) {
        return choice.isToldBy(message.head()) ? of(choice.scheme(), message).stream() : Stream.empty();
    }

    private static List<Telltale> signature(RequestHead head, String header) {
        return head.first(header).filter(value -> !value.isEmpty())
                .map(_ -> new Telltale(lower(header), true, true)).stream().toList();
    }

    private static List<Telltale> of(BodyFields fields, SignedMessage message) {
        JsonScalars body = JsonScalars.of(message.body());
        return fields.item()
                .stream()
                .map(item -> item.append(fields.signature()))
                .filter(place -> body.at(place).isPresent())
                .map(place -> new Telltale(place.toString(), true, true))
                .limit(1)
                .toList();
    }

    private static List<Telltale> of(Layout layout, int length, RequestHead head) {
        List<Telltale> telltales = new ArrayList<>();
        SignatureHeader header = layout.header();
        for (String name : header.names()) {
            if (isReadable(new SignatureHeader(List.of(name), header.separator(), header.prefix(), header.encoding()),
                    length, head)) {
                telltales.add(new Telltale(lower(name), true, name.equals(header.name())));
            }
        }
        Stream.of(layout.timestamp().map(Timestamp::places).orElse(List.of()), layout.id())
                .forEach(places -> addHeaders(telltales, places, head));
        Optional<String> list = layout.content().listHeader();
        list.filter(name -> head.first(name).isPresent()).ifPresent(name -> telltales.add(
                new Telltale(lower(name), false, true)));
        return telltales;
    }

    private static boolean isReadable(SignatureHeader header, int length, RequestHead head) {
        try {
            return !header.signatures(head, length, Trace.NONE).isEmpty();
        } catch (Refusal missingOrOtherwiseWritten) {
            return false;
        }
    }

    private static void addHeaders(List<Telltale> telltales, List<Place> places, RequestHead head) {
        for (Place place : places) {
            if (place instanceof Place.InHeader(String name) && head.first(name).isPresent()) {
                telltales.add(new Telltale(lower(name), false, place.equals(places.getFirst())));
            }
        }
    }

    private static String lower(String header) {
        return header.toLowerCase(Locale.ROOT);
    }
}
