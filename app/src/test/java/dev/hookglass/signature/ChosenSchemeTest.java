package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user of Campaign chooses: a header key or HTTP Basic, told apart by the form of the secret. */
class ChosenSchemeTest {
    private static final FirstFitting SCHEME = new FirstFitting(List.of(new HeaderKey(), new HttpBasic()));
    private static final Secret KEY = new Secret("key", "Authorization: Bearer abc:def");
    private static final Secret LOGIN = new Secret("login", "user:pass word");

    @Test
    void sign_aHeaderKey_setsThatHeader() {
        assertEquals(List.of(new Header("Authorization", "Bearer abc:def")), SCHEME.sign(Messages.with(), KEY));
    }

    @Test
    void sign_userAndPassword_setsBasicCredentials() {
        assertEquals(List.of(new Header("Authorization", "Basic dXNlcjpwYXNzIHdvcmQ=")),
                SCHEME.sign(Messages.with(), LOGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer abc:def", "X-Key:\tvalue", "user:pass word", "user:", "X-Key: ä"})
    void check_whatWasSigned_isValid(String text) {
        Secret secret = new Secret("any", text);

        assertEquals(Outcome.VALID,
                SCHEME.check(Messages.signed(Messages.with(), SCHEME, secret), secret).outcome());
    }

    @Test
    void check_aHeaderKey_tellsWhatIsWrong() {
        assertEquals(Outcome.INVALID,
                SCHEME.check(Messages.with(new Header("Authorization", "Bearer abc")), KEY).outcome());
        assertEquals(Outcome.MISSING, SCHEME.check(Messages.with(), KEY).outcome());
        assertEquals(Outcome.MALFORMED,
                SCHEME.check(Messages.with(new Header("Authorization", "")), KEY).outcome());
    }

    @Test
    void objection_neitherForm_namesBoth() {
        String objection = SCHEME.objection("just-a-word").orElseThrow();

        assertTrue(objection.contains("Header-Name: value"), objection);
        assertTrue(objection.contains("user:password"), objection);
    }
}
