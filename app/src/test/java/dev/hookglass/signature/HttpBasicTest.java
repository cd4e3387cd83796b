package dev.hookglass.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict.Outcome;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBasicTest {
    private static final HttpBasic SCHEME = new HttpBasic();
    private static final Secret SECRET = new Secret("login", "Aladdin:open sesame");

    private static Outcome judge(String authorization, Secret secret) {
        return SCHEME.check(Messages.with(new Header("Authorization", authorization)), secret).outcome();
    }

    private static String base64(byte[] credentials) {
        return Base64.getEncoder().encodeToString(credentials);
    }

    /** The example of RFC 7617, section 2. */
    @Test
    void sign_theExampleOfTheRfc_givesItsHeader() {
        assertEquals(new Header("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
                SCHEME.sign(Messages.with(), SECRET).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            "BASIC  QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ"})
    void check_theRightCredentials_areValid(String authorization) {
        assertEquals(Outcome.VALID, judge(authorization, SECRET));
    }

    @Test
    void check_aColonInThePassword_belongsToThePassword() {
        Secret secret = new Secret("login", "user:a:b:");

        assertEquals(Outcome.VALID, judge("Basic " + base64("user:a:b:".getBytes(UTF_8)), secret));
        assertEquals(Outcome.INVALID, judge("Basic " + base64("user:a:b".getBytes(UTF_8)), secret));
    }

    @Test
    void check_credentialsInLatin1_areInvalidAndNotAnError() {
        Secret secret = new Secret("login", "jürgen:geheim");

        assertEquals(Outcome.VALID, judge("Basic " + base64("jürgen:geheim".getBytes(UTF_8)), secret));
        assertEquals(Outcome.INVALID, judge("Basic " + base64("jürgen:geheim".getBytes(ISO_8859_1)), secret));
    }

    @Test
    void check_noHeader_isMissing() {
        assertEquals(Outcome.MISSING, SCHEME.check(Messages.with(), SECRET).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Bearer abc", "Basic !!!", "Basic bm9jb2xvbg==", "Basicxyz"})
    void check_anotherForm_isMalformed(String authorization) {
        assertEquals(Outcome.MALFORMED, judge(authorization, SECRET));
    }

    @Test
    void objection_withoutAUserName_isRefused() {
        assertTrue(SCHEME.objection("password").isPresent());
        assertTrue(SCHEME.objection(":password").isPresent());
        assertTrue(SCHEME.objection("user:").isEmpty());
    }
}
