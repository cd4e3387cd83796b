package dev.hookglass.signature;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * DER of keys as Java reads it, which is SubjectPublicKeyInfo (RFC 5280) and PKCS #8 (RFC 5958), from what else is in PEM files:
 * PKCS #1 for RSA ({@code BEGIN RSA … KEY}, RFC 8017) and SEC 1 for elliptic curves ({@code BEGIN EC PRIVATE KEY}, RFC 5915).
 */
final class KeyDer {
    private static final byte[] RSA = hex("300d06092a864886f70d0101010500");
    private static final String EC_KEY = "06072a8648ce3d0201";
    private static final String P256 = "06082a8648ce3d030107";
    private static final String P384 = "06052b81040022";
    private static final byte[] VERSION = hex("020100");
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 3;
    private static final int OCTET_STRING = 4;

    private KeyDer() {}

    /** The key as it is, and as each of those it may be. */
    static List<byte[]> forms(byte[] der, PublicKey.Algorithm algorithm) {
        List<byte[]> forms = new ArrayList<>(List.of(der));
        if (algorithm.keys().equals("RSA")) {
            forms.add(piece(SEQUENCE, RSA, piece(BIT_STRING, new byte[1], der)));
            forms.add(piece(SEQUENCE, VERSION, RSA, piece(OCTET_STRING, der)));
        } else if (algorithm.keys().equals("EC")) {
            String digits = HexFormat.of().formatHex(der);
            for (String curve : List.of(P256, P384)) {
                if (digits.contains(curve)) {
                    forms.add(piece(SEQUENCE, VERSION, piece(SEQUENCE, hex(EC_KEY), hex(curve)),
                            piece(OCTET_STRING, der)));
                }
            }
        }
        return forms;
    }

    private static byte[] piece(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : contents) {
            content.writeBytes(each);
        }
        int length = content.size();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        piece.write(tag);
        if (length < 0x80) {
            piece.write(length);
        } else {
            // Four bytes of length would have a shorter form, which is what DER asks for.
            byte[] digits = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
            int zeros = Integer.numberOfLeadingZeros(length) / Byte.SIZE;
            piece.write(0x80 | (Integer.BYTES - zeros));
            piece.write(digits, zeros, Integer.BYTES - zeros);
        }
        piece.writeBytes(content.toByteArray());
        return piece.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
