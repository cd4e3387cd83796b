package dev.hookglass.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormAndPartsTest {
    private static final List<Header> TYPE = List
            .of(new Header("Content-Type", "multipart/form-data; charset=x; boundary=\"b-1\""));

    @Test
    void fieldsKeepTheirOrderAndThoseOfOneNameAreAllThere() {
        List<FormField> fields = FormField.read("b=2&a=x+y%26&b=%C3%A9&flag&=v&&bad=%zz", UTF_8);
        assertEquals(List.of("b", "a", "b", "flag", "", "bad"), fields.stream().map(FormField::name).toList());
        assertEquals(List.of("2", "x y&", "é", "", "v", "%zz"), fields.stream().map(FormField::value).toList());
        assertEquals("b=%C3%A9", fields.get(2).source());
        assertEquals("é", FormField.read("a=%E9", ISO_8859_1).getFirst().value());
    }

    @Test
    void fieldsBeyondTheBoundAreNotListed() {
        assertEquals(FormField.MOST, FormField.read("a=1&".repeat(FormField.MOST + 5), UTF_8).size());
    }

    private static Multipart parts(String body) {
        return Multipart.read(Bytes.ofLatin1(body), TYPE).orElseThrow();
    }

    @Test
    void partsAreSplitByTheirBoundaryByteForByte() {
        Multipart read = parts(
                String.join("\r\n", "preamble", "--b-1", "Content-Disposition: form-data; name=\"a\"", "", "1", "2",
                        "--b-1", "content-disposition: form-data; name=f; filename=\"x \\\"y\\\".bin\"", "X: 1", "",
                        "\u0000\u00ff--b-1", "--b-1--", ""));
        assertEquals(Optional.empty(), read.obstacle());
        assertEquals(2, read.parts().size());
        assertEquals("1\r\n2", read.parts().get(0).body().utf8());
        assertEquals(Optional.of("a"), read.parts().get(0).name());
        assertEquals(Optional.of("x \"y\".bin"), read.parts().get(1).fileName());
        assertEquals(Bytes.ofLatin1("\u0000\u00ff--b-1"), read.parts().get(1).body());
        assertEquals(2, read.parts().get(1).headers().size());
    }

    @Test
    void aTruncatedBodyShowsWhatIsThereAndSaysSo() {
        Multipart read = parts("--b-1\r\n\r\none\r\n--b-1\r\nA: b\r\n\r\nhal");
        assertEquals(List.of("one", "hal"), read.parts().stream().map(part -> part.body().utf8()).toList());
        assertTrue(read.obstacle().orElseThrow().contains("closing boundary"));
    }

    @Test
    void brokenBodiesAreToldInWords() {
        assertTrue(parts("nothing here").obstacle().orElseThrow().contains("nowhere"));
        assertTrue(parts("--b-1").obstacle().isPresent());
        assertTrue(parts("--b-1\r\n").obstacle().isPresent());
        assertEquals(List.of(), parts("--b-1--").parts());
        assertTrue(Multipart.read(Bytes.ofUtf8("x"), List.of(new Header("Content-Type", "multipart/mixed")))
                .orElseThrow().obstacle().orElseThrow().contains("no boundary"));
        assertEquals(Optional.empty(),
                Multipart.read(Bytes.ofUtf8("x"), List.of(new Header("Content-Type", "text/plain"))));
    }
}
