package dev.hookglass.delivery;

import java.time.Instant;
import java.util.Locale;

/**
 * The certificate by which a target says who it is, and which nobody on this machine vouches for.
 *
 * @param subject whom it names, as an X.500 name
 * @param issuer who issued it; the subject itself where it is self-signed
 * @param from when it begins to be valid
 * @param until when it ends to be
 * @param sha256 of its DER form, in lower-case hex
 */
public record ServerIdentity(String subject, String issuer, Instant from, Instant until, String sha256) {
    /** The fingerprint as it is usually written: {@code 3F:0A:…}. */
    public String fingerprint() {
        return sha256.toUpperCase(Locale.ROOT).replaceAll("..(?=.)", "$0:");
    }
}
