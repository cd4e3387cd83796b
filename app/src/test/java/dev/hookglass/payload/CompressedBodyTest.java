package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brotli and Zstandard, from what other programs compressed: Node.js 20 and zstd 1.5. */
class CompressedBodyTest {
    private static final String JSON = "{\"event_name\":\"task_asset_added\",\"name\":\"Größe\",\"items\":["
            + "{\"id\":\"870825113a12950a\",\"ok\":true},".repeat(39) + "{\"id\":\"870825113a12950a\",\"ok\":true}]}";
    private static final String BROTLI = "G9sFoCyLdxzioK2RweWHoV3mp8qlpBzek2uRr7K59WmrJ4v1Z4aQlGxTTJAsOl0tErO1N/voRJxyGqgH"
            + "VtYWHQgvdmA4bIydn5Dogeye0hHNd7fFsFQyyN2125FwhBipnaSh8SeHrwlEAw==";
    private static final String ZSTD = "KLUv/QRYBQMAosUUHaA3Hc8VUpWQU/sFpHVyGJX7V1/k8r8H2RcG/u8hDsGcG5g9JwWbERkBlbBIyVAHAhw"
            + "+J+JmcFbli9h8xJN4GIHN+Uxce1VcieL6fAWXtcsPdxMCAIbXUR+q3fkE18j27A==";
    /** 17 MiB of zero bytes. */
    private static final String BROTLI_BOMB = "z///f/gnAOKxQCD3/r/+/x//BEAcFgDo3j8A";

    private static Bytes compressed(String encoding) {
        return Bytes.wrap(Base64.getDecoder().decode(encoding.equals("br") ? BROTLI : ZSTD));
    }

    private static Decoded decode(String encoding, Bytes bytes) {
        return Decoded.decode(bytes, List.of(new Header("Content-Encoding", encoding)));
    }

    private static void assertDeclined(String part, Decoded decoded) {
        String reason = assertInstanceOf(Decoded.Encoded.class, decoded).reason();
        assertTrue(reason.contains(part), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void whatOtherProgramsCompressed_isDecodedAndSaidSo(String encoding) {
        Decoded decoded = decode(encoding, compressed(encoding));
        assertEquals(JSON, assertInstanceOf(Decoded.Text.class, decoded).text());
        assertEquals(List.of("Decoded from " + encoding + " for this view; the body as sent is compressed."),
                decoded.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void textSearch_seesWhatIsDecoded(String encoding) {
        Bytes head = Bytes.ofLatin1("POST / HTTP/1.1\r\nContent-Encoding: " + encoding + "\r\n\r\n");
        StringBuilder seen = new StringBuilder();
        SearchedText.read(head, compressed(encoding), 10, (chars, count) -> {
            seen.append(chars, 0, count);
            return true;
        });
        assertTrue(seen.toString().contains("task_asset_added"), encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void whatIsCut_isDeclinedAndShownAsSent(String encoding) {
        byte[] whole = compressed(encoding).array();
        Bytes cut = Bytes.wrap(Arrays.copyOf(whole, whole.length / 2));
        Decoded decoded = decode(encoding, cut);
        assertDeclined("Not decoded: ", decoded);
        assertEquals(cut, decoded.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void whateverBytesAreSent_areAnsweredInWords(String encoding) {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = compressed(encoding).array().clone();
            for (int change = 0; change <= i % 4; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Decoded decoded = decode(encoding, Bytes.wrap(bytes));
            assertFalse(decoded instanceof Decoded.Encoded encoded && encoded.reason().isBlank());
        }
    }

    @Test
    void brotliBomb_isDeclined() {
        assertDeclined("bomb", decode("br", Bytes.wrap(Base64.getDecoder().decode(BROTLI_BOMB))));
    }

    @Test
    void zstdBomb_isDeclined() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(out)) {
            byte[] mebibyte = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zstd.write(mebibyte);
            }
        }
        assertDeclined("bomb", decode("zstd", Bytes.wrap(out.toByteArray())));
    }
}
