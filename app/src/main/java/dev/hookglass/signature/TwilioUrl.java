package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio's own: HMAC-SHA1 of the URL and, sorted and run together, the names and values of the form in the body. Where the
 * query has {@code bodySHA256}, the URL alone is signed and that hash covers the body. The URL may have been signed with
 * its port or without.
 */
public final class TwilioUrl implements Scheme {
    private static final SignatureHeader HEADER = new SignatureHeader(List.of("X-Twilio-Signature"), "", "",
            Encoding.BASE64);
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9A-Fa-f]*)");
    private static final Pattern URL = Pattern.compile("(https?)://([^/?#:]*)(:\\d+)?(.*)", Pattern.DOTALL);

    private final Function<Bytes, byte[]> fields;

    public TwilioUrl() {
        this(FormFields::runTogether);
    }

    private TwilioUrl(Function<Bytes, byte[]> fields) {
        this.fields = fields;
    }

    @Override
    public String id() {
        return "twilio";
    }

    /** All of them are alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TwilioUrl;
    }

    @Override
    public int hashCode() {
        return TwilioUrl.class.hashCode();
    }

    @Override
    public Scheme remembering() {
        return new TwilioUrl(new Latest());
    }

    /** The fields of the body that was asked for last. */
    private static final class Latest implements Function<Bytes, byte[]> {
        private Bytes body = Bytes.EMPTY;
        private byte[] fields = FormFields.runTogether(Bytes.EMPTY);

        @Override
        @SuppressWarnings("ReferenceEquality") // To compare megabytes would take as long.
        public byte[] apply(Bytes asked) {
            if (asked != body) {
                fields = FormFields.runTogether(asked);
                body = asked;
            }
            return fields;
        }
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        try {
            List<byte[]> received = HEADER.signatures(message.head(), Hash.SHA1.length(), trace);
            Matcher bodyHash = BODY_HASH.matcher(message.url());
            boolean hashed = bodyHash.find();
            byte[] signedFields = hashed ? new byte[0] : fields.apply(message.body());
            for (String url : spellings(message.url())) {
                List<byte[]> pieces = List.of(url.getBytes(StandardCharsets.UTF_8), signedFields);
                trace.signed(pieces, () -> "Signed is the URL, " + url
                        + (hashed ? ", which carries the body's hash." : ", and the sorted fields of the form."));
                byte[] expected = Hash.SHA1.hmac(KeyForm.TEXT.key(secret), pieces);
                boolean matches = MessageDigest.isEqual(received.getFirst(), expected);
                trace.tried(() -> new Trial(secret.name(), matches, "HMAC-SHA1",
                        Optional.of(new Concealed(() -> Encoding.BASE64.write(expected)))));
                if (matches) {
                    return !hashed || isHash(bodyHash.group(1), message)
                            ? new Verdict(Outcome.VALID,
                                    "X-Twilio-Signature matches the URL, the body and secret “" + secret.name() + "”.")
                            : new Verdict(Outcome.INVALID,
                                    "X-Twilio-Signature matches the URL, but the body is not the "
                                            + "one whose hash bodySHA256 in the URL gives: it was changed on the way.");
                }
            }
            return new Verdict(Outcome.INVALID, "X-Twilio-Signature does not match the URL and body with secret “"
                    + secret.name() + "”: the body was changed on the way, it was sent to another URL than the "
                    + "source's public URL, or another secret signed it.");
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private static boolean isHash(String hex, SignedMessage message) {
        return MessageDigest.isEqual(latin1(hex), latin1(message.body().sha256()));
    }

    /** The URL as it is, without a port, and with the port that it has by default. */
    private static List<String> spellings(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return List.of(url);
        }
        String host = parts.group(1) + "://" + parts.group(2);
        String rest = parts.group(4);
        return parts.group(3) == null
                ? List.of(url, host + (parts.group(1).equals("https") ? ":443" : ":80") + rest)
                : List.of(url, host + rest);
    }

    private byte[] compute(String url, SignedMessage message, boolean hashed, Secret secret) {
        return Hash.SHA1.hmac(KeyForm.TEXT.key(secret),
                List.of(url.getBytes(StandardCharsets.UTF_8), hashed ? new byte[0] : fields.apply(message.body())));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        boolean hashed = BODY_HASH.matcher(message.url()).find();
        return List.of(HEADER.write(compute(message.url(), message, hashed, secret), List.of(), message.head()));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return KeyForm.TEXT.objection(secretText);
    }
}
