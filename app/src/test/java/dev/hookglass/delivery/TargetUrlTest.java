package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {
    @ParameterizedTest
    @CsvSource({
            "http://localhost:3000/hook, http, localhost, 3000, /hook",
            "https://example.com, https, example.com, 443, /",
            "HTTP://example.com:80?a=b, http, example.com, 80, /?a=b",
            "http://[::1]:8080/x, http, ::1, 8080, /x",
            "http://my_service/x, http, my_service, 80, /x",
            "http://h//a/../b;c?x=%2F|{}, http, h, 80, //a/../b;c?x=%2F|{}",
            "'  http://h/x\n', http, h, 80, /x"})
    void parse_keepsPathAndQueryAsWritten(String written, String scheme, String host, int port, String target)
            throws Problem {
        assertEquals(new TargetUrl(scheme, host, port, target), TargetUrl.parse(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
            "'' > is empty",
            "' ' > is empty",
            "localhost:3000/x > write http://localhost:3000/x.",
            "example.com > write http://example.com.",
            "//example.com/x > write http://example.com/x.",
            "http:/example.com > write http://example.com.",
            "/hook > names no host",
            "http:// > names no host",
            "http:///x > names no host",
            "http://:80/x > names no host",
            "ftp://h/x > not ftp://",
            "http://h/a b > contains a space",
            "http://h/ü > the character “ü”",
            "http://a b/x > is not a host name",
            "http://bücher.example/x > is not a host name",
            "http://::1/x > is not a host name",
            "http://h:0/x > port 0",
            "http://h:65536/x > port 65536",
            "http://h/x#part > from # on"})
    void parse_saysWhatToWriteInstead(String written, String expected) {
        Problem problem = assertThrows(Problem.class, () -> TargetUrl.parse(written));
        assertTrue(problem.sentence().contains(expected), problem.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://me:hunter2@h/x",
            "me:hunter2@h/x",
            "//me:hunter2@h",
            "ftp://me:hunter2@h",
            "http://me:hunter2 @h/x",
            "HTTP:hunter2@h"})
    void parse_refusesCredentialsAndDoesNotRepeatThem(String written) {
        Problem problem = assertThrows(Problem.class, () -> TargetUrl.parse(written));
        assertTrue(problem.sentence().contains("user name or password"), problem.sentence());
        assertFalse(problem.sentence().contains("hunter2"), problem.sentence());
    }

    @Test
    void parse_doesNotRepeatAQuery() {
        Problem problem = assertThrows(Problem.class, () -> TargetUrl.parse("example.com/x?token=hunter2"));
        assertFalse(problem.sentence().contains("hunter2"), problem.sentence());
    }

    @Test
    void parse_allowsAnAtSignInThePath() throws Problem {
        assertEquals("/@me?to=a@b", TargetUrl.parse("http://h/@me?to=a@b").requestTarget());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/", "https://h:8443/a?b", "http://[::1]:81/", "http://h/x?a#b|\u00fc"})
    void of_readsBackWhatToStringWrote(String text) {
        assertEquals(text, TargetUrl.of(text).toString());
    }

    @Test
    void authority_leavesOutThePortOfTheScheme() {
        assertEquals("h", TargetUrl.of("https://h:443/").authority());
        assertEquals("h:443", TargetUrl.of("http://h:443/").authority());
        assertEquals("[::1]:81", TargetUrl.of("http://[::1]:81/").authority());
    }
}
