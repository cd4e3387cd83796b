package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @Test
    void fieldIsFoundInPlainJson() {
        assertEquals("bounce", JsonBody.parse(Bytes.ofUtf8("[{\"event\":\"bounce\"}]"), List.of())
                .orElseThrow().at("/0/event").asString());
    }

    @Test
    void fieldIsFoundInCompressedJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(out)) {
            compressed.write("{\"event\":\"bounce\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("bounce", JsonBody
                .parse(Bytes.wrap(out.toByteArray()), List.of(new Header("Content-Encoding", "gzip")))
                .orElseThrow().at("/event").asString());
    }

    @Test
    void fieldIsFoundInLatin1Json() {
        assertEquals("Größe", JsonBody.parse(Bytes.ofLatin1("{\"event\":\"Größe\"}"),
                List.of(new Header("Content-Type", "application/json; charset=iso-8859-1")))
                .orElseThrow().at("/event").asString());
    }

    @Test
    void numbersKeepTheirDigits() {
        assertEquals("12345678901234567890.1230",
                JsonBody.parse(Bytes.ofUtf8("{\"id\":12345678901234567890.1230}"), List.of())
                        .orElseThrow().at("/id").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "a=b", "{} {}", "{\"a\":1,}", "[1e400x]"})
    void whatIsNotJsonIsEmpty(String text) {
        assertTrue(JsonBody.parse(Bytes.ofUtf8(text), List.of()).isEmpty());
    }

    @Test
    void nestingBeyondTheLimitIsEmpty() {
        assertTrue(JsonBody.parse(Bytes.ofUtf8("[".repeat(500) + "]".repeat(500)), List.of()).isPresent());
        assertTrue(JsonBody.parse(Bytes.ofUtf8("[".repeat(501) + "]".repeat(501)), List.of()).isEmpty());
        assertTrue(JsonBody.parse(Bytes.ofUtf8("[".repeat(100_000)), List.of()).isEmpty());
    }

    @Test
    void documentBeyondTheLimitIsEmpty() {
        byte[] spaces = new byte[(16 << 20) + 1];
        Arrays.fill(spaces, (byte) ' ');
        spaces[0] = '1';
        assertTrue(JsonBody.parse(Bytes.wrap(spaces), List.of()).isEmpty());
    }

    @Test
    void hugeExponentIsHarmless() {
        assertTrue(JsonBody.parse(Bytes.ofUtf8("{\"id\":1e1000000000,\"type\":\"x\"}"), List.of()).isPresent());
    }
}
