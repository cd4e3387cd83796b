package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretHeadersTest {
    @Test
    void isSecret_headersThatAlwaysAre_inAnyCase() {
        SecretHeaders headers = new SecretHeaders(new Unsigned(), List.of());

        assertTrue(headers.isSecret(new Header("AUTHORIZATION", "x")));
        assertTrue(headers.isSecret(new Header("callback-secret", "x")));
        assertFalse(headers.isSecret(new Header("Content-Type", "application/json")));
    }

    @Test
    void isSecret_theHeaderOfTheScheme() {
        assertTrue(new SecretHeaders(new HeaderEquals("X-Mine"), List.of()).isSecret(new Header("x-mine", "abc")));
    }

    @Test
    void isSecret_anyHeaderThatHoldsASecretOfTheSource() {
        SecretHeaders headers = new SecretHeaders(new HeaderKey(), List.of(new Secret("a", "X-Key: käse-brot")));

        assertTrue(headers.isSecret(new Header("X-Other", HeaderText.of("token=käse-brot;"))));
        assertFalse(headers.isSecret(new Header("X-Other", "token=")));
    }

    @Test
    void isSecret_aSignature_isNone() {
        SecretHeaders headers = new SecretHeaders(new Hmac("X-Hub-Signature", Hash.SHA1, "sha1="), List.of());

        assertFalse(headers.isSecret(new Header("X-Hub-Signature", "sha1=00")));
    }

    @Test
    void masked_whatTheQueryHasOfASecret() {
        SecretHeaders headers = new SecretHeaders(new HeaderEquals("X-Mine"),
                List.of(new Secret("a", "käse brot"), new Secret("b", "canary")));

        assertEquals("/in?a=1&hub.verify_token=*&b=*&c=*&*", headers.masked(
                "/in?a=1&hub.verify_token=canary&b=k%C3%A4se%20brot&c=k%c3%a4se+brot&xcanary", "*"));
        assertEquals("/canary-islands", headers.masked("/canary-islands", "*"));
    }
}
