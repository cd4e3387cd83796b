package dev.hookglass.signature.diagnosis;

import static dev.hookglass.signature.diagnosis.Findings.BODY;
import static dev.hookglass.signature.diagnosis.Findings.TEXT;
import static dev.hookglass.signature.diagnosis.Findings.finding;
import static dev.hookglass.signature.diagnosis.Findings.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.Hash;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.diagnosis.Case.Neighbour;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to secrets where they are copied, pasted and sent is made to happen, and named. */
class SecretDiagnosisTest {
    @ParameterizedTest
    @ValueSource(strings = {"optimizely-experimentation", "github", "stripe", "slack", "shopify", "twilio", "square"})
    void aSecretThatWasPastedBadly_isExplained(String provider) throws InterruptedException {
        Scheme scheme = Requests.scheme(provider);
        for (String pasted : List.of(" " + TEXT.text() + " ", TEXT.text() + "\n", "\"" + TEXT.text() + "\"",
                "'" + TEXT.text() + "'")) {
            Finding finding = finding(scheme, new Secret("main", pasted), signed(provider));

            assertEquals("white space or quotes around the secret", finding.accident());
            assertEquals(Help.SECRETS, finding.help());
            assertEquals(Optional.empty(), finding.difference());
        }
        for (String pasted : List.of("WEBHOOK_SECRET=" + TEXT.text(), "export X='" + TEXT.text() + "'",
                "Bearer " + TEXT.text())) {
            assertEquals("a name or word in front of the secret",
                    finding(scheme, new Secret("main", pasted), signed(provider)).accident());
        }
        assertEquals("a line break after the secret", finding(scheme, TEXT, Requests.signed(scheme,
                new Secret("main", TEXT.text() + "\n"), Requests.message(BODY))).accident());
    }

    @ParameterizedTest
    @CsvSource({"TEXT, HEX, 4f3c1a9be27d5508, 4f3c1a9be27d5508, as hex digits", //
            "TEXT, BASE64, TWZLUTlyOEdLWXFy, TWZLUTlyOEdLWXFy, as base64",
            "TEXT, BASE64, whsec_TWZLUTlyOEdLWXFy, whsec_TWZLUTlyOEdLWXFy, as base64",
            "BASE64, TEXT, whsec_TWZLUTlyOEdLWXFy, whsec_TWZLUTlyOEdLWXFy, as text",
            "BASE64, TEXT, TWZLUTlyOEdLWXFy, TWZLUTlyOEdLWXFy, as text",
            "TEXT, TEXT, whsec_abc, abc, without the whsec_", "TEXT, TEXT, abc, whsec_abc, with whsec_",
            "HEX, TEXT, 4f3c1a9be27d5508, 4f3c1a9be27d5508, as text",
            "HEX, TEXT, no hex at all, no hex at all, as text"})
    void aSecretThatIsTakenInAnotherForm_isExplained(KeyForm here, KeyForm there, String pasted, String used,
            String words) throws InterruptedException {
        Layout layout = Layout.ofBody("X-Signature", "");
        SignedMessage received = Requests.signed(new Hmac(layout, Hash.SHA256, there), new Secret("main", used),
                Requests.message(BODY));

        Finding finding = finding(new Hmac(layout, Hash.SHA256, here), new Secret("main", pasted), received);

        assertEquals("another form of the secret (text, hex, base64)", finding.accident());
        assertTrue(finding.cause().contains(words), finding.cause());
    }

    /** Both at once, as it happens when a key is copied from a terminal. */
    @Test
    void aHexKeyWithALineBreak_isExplained() throws InterruptedException {
        Layout layout = Layout.ofBody("X-Signature", "");
        String key = "4f3c1a9be27d5508";
        SignedMessage received = Requests.signed(new Hmac(layout, Hash.SHA1, KeyForm.HEX), new Secret("main", key),
                Requests.message(BODY));

        Finding finding = finding(new Hmac(layout, Hash.SHA1, KeyForm.TEXT), new Secret("main", key + "\n"), received);

        assertTrue(finding.cause().contains("as hex digits"), finding.cause());
    }

    @ParameterizedTest
    @CsvSource({"Callback-Secret, Bearer s3cret-value, quotes or a word in front of the sent secret",
            "Callback-Secret, '\"s3cret-value\"', quotes or a word in front of the sent secret",
            "Callback-Secret, s3cret%2Dvalue, a percent-encoded secret",
            "X-Callback-Secret, s3cret-value, the secret in another header",
            "Authorization, Bearer s3cret-value, the secret in another header",
            "Authorization, Basic Y21wOnMzY3JldC12YWx1ZQ==, the secret in another header"})
    void aSentSecretInAnotherFormOrPlace_isExplained(String header, String value, String accident)
            throws InterruptedException {
        Finding finding = finding(new HeaderEquals("Callback-Secret"), new Secret("main", "s3cret-value"),
                Requests.adding(Requests.message(BODY), header, value));

        assertEquals(accident, finding.accident());
    }

    @Test
    void aSentSecretThatWasPastedBadly_isExplained() throws InterruptedException {
        Finding finding = finding(new HeaderEquals("Callback-Secret"), new Secret("main", " \"s3cret-value\"\n"),
                Requests.adding(Requests.message(BODY), "Callback-Secret", "s3cret-value"));

        assertEquals("white space or quotes around the secret", finding.accident());
    }

    @ParameterizedTest
    @CsvSource({"Basic dXNlcjpw6Q==, user:pé, another charset of the sent secret",
            "user:secret, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "dXNlcjpzZWNyZXQ=, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "Basic user:secret, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "Basic dXNlcjpzZWNyZXQ=, Basic dXNlcjpzZWNyZXQ=, credentials in another form",
            "Basic dXNlcjpzZWNyZXQ=, 'user:secret ', white space or quotes around the secret"})
    void credentialsInAnotherForm_areExplained(String sent, String pasted, String accident)
            throws InterruptedException {
        Finding finding = Diagnoser.diagnose(Requests.seen(new HttpBasic(), List.of(new Secret("main", pasted)),
                Requests.adding(Requests.message(BODY), "Authorization", sent))).finding().orElseThrow();

        assertEquals(accident, finding.accident());
    }

    @Test
    void aHeaderKeyWithoutItsSpace_isExplained() throws InterruptedException {
        Finding finding = finding(Requests.scheme("optimizely-campaign"), new Secret("main", "X-Key:abc"),
                Requests.adding(Requests.message(BODY), "X-Key", "abc"));

        assertTrue(finding.cause().contains("without a space after the colon"), finding.cause());
    }

    @Test
    void theSecretOfAnotherSource_isExplained() throws InterruptedException {
        Case seen = new Case(Requests.scheme("github"), List.of(new Secret("mine", "something else")),
                signed("github"), List.of(new Neighbour("Shop", List.of(new Secret("old", "no"), TEXT))), List.of());

        Finding finding = Diagnoser.diagnose(seen).finding().orElseThrow();

        assertEquals("It was signed with secret “main” of source “Shop”.", finding.cause());
        assertEquals("main", finding.secret());
    }
}
