package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What happens to a secret on its way from the sender's settings into the source's. */
final class SecretAccidents {
    private static final String WHSEC = "whsec_";
    private static final List<KeyForm> FORMS = List.of(KeyForm.TEXT, KeyForm.HEX, KeyForm.BASE64);

    static final List<Accident> ALL = List.of(
            new Accident("a secret outside its time", SecretAccidents::lapsed),
            texts("white space or quotes around the secret", SecretAccidents::trimmed,
                    "Secret “%s” was pasted with white space or quotes around it.",
                    "Paste it again, without anything around it."),
            texts("a name or word in front of the secret", SecretAccidents::withoutWord,
                    "Secret “%s” was pasted with a word or name in front of it.",
                    "Paste it again, without what stands in front of it."),
            texts("a line break after the secret", text -> Stream.of(text + "\n", text + "\r\n", text + " "),
                    "The sender's secret ends with a line break or space, which secret “%s” does not.",
                    "Set it anew at the sender, without the line break; often a file or “echo” without -n put it there."),
            new Accident("another form of the secret (text, hex, base64)", SecretAccidents::forms),
            new Accident("credentials in another form", SecretAccidents::credentials),
            new Accident("a public key without its prefix", SecretAccidents::keys));

    private SecretAccidents() {}

    private static Stream<Repair> lapsed(Case seen) {
        List<Secret> lapsed = seen.secrets().stream().filter(each -> !each.isValidAt(seen.message().time())).toList();
        return Stream.of(new Repair(seen.scheme(), lapsed, seen.message(), new Words(
                "It was signed with a secret that was not valid when the request came.",
                "Let the sender sign with the new secret, or let the old one be valid longer.", Help.SECRETS)));
    }

    private static Accident texts(String name, Function<String, Stream<String>> variants, String cause,
            String remedy) {
        // White space in the text of a key pair means nothing.
        return new Accident(name, seen -> seen.scheme() instanceof PublicKey
                ? Stream.empty()
                : seen.secrets()
                        .stream()
                        .flatMap(secret -> variants.apply(secret.text())
                                .filter(text -> !text.isEmpty() && !text.equals(secret.text()))
                                .distinct()
                                .map(text -> repair(seen, seen.scheme(), secret, text,
                                        String.format(Locale.ROOT, cause, secret.name()), remedy))));
    }

    private static Repair repair(Case seen, Scheme scheme, Secret secret, String text, String cause, String remedy) {
        return new Repair(scheme, List.of(new Secret(secret.name(), text)), seen.message(),
                new Words(cause, remedy, Help.SECRETS));
    }

    private static Stream<String> trimmed(String text) {
        String bare = text.strip().replaceAll("^[\\s\\u00A0\\u200B\\uFEFF]+|[\\s\\u00A0\\u200B\\uFEFF]+$", "");
        return Stream.of(bare, bare.replaceAll("^(['\"`“‘«])(.*)['\"`”’»]$", "$2").strip(),
                text.replaceAll("\\s", ""));
    }

    private static Stream<String> withoutWord(String text) {
        return Stream.of(text.strip().replaceFirst("^(?i)(Bearer|Token|Basic|Secret|Key)[ :]+", ""),
                text.strip().replaceFirst("^(export\\s+)?[A-Za-z_][A-Za-z0-9_]*\\s*[=:]\\s*", "")
                        .replaceAll("^(['\"])(.*)\\1$", "$2"));
    }

    /** Together with white space around it, which often comes with a key that was copied from a terminal. */
    private static Stream<Repair> forms(Case seen) {
        Optional<KeyForm> now = Variants.key(seen.scheme());
        if (now.isEmpty()) {
            return Stream.empty();
        }
        return seen.secrets().stream().flatMap(secret -> forms(seen, now.get(), secret));
    }

    private static Stream<Repair> forms(Case seen, KeyForm now, Secret secret) {
        List<Repair> repairs = new ArrayList<>();
        for (String text : Stream.concat(Stream.of(secret.text()), trimmed(secret.text())).distinct().toList()) {
            for (KeyForm form : FORMS) {
                for (String spelling : spellings(text, form)) {
                    if (form != now || !spelling.equals(text)) {
                        repairs.add(repair(seen, Variants.withKey(seen.scheme(), form), secret, spelling,
                                "Secret “" + secret.name() + "” was taken " + words(now) + "; the sender takes it "
                                        + words(form) + (spelling.equals(text) ? "" : words(text, spelling)) + ".",
                                "If the sender is your own code, make the key of the secret as the provider's "
                                        + "documentation says; else paste the secret exactly as the provider shows it."));
                    }
                }
            }
        }
        return repairs.stream();
    }

    private static List<String> spellings(String text, KeyForm form) {
        String bare = text.startsWith(WHSEC) ? text.substring(WHSEC.length()) : WHSEC + text;
        return switch (form) {
            case TEXT -> List.of(text, bare, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT));
            case HEX -> List.of(text, bare);
            case BASE64, WHSEC -> List.of(text, text.replace('-', '+').replace('_', '/'));
        };
    }

    private static String words(KeyForm form) {
        return switch (form) {
            case TEXT -> "as text";
            case HEX -> "as hex digits that stand for bytes";
            case BASE64, WHSEC -> "as base64 that stands for bytes";
        };
    }

    private static String words(String text, String spelling) {
        return spelling.equals(WHSEC + text)
                ? ", with whsec_ in front"
                : text.equals(WHSEC + spelling) ? ", without the whsec_ in front" : ", in another spelling";
    }

    /** {@code user:password} pasted as the header shows it, and a header key without the space that tells it. */
    private static Stream<Repair> credentials(Case seen) {
        return switch (seen.scheme()) {
            case HttpBasic _ -> seen.secrets().stream()
                    .flatMap(secret -> decoded(secret.text()).map(text -> repair(seen,
                            seen.scheme(), secret, text, "Secret “" + secret.name()
                                    + "” is user:password in base64, as the header shows it.",
                            "Paste it as user:password.")));
            case HeaderKey _ -> seen.secrets()
                    .stream()
                    .filter(secret -> !seen.scheme().fits(secret) && secret.text().indexOf(':') > 0)
                    .map(secret -> repair(seen, seen.scheme(), secret, secret.text().replaceFirst(":", ": "),
                            "Secret “" + secret.name()
                                    + "” is a header and its value, but without a space after the colon it is taken "
                                    + "for user:password.",
                            "Write it as Header-Name: value, with a space after the colon."));
            default -> Stream.empty();
        };
    }

    private static Stream<String> decoded(String text) {
        try {
            String bare = text.strip().replaceFirst("^(?i)Basic\\s+", "");
            return Stream.of(new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Stream.empty();
        }
    }

    private static Stream<Repair> keys(Case seen) {
        return seen.scheme() instanceof PublicKey key && key.algorithm() == PublicKey.Algorithm.ED25519
                ? seen.secrets()
                        .stream()
                        .filter(secret -> !seen.scheme().fits(secret))
                        .map(secret -> repair(seen, seen.scheme(), secret, "whpk_" + secret.text().strip(),
                                "Secret “" + secret.name() + "” is a bare public key in base64.",
                                "Put whpk_ in front of it, which says what it is."))
                : Stream.empty();
    }
}
