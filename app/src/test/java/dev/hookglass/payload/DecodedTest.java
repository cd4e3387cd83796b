package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTest {
    private static final String JSON = "{\"event_name\":\"task_asset_added\",\"name\":\"Größe\"}";

    @Test
    void plainJsonIsTextInUtf8() {
        Decoded.Text text = assertInstanceOf(Decoded.Text.class, Decoded.decode(Bytes.ofUtf8(JSON), List.of()));
        assertEquals(JSON, text.text());
        assertEquals(StandardCharsets.UTF_8, text.charset());
        assertEquals(List.of(), text.notes());
    }

    @Test
    void emptyBodyIsEmptyTextWhateverItsEncoding() {
        Decoded decoded = Decoded.decode(Bytes.EMPTY, List.of(new Header("Content-Encoding", "gzip")));
        assertEquals("", assertInstanceOf(Decoded.Text.class, decoded).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzipIsDecodedAndSaidSo(String name) throws IOException {
        Decoded decoded = Decoded.decode(gzip(JSON.getBytes(StandardCharsets.UTF_8)),
                List.of(new Header("content-encoding", name)));
        assertEquals(JSON, assertInstanceOf(Decoded.Text.class, decoded).text());
        assertEquals(1, decoded.notes().size());
    }

    @Test
    void gzipOfSeveralMembersIsDecodedWhole() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip("{\"a\":".getBytes(StandardCharsets.UTF_8)).array());
        members.write(gzip("1}".getBytes(StandardCharsets.UTF_8)).array());
        Decoded decoded = Decoded.decode(Bytes.wrap(members.toByteArray()),
                List.of(new Header("Content-Encoding", "gzip")));
        assertEquals("{\"a\":1}", assertInstanceOf(Decoded.Text.class, decoded).text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deflateIsDecodedWithAndWithoutZlibsFrame(boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (OutputStream compressed = new DeflaterOutputStream(out, deflater)) {
            compressed.write(JSON.getBytes(StandardCharsets.UTF_8));
        }
        deflater.end();
        Decoded decoded = Decoded.decode(Bytes.wrap(out.toByteArray()),
                List.of(new Header("Content-Encoding", "deflate")));
        assertEquals(JSON, assertInstanceOf(Decoded.Text.class, decoded).text());
    }

    @Test
    void twoEncodingsAreUndoneInReverse() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = new DeflaterOutputStream(out)) {
            compressed.write(JSON.getBytes(StandardCharsets.UTF_8));
        }
        Decoded decoded = Decoded.decode(gzip(out.toByteArray()),
                List.of(new Header("Content-Encoding", "deflate"), new Header("Content-Encoding", "identity, gzip")));
        assertEquals(JSON, assertInstanceOf(Decoded.Text.class, decoded).text());
    }

    @Test
    void threeEncodingsAreDeclined() {
        assertDeclined("3 content encodings", Decoded.decode(Bytes.ofUtf8("x"),
                List.of(new Header("Content-Encoding", "gzip, gzip, gzip"))));
    }

    @Test
    void encodingsWithoutADecoderAreNamed() {
        assertDeclined("Not decoded: compress.",
                Decoded.decode(Bytes.ofUtf8("x"), List.of(new Header("Content-Encoding", "compress"))));
    }

    @Test
    void bodyThatIsNotCompressedAfterAllKeepsItsBytes() {
        Decoded decoded = Decoded.decode(Bytes.ofUtf8(JSON), List.of(new Header("Content-Encoding", "gzip")));
        assertDeclined("is not gzip", decoded);
        assertEquals(Bytes.ofUtf8(JSON), decoded.bytes());
    }

    @Test
    void cutGzipIsToldAsCut() throws IOException {
        byte[] whole = gzip(JSON.getBytes(StandardCharsets.UTF_8)).array();
        assertDeclined("end too early", Decoded.decode(Bytes.wrap(Arrays.copyOf(whole, whole.length - 12)),
                List.of(new Header("Content-Encoding", "gzip"))));
    }

    @Test
    void gibibyteOfZerosIsDeclinedWithoutBeingHeld() throws IOException {
        byte[] mebibyte = gzip(new byte[1 << 20]).array();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 1024; i++) {
            bomb.write(mebibyte);
        }
        assertDeclined("16 MiB", Decoded.decode(Bytes.wrap(bomb.toByteArray()),
                List.of(new Header("Content-Encoding", "gzip"))));
    }

    @Test
    void smallBodyThatGrowsAThousandfoldIsDeclined() throws IOException {
        assertDeclined("bomb",
                Decoded.decode(gzip(new byte[8 << 20]), List.of(new Header("Content-Encoding", "gzip"))));
    }

    @Test
    void moreThan16MebibytesAreDeclined() throws IOException {
        byte[] noisy = new byte[(16 << 20) + 1];
        for (int i = 0; i < noisy.length; i += 64) {
            noisy[i] = (byte) (i * 31 >> 7);
        }
        assertDeclined("16 MiB",
                Decoded.decode(gzip(noisy), List.of(new Header("Content-Encoding", "gzip"))));
    }

    @Test
    void charsetOfTheContentTypeIsUsed() {
        Decoded decoded = Decoded.decode(Bytes.ofLatin1("Größe"),
                List.of(new Header("Content-Type", "text/plain; Charset=\"ISO-8859-1\"")));
        assertEquals("Größe", assertInstanceOf(Decoded.Text.class, decoded).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "not a name", "é"})
    void unknownCharsetIsToldAndReadAsUtf8(String name) {
        Decoded decoded = Decoded.decode(Bytes.ofUtf8("ö"),
                List.of(new Header("Content-Type", "text/plain; charset=" + name)));
        assertEquals("ö", assertInstanceOf(Decoded.Text.class, decoded).text());
        assertTrue(decoded.notes().getFirst().contains("“" + name + "” is not known"), decoded.notes().toString());
    }

    @Test
    void whatIsNotValidInItsCharsetIsBinary() {
        Decoded.Binary binary = assertInstanceOf(Decoded.Binary.class,
                Decoded.decode(Bytes.wrap(new byte[]{'a', (byte) 0xFF, 'b'}), List.of()));
        assertEquals("The body is not valid UTF-8, so it is shown as hex.", binary.reason());
        assertEquals("a\uFFFDb", binary.approximation());
    }

    @Test
    void zeroBytesAreBinary() {
        assertInstanceOf(Decoded.Binary.class, Decoded.decode(Bytes.wrap(new byte[]{'a', 0}), List.of()));
    }

    @Test
    void byteOrderMarkIsTakenOffAndTold() {
        Decoded decoded = Decoded.decode(Bytes.ofUtf8("\uFEFF{}"), List.of());
        assertEquals("{}", assertInstanceOf(Decoded.Text.class, decoded).text());
        assertTrue(decoded.notes().getFirst().contains("byte order mark"));
    }

    private static void assertDeclined(String part, Decoded decoded) {
        String reason = assertInstanceOf(Decoded.Encoded.class, decoded).reason();
        assertTrue(reason.contains(part), reason);
    }

    private static Bytes gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(out)) {
            compressed.write(plain);
        }
        return Bytes.wrap(out.toByteArray());
    }
}
