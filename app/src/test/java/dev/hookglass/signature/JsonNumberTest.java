package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class JsonNumberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{ \"b\":1.0,  \"a\" : 12,\"ü\":\"\\u00e9\" } | /a | { \"b\":1.0,  \"a\" : 777,\"ü\":\"\\u00e9\" }",
            "{\"ü🦊\":{\"a\":1},\"a\":\"12\"} | /a | {\"ü🦊\":{\"a\":1},\"a\":\"777\"}",
            "{\"x\":[{\"a\":5}]} | /x/0/a | {\"x\":[{\"a\":777}]}",
            "{\"a\":\"\\u0031\"} | /a | {\"a\":\"\\u0031\"}",
            "{\"a\":\"soon\"} | /a | {\"a\":\"soon\"}",
            "{\"a\":-5} | /a | {\"a\":-5}",
            "{\"b\":5} | /a | {\"b\":5}",
            "no json | /a | no json"
    })
    void put_replacesTheNumberAndNothingElse(String body, String place, String expected) {
        assertEquals(expected, JsonNumber.put(Bytes.ofUtf8(body), JsonPointer.compile(place), "777").utf8());
    }
}
