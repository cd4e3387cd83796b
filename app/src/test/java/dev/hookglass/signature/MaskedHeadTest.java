package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedHeadTest {
    private static final List<SecretHeaders> KNOWN = List.of(new SecretHeaders(new Unsigned(), List.of()),
            new SecretHeaders(new HeaderEquals("X-Mine"), List.of(new Secret("a", "open sesame"))));

    private static String masked(String head) {
        return MaskedHead.of(Bytes.ofLatin1(head), KNOWN).latin1();
    }

    @Test
    void valuesOfSecretHeaders_areMaskedAndTheRestIsKept() {
        assertEquals(
                "GET /%zz HTTP/1.1\r\nHost: x\r\nCALLBACK-secret: ********\r\nX-Mine: ********\r\nB:  2 \r\n\r\nbody",
                masked("GET /%zz HTTP/1.1\r\nHost: x\r\nCALLBACK-secret:s3cret\r\nX-Mine: s\r\nB:  2 \r\n\r\nbody"));
    }

    @Test
    void aHeadThatIsBrokenOrCutOff_isMaskedAllTheSame() {
        assertEquals("GET\nAuthorization: ********\nAuthorization: ********\rCookie: ********",
                masked("GET\nAuthorization: Basic YTpi\nAuthorization : Bearer x\rCookie: a=")
                        .replace("Authorization : ", "Authorization: "));
        assertEquals("Authorization: ********\r\n ********\r\nA: b\r\n c",
                masked("Authorization: Bearer\r\n abc\r\nA: b\r\n c"));
    }

    @Test
    void aSecretInAnotherHeader_isMasked() {
        assertEquals("X-Other: ********\r\n", masked("X-Other: say open sesame\r\n"));
    }

    @Test
    void bytesThatAreNoHead_stayAsTheyAre() {
        assertEquals("\26\3\1\2\0\1\374", masked("\26\3\1\2\0\1\374"));
    }
}
