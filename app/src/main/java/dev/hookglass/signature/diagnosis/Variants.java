package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.InHeader;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHash;
import dev.hookglass.signature.SignatureHeader;
import dev.hookglass.signature.TwilioUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Schemes that differ in one respect from the one that a provider's file describes. */
final class Variants {
    private static final Set<Content.Part> PARTS_OF_URL = Set.of(Content.Part.URL, Content.Part.PATH);

    private Variants() {}

    static Optional<Layout> layout(Scheme scheme) {
        return scheme instanceof InHeader signed ? Optional.of(signed.layout()) : Optional.empty();
    }

    /** Where the signature stands, if it does so in a header of its own. */
    static Optional<SignatureHeader> header(Scheme scheme) {
        return scheme instanceof TwilioUrl
                ? Optional.of(new SignatureHeader(List.of("X-Twilio-Signature"), "", "", Encoding.BASE64))
                : layout(scheme).map(Layout::header);
    }

    static Optional<Hash> hash(Scheme scheme) {
        return switch (scheme) {
            case Hmac hmac -> Optional.of(hmac.hash());
            case SecretHash secretHash -> Optional.of(secretHash.hash());
            case BodyFields fields -> Optional.of(fields.hash());
            case TwilioUrl _ -> Optional.of(Hash.SHA1);
            default -> Optional.empty();
        };
    }

    static Optional<KeyForm> key(Scheme scheme) {
        return switch (scheme) {
            case Hmac hmac -> Optional.of(hmac.key());
            case BodyFields fields -> Optional.of(fields.key());
            default -> Optional.empty();
        };
    }

    static Scheme withHash(Scheme scheme, Hash hash) {
        return switch (scheme) {
            case Hmac hmac -> new Hmac(hmac.layout(), hash, hmac.key());
            case SecretHash secretHash -> new SecretHash(secretHash.layout(), hash);
            case BodyFields fields -> new BodyFields(fields.item(), fields.signature(), fields.content(), hash,
                    fields.encoding(), fields.key());
            default -> scheme;
        };
    }

    static Scheme withKey(Scheme scheme, KeyForm key) {
        return switch (scheme) {
            case Hmac hmac -> new Hmac(hmac.layout(), hmac.hash(), key);
            case BodyFields fields -> new BodyFields(fields.item(), fields.signature(), fields.content(),
                    fields.hash(), fields.encoding(), key);
            default -> scheme;
        };
    }

    static Scheme withLayout(Scheme scheme, Layout layout) {
        return switch (scheme) {
            case Hmac hmac -> new Hmac(layout, hmac.hash(), hmac.key());
            case SecretHash secretHash -> new SecretHash(layout, secretHash.hash());
            case PublicKey publicKey -> new PublicKey(layout, publicKey.algorithm());
            default -> scheme;
        };
    }

    /** Whether anything is signed but fields that stand in the body together with their signature. */
    static boolean signsContent(Scheme scheme) {
        return !(scheme instanceof HeaderEquals || scheme instanceof HeaderKey || scheme instanceof HttpBasic
                || scheme instanceof BodyFields);
    }

    /** Whether the URL is signed, in whole or in part. */
    static boolean signsUrl(Scheme scheme) {
        return scheme instanceof TwilioUrl || scheme instanceof MessageSignature
                || layout(scheme).filter(layout -> layout.content().pieces().stream().anyMatch(PARTS_OF_URL::contains))
                        .isPresent();
    }
}
