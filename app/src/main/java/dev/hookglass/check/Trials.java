package dev.hookglass.check;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Batch;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All right and wrong forms of one event. What a correct endpoint does with each is not written down here for every
 * provider: it accepts what the provider's own scheme finds valid, and refuses the rest. Forms that mean nothing for a
 * provider, such as a stale time where nothing is dated, are left out.
 */
public final class Trials {
    /** More than any provider's tolerance. */
    private static final Duration LONG_AGO = Duration.ofDays(3);
    private static final int OVERSIZED = 16 << 20;

    private final Subject subject;
    private final Instant now;
    private final Payloads payloads;
    private final List<Trial> trials = new ArrayList<>();

    private Trials(Subject subject, Instant now) {
        this.subject = subject;
        this.now = now;
        this.payloads = new Payloads(subject.provider());
    }

    /** The trials in the order to send them, signed for a moment. */
    public static List<Trial> of(Subject subject, Instant now) {
        Trials all = new Trials(subject, now);
        all.authentic();
        all.forged();
        all.unfamiliar();
        all.extreme();
        return List.copyOf(all.trials);
    }

    private void authentic() {
        subject.captured().ifPresent(request -> add("as captured", request,
                "It is sent as it was received, with its old signature."));
        OutboundRequest signed = sign(subject.request());
        add("signed now", signed, "It is signed as the provider signs.");
        trials.add(new Trial("duplicate", Expectation.ACCEPT,
                "Providers deliver at least once: what was accepted is acknowledged again.", signed));
    }

    private void forged() {
        OutboundRequest signed = sign(subject.request());
        List<String> proofs = subject.proofs(signed, now);
        WrongSecret.like(subject.secret(), subject.scheme())
                .ifPresent(wrong -> addForged("wrong secret", subject.signed(subject.request(), wrong, now),
                        "It is signed with another secret."));
        if (!proofs.isEmpty()) {
            addForged("missing header", Requests.withoutHeaders(signed, proofs), "It carries no proof.");
            addForged("malformed header", Requests.withValues(signed, proofs, "%%%"), "Its proof is no such thing.");
        }
        changed(signed.body()).ifPresent(body -> addForged("one byte changed", Requests.withBody(signed, body),
                "Its body is not the one that was signed."));
        addForged("stale time", subject.signed(subject.request(), subject.secret(), now.minus(LONG_AGO)),
                "It was signed three days ago, as a replayed request is.");
    }

    private void unfamiliar() {
        Bytes body = subject.request().body();
        payloads.withUnknownField(body).ifPresent(changed -> addSigned("unknown field", changed,
                "Providers add fields without notice."));
        subject.type()
                .flatMap(type -> payloads.withUnknownEnumValue(body, type))
                .ifPresent(changed -> addSigned("unknown enum value", changed,
                        "Providers add values without notice."));
        unknownType().ifPresent(request -> add("unknown event type", sign(request),
                "Providers add event types without notice; what is of no interest is acknowledged all the same."));
        add("new request header", sign(Requests.withHeader(subject.request(), "X-Not-Yet-Known", "1")),
                "Providers and proxies add headers.");
        subject.provider().batch().ifPresent(this::addBatch);
    }

    private void addBatch(Batch batch) {
        subject.type().filter(_ -> batch.max() > 1)
                .ifPresent(type -> addSigned("full batch",
                        Samples.batch(subject.provider(), type, batch.max(), 1),
                        "The provider puts up to " + batch.max() + " events into one request."));
    }

    private void extreme() {
        add("empty body", sign(Requests.withBody(subject.request(), Bytes.EMPTY)), Expectation.EITHER,
                "It is authentic but holds no event: refuse it or not, but stand.");
        payloads.padded(subject.request().body(), OVERSIZED)
                .ifPresent(body -> add("oversized body", sign(Requests.withBody(subject.request(), body)),
                        Expectation.EITHER, "It has 16 MiB: refuse it or not, but stand."));
    }

    private Optional<OutboundRequest> unknownType() {
        Provider provider = subject.provider();
        String name = subject.type().map(type -> type.name()).orElse("");
        Optional<String> header = provider.type().stream()
                .flatMap(locator -> locator.headerName().stream())
                .filter(found -> subject.request().headers().stream().anyMatch(sent -> sent.is(found)))
                .findFirst();
        return header.isPresent()
                ? header.map(found -> Requests.withHeader(subject.request(), found, Payloads.UNKNOWN))
                : payloads.withUnknownType(subject.request().body(), name)
                        .map(body -> Requests.withBody(subject.request(), body));
    }

    /** With the last letter or digit changed. */
    private static Optional<Bytes> changed(Bytes body) {
        byte[] bytes = body.array().clone();
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (Character.isLetterOrDigit(bytes[i])) {
                bytes[i] = (byte) (bytes[i] == '1' ? '2' : Character.isDigit(bytes[i]) ? '1' : bytes[i] ^ 0x20);
                return Optional.of(Bytes.wrap(bytes));
            }
        }
        return Optional.empty();
    }

    private OutboundRequest sign(OutboundRequest request) {
        return subject.signed(request, subject.secret(), now);
    }

    private void addSigned(String name, Bytes body, String because) {
        add(name, sign(Requests.withBody(subject.request(), body)), because);
    }

    /** What the scheme finds valid although it was tampered with, it cannot protect from: that is no trial. */
    private void addForged(String name, OutboundRequest request, String because) {
        if (subject.verdict(request, now) != Outcome.VALID) {
            add(name, request, because);
        }
    }

    private void add(String name, OutboundRequest request, String because) {
        Outcome verdict = subject.verdict(request, now);
        boolean authentic = verdict == Outcome.VALID || verdict == Outcome.UNSIGNED;
        add(name, request, authentic ? Expectation.ACCEPT : Expectation.REFUSE, because);
    }

    private void add(String name, OutboundRequest request, Expectation expectation, String because) {
        trials.add(new Trial(name, expectation, because, request));
    }
}
