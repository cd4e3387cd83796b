package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Source;
import dev.hookglass.store.AppendCallback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored events, looked at closely. */
class ExaminingIT {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = new Secret("main", "It's a Secret to Everybody");
    private static final Verdict JUDGED = new Verdict(Outcome.INVALID, "As it was judged.");

    @TempDir
    private Path folder;
    private Workbench workbench;

    @BeforeEach
    void open() throws Problem {
        workbench = Workbench.open(folder);
    }

    @AfterEach
    void close() throws Problem {
        workbench.close();
    }

    private Source add(String provider) throws Problem {
        return workbench.sources().add(Source.draft("Shop", provider, "/shop").withSecrets(List.of(SECRET)));
    }

    private CapturedEvent store(Source source, String body, Header... headers) throws Exception {
        CompletableFuture<EventSummary> stored = new CompletableFuture<>();
        RequestHead head = new RequestHead("POST", source.path(), "HTTP/1.1", List.of(headers));
        workbench.events().append(new Capture(START, source.id(), source.provider(), "127.0.0.1:5", "push", 1, body,
                JUDGED, 200, head.toBytes(), Bytes.ofUtf8(body)), new AppendCallback() {
                    @Override
                    public void stored(EventSummary event) {
                        stored.complete(event);
                    }

                    @Override
                    public void failed(Problem problem) {
                        stored.completeExceptionally(problem);
                    }
                });
        return workbench.events().find(stored.get().id()).orElseThrow();
    }

    private static Header signature(String body) {
        return new Header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(Hash.SHA256
                .hmac(SECRET.text().getBytes(StandardCharsets.UTF_8), List.of(
                        body.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void theSignatureOfAnotherEvent_isFoundWhicheverCameFirst() throws Exception {
        Source source = add("github");
        CapturedEvent before = store(source, "{\"a\":1}", signature("{\"a\":1}"));
        CapturedEvent copied = store(source, "{\"a\":2}", signature("{\"a\":1}"));
        CapturedEvent early = store(source, "{\"a\":2}", signature("{\"a\":3}"));
        CapturedEvent after = store(source, "{\"a\":3}", signature("{\"a\":3}"));

        Finding found = Examining.examine(workbench, copied).diagnosis().orElseThrow().finding().orElseThrow();

        assertEquals("the signature of another event", found.accident());
        assertTrue(found.cause().contains("that of event " + before.id() + ","), found.cause());
        assertEquals(5, found.difference().orElseThrow().offset());
        assertTrue(Examining.examine(workbench, early).diagnosis().orElseThrow().words()
                .contains("that of event " + after.id() + ","));
        assertEquals(Optional.empty(), Examining.examine(workbench, after).diagnosis());
    }

    @Test
    void whereNoOtherEventHasTheBody_thatIsRuledOut() throws Exception {
        Source source = add("github");
        store(source, "{\"a\":1}", signature("{\"a\":1}"));
        CapturedEvent forged = store(source, "{\"a\":2}", signature("{\"a\":9}"));

        assertTrue(Examining.examine(workbench, forged).diagnosis().orElseThrow().ruledOut()
                .contains("the signature of another event"));
    }

    /** The verdict is made anew by the source's new provider, and so is what explains it. */
    @Test
    void anEventWhoseSourceHasAnotherProviderNow_isExplainedByThat() throws Exception {
        Source source = add("optimizely-experimentation");
        CapturedEvent event = store(source, "{\"a\":1}", signature("{\"a\":1}"));

        workbench.sources().replace(
                Source.draft("Shop", "github", "/shop").withId(source.id()).withSecrets(source.secrets()));
        workbench.rejudging().await(source.id(), _ -> {});

        CapturedEvent judged = workbench.events().find(event.id()).orElseThrow();
        Examination examination = Examining.examine(workbench, judged);
        assertEquals(Outcome.VALID, judged.summary().verdict().outcome());
        assertEquals(judged.summary().verdict(), examination.explanation().verdict());
        assertEquals("github", examination.provider().orElseThrow().id());
        assertEquals("optimizely-experimentation", judged.summary().provider());
    }

    /** It proves itself by a token, not by a signature, and nothing is missing. */
    @Test
    void anUnsignedHandshake_isExplainedByItsVerdict() throws Exception {
        Source source = add("dropbox");
        RequestHead head = new RequestHead("GET", "/shop?challenge=abc", "HTTP/1.1", List.of());
        CompletableFuture<EventSummary> stored = new CompletableFuture<>();
        workbench.events().append(new Capture(START, source.id(), source.provider(), "127.0.0.1:5", null, 1, "k",
                new Verdict(Outcome.UNSIGNED, "A handshake."), 200, head.toBytes(), Bytes.EMPTY),
                new AppendCallback() {
                    @Override
                    public void stored(EventSummary event) {
                        stored.complete(event);
                    }

                    @Override
                    public void failed(Problem problem) {
                        stored.completeExceptionally(problem);
                    }
                });

        Examination examination = Examining.examine(workbench,
                workbench.events().find(stored.get().id()).orElseThrow());

        assertEquals("A handshake.", examination.explanation().verdict().reason());
        assertEquals(Optional.empty(), examination.diagnosis());
    }
}
