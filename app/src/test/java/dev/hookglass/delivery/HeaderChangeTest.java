package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.delivery.HeaderChange.Reason;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeaderChangeTest {
    private static final TargetUrl TARGET = TargetUrl.of("http://localhost:3000/hook");

    private static RequestHead head(Header... headers) {
        return new RequestHead("POST", "/hook", "HTTP/1.1", List.of(headers));
    }

    @Test
    void nothingDiffers_whereAllIsAsItWas() {
        RequestHead head = head(new Header("Host", "localhost:3000"), new Header("X", "1"), new Header("X", "1"),
                new Header("Content-Length", "2"));
        assertEquals(List.of(), HeaderChange.of(head, new OutboundRequest("POST", TARGET,
                List.of(new Header("X", "1"), new Header("X", "1")), Bytes.ofUtf8("{}")), List.of()));
    }

    @Test
    void eachLineThatDiffers_isThereWithItsReason() {
        RequestHead head = new RequestHead("POST", "/cmp", "HTTP/1.0", List.of(new Header("Host", "old:8787"),
                new Header("Sig", "a"), new Header("Keep", "1"), new Header("Transfer-Encoding", "chunked"),
                new Header("x-env", "prod")));
        OutboundRequest sent = new OutboundRequest("POST", TARGET, List.of(new Header("Sig", "b"),
                new Header("Keep", "1"), new Header("X-Env", "dev"), new Header("X-Key", "k"),
                new Header("Sig-Time", "7")), Bytes.ofUtf8("{}"));
        assertEquals(List.of(
                change("", "POST /cmp HTTP/1.0", "POST /hook HTTP/1.1", Reason.REQUEST_LINE),
                change("Host", "old:8787", "localhost:3000", Reason.HOST),
                change("Sig", "a", "b", Reason.SIGNATURE),
                change("Transfer-Encoding", "chunked", null, Reason.CONNECTION),
                change("x-env", "prod", "dev", Reason.TARGET),
                change("Content-Length", null, "2", Reason.LENGTH),
                change("X-Key", null, "k", Reason.TARGET),
                change("Sig-Time", null, "7", Reason.SIGNATURE)),
                HeaderChange.of(head, sent, List.of(new Header("X-Env", "dev"), new Header("X-Key", "k"))));
    }

    private static HeaderChange change(String name, @Nullable String before, @Nullable String after, Reason reason) {
        return new HeaderChange(name, Optional.ofNullable(before), Optional.ofNullable(after), reason);
    }

    @Test
    void change_isWhatBecameBetterOrWorse() {
        assertEquals(Change.FIRST, Change.of(OptionalInt.empty(), 200));
        assertEquals(Change.FIXED, Change.of(OptionalInt.of(500), 204));
        assertEquals(Change.FIXED, Change.of(OptionalInt.of(0), 200));
        assertEquals(Change.REGRESSED, Change.of(OptionalInt.of(200), 0));
        assertEquals(Change.REGRESSED, Change.of(OptionalInt.of(299), 302));
        assertEquals(Change.SAME, Change.of(OptionalInt.of(500), 404));
        assertEquals(Change.SAME, Change.of(OptionalInt.of(200), 204));
    }
}
