package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final TargetUrl TARGET = TargetUrl.of("http://localhost:3000/hook");
    private static final Bytes BODY = Bytes.ofLatin1("{\"name\":\"\u00e9\"}");

    @Test
    void of_keepsMethodHeadersAndBody() {
        Replay replay = Replay.of(event("""
                POST /cmp HTTP/1.1
                X-b: 1
                host: old
                x-A: \u00e9
                X-B: 2
                Content-Length: 3
                CONNECTION: close
                content-type: text/x

                """), TARGET);

        assertEquals("POST", replay.request().method());
        assertEquals(TARGET, replay.request().url());
        assertEquals(BODY, replay.request().body());
        assertEquals(
                List.of(new Header("X-b", "1"), new Header("x-A", "\u00e9"), new Header("X-B", "2"),
                        new Header("content-type", "text/x")),
                replay.request().headers());
        assertEquals(List.of(new Header("host", "old"), new Header("Content-Length", "3"),
                new Header("CONNECTION", "close")), replay.omitted());
    }

    @Test
    void of_leavesOutEveryConnectionHeader() {
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        ConnectionHeaders.NAMES.forEach(name -> head.append(name.toUpperCase(Locale.ROOT)).append(": x\r\n"));
        Replay replay = Replay.of(event(head + "\r\n"), TARGET);

        assertEquals(List.of(), replay.request().headers());
        assertEquals(ConnectionHeaders.NAMES.size(), replay.omitted().size());
    }

    @Test
    void of_keepsTheCapturedQueryAsSent() {
        Replay replay = Replay.of(event("GET /cmp/x?a=%2F|{&a=\u00fc? HTTP/1.1\r\n\r\n"), TARGET);
        assertEquals("/hook?a=%2F|{&a=\u00fc?", replay.request().url().requestTarget());
    }

    @Test
    void of_prefersTheQueryOfTheTarget() {
        Replay replay = Replay.of(event("GET /cmp?a=1 HTTP/1.1\r\n\r\n"), TargetUrl.of("http://h/x?b=2"));
        assertEquals("/x?b=2", replay.request().url().requestTarget());
    }

    @Test
    void signedAnew_putsTheFreshSignatureInPlaceOfTheOld() {
        Replay replay = Replay.of(event("""
                POST / HTTP/1.1
                A: 1
                x-hub-signature: sha1=old
                B: 2
                X-Hub-Signature: sha1=older

                """), TARGET);
        Hmac scheme = new Hmac("X-Hub-Signature", Hash.SHA1, "sha1=");
        Secret secret = new Secret("new", "key");

        Replay signed = replay.signedAnew(new Signer(scheme, secret, AT));

        OutboundRequest request = signed.request();
        assertEquals(List.of("A", "x-hub-signature", "B"), request.headers().stream().map(Header::name).toList());
        assertEquals(List.of("sha1=old", "sha1=older"), signed.replaced().stream().map(Header::value).toList());
        RequestHead head = new RequestHead("POST", "/hook", "HTTP/1.1", request.headers());
        Verdict verdict = Judge.judge(scheme, List.of(secret), new SignedMessage(head, request.body(), AT));
        assertEquals(Verdict.Outcome.VALID, verdict.outcome());
    }

    @Test
    void signedAnew_addsTheSignatureAtTheEndWhereThereWasNone() {
        Replay replay = Replay.of(event("POST / HTTP/1.1\r\nA: 1\r\n\r\n"), TARGET);

        Replay signed = replay.signedAnew(
                new Signer(new HeaderEquals("Callback-Secret"), new Secret("new", "s3"), AT));

        assertEquals(List.of(new Header("A", "1"), new Header("Callback-Secret", "s3")), signed.request().headers());
        assertEquals(List.of(), signed.replaced());
    }

    private static CapturedEvent event(String head) {
        EventSummary summary = new EventSummary(1, AT, 0, "generic", "POST", "/", "127.0.0.1:1", null, 1, null, 1,
                new Verdict(Verdict.Outcome.UNSIGNED, ""), 200, BODY.size(), BODY.sha256(),
                false, Optional.empty(), false, Marks.NONE);
        return new CapturedEvent(summary, Bytes.ofLatin1(head.replaceAll("\r?\n", "\r\n")), BODY);
    }
}
