package dev.hookglass.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hookglass.event.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void sha256_isLowerCaseHex() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Bytes.ofUtf8("abc").sha256());
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Bytes.EMPTY.sha256());
    }

    @Test
    void equals_comparesContent() {
        assertEquals(Bytes.ofUtf8("é"), Bytes.wrap(new byte[]{(byte) 0xc3, (byte) 0xa9}));
        assertEquals(Bytes.ofUtf8("é").hashCode(), Bytes.wrap(new byte[]{(byte) 0xc3, (byte) 0xa9}).hashCode());
        assertNotEquals(Bytes.ofUtf8("é"), Bytes.ofLatin1("é"));
    }

    @Test
    void toString_doesNotTellTheContent() {
        assertEquals("6 bytes", Bytes.ofUtf8("canary").toString());
    }

    /** The numbers are in people's databases. */
    @Test
    void outcomes_keepTheirNumbers() {
        Outcome[] inOrder = {Outcome.VALID, Outcome.INVALID, Outcome.STALE, Outcome.MISSING, Outcome.MALFORMED,
                Outcome.UNCHECKED, Outcome.UNSIGNED};
        for (int code = 0; code < inOrder.length; code++) {
            assertEquals(inOrder[code], Outcome.of(code));
            assertEquals(code, inOrder[code].code());
        }
    }
}
