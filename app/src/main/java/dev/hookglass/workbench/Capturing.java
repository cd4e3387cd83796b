package dev.hookglass.workbench;

import dev.hookglass.delivery.ConnectionHeaders;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.event.Answer.Outcome;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.Answering;
import dev.hookglass.receiver.ReceivedRequest;
import dev.hookglass.receiver.Reply;
import dev.hookglass.receiver.RequestSink;
import dev.hookglass.source.Forward;
import dev.hookglass.source.HandshakeReply;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Recognition;
import dev.hookglass.source.Replies;
import dev.hookglass.source.ReplyStep;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins receiver, sources and store: the sender is answered once its request is committed, and not before. */
final class Capturing implements RequestSink, AutoCloseable {
    private final Sources sources;
    private final Intake intake;
    private final Replies replies;
    private final EventStore events;
    private final Rejudging rejudging;
    private final RejectionLog rejections;
    private final Forwarding forwarding;

    Capturing(Sources sources, Catalogue providers, Replies replies, EventStore events,
            Rejudging rejudging, Forwarding forwarding) {
        this.forwarding = forwarding;
        this.sources = sources;
        this.intake = new Intake(providers);
        this.replies = replies;
        this.events = events;
        this.rejudging = rejudging;
        this.rejections = new RejectionLog(events);
    }

    @Override
    public void accept(ReceivedRequest request, Answering answer) {
        RequestHead head = RequestHead.parse(request.head());
        Source source = sources.claiming(head.target());
        Recognition found = intake.recognise(source, head, request.body(), request.receivedAt(),
                request.scheme());
        Handshake handshake = found.handshake().map(HandshakeReply::outcome).orElse(Handshake.NONE);
        Reply reply = reply(source, found);
        Capture capture = new Capture(request.receivedAt(), source.id(), source.provider(), request.remote(),
                found.type(), found.items(), found.key(), found.verdict(),
                reply instanceof Reply.Message message ? message.status() : 0, request.head(), request.body(),
                request.scheme().equals("https"), foreseen(reply, handshake));
        events.append(capture, new Told(source, reply, handshake, answer, request.receivedAt(), request.remote(),
                request.head()));
    }

    /**
     * Answers once the event is stored or refused. It has nothing of the body: what is told to the receiver afterwards is held
     * for as long as a connection is kept open, and there are many of these.
     */
    private final class Told implements AppendCallback {
        private final Source source;
        private final Reply reply;
        private final Handshake handshake;
        private final Answering answer;
        private final Instant receivedAt;
        private final String remote;
        private final Bytes head;

        Told(Source source, Reply reply, Handshake handshake, Answering answer, Instant receivedAt, String remote,
                Bytes head) {
            this.source = source;
            this.reply = reply;
            this.handshake = handshake;
            this.answer = answer;
            this.receivedAt = receivedAt;
            this.remote = remote;
            this.head = head;
        }

        @Override
        public void stored(EventSummary event) {
            long id = event.id();
            Consumer<Reply> answering = given -> answer.accept(given,
                    got -> events.answered(id, got.withHandshake(handshake)));
            if (handshake == Handshake.NONE && source.forward().filter(Forward::answers).isPresent()) {
                forwarding.stored(event, source, intake.patience(source),
                        got -> answering.accept(got == null ? reply : passedBack(got)));
            } else {
                answering.accept(reply);
                forwarding.stored(event, source);
            }
            rejudging.stored(event, source);
        }

        @Override
        public void failed(Problem problem) {
            answer.accept(new Reply.Message(503, List.of(new Header("Retry-After", "1")), problem.sentence() + "\n"));
            reject(new Rejection(receivedAt, remote, Rejection.Reason.NOT_STORED, problem.sentence(), head));
        }
    }

    /** What a target answered, for the sender: all but what belongs to the connection with the target. */
    private static Reply passedBack(Answered got) {
        return new Reply.Message(got.status(), got.headers()
                .stream()
                .filter(header -> !ConnectionHeaders.include(header) && !header.is("Date"))
                .toList(), got.body(), Duration.ZERO);
    }

    private Reply reply(Source source, Recognition found) {
        if (found.handshake().isPresent()) {
            var expected = found.handshake().get().reply();
            return new Reply.Message(expected.status(), expected.headers(), expected.body());
        }
        ReplyStep step = replies.next(source, found.verdict());
        return switch (step) {
            case ReplyStep.Expected expected -> message(source, found, found.acknowledges(), expected);
            case ReplyStep.Status own -> message(source, found, own.status(), own);
            case ReplyStep.Drop drop -> new Reply.Drop(drop.delay());
            case ReplyStep.Never _ -> new Reply.Silence();
        };
    }

    /** What a source adds to its answers is meant for those that it wants: a refusal is a status alone. */
    private static Reply message(Source source, Recognition found, int status, ReplyStep step) {
        return Replies.isForBad(source, found.verdict())
                ? new Reply.Message(status, List.of(), Bytes.EMPTY, step.delay())
                : new Reply.Message(status, source.reply().allHeaders(), Bytes.ofUtf8(source.reply().body()),
                        step.delay());
    }

    /** What can be told of a reply before it is over: that there will be none, or that it is a handshake's. */
    private static Optional<Answer> foreseen(Reply reply, Handshake handshake) {
        return switch (reply) {
            case Reply.Message _ when handshake == Handshake.NONE -> Optional.empty();
            case Reply.Message message ->
                Optional.of(new Answer(Outcome.ANSWERED, message.status(), Optional.empty(), handshake));
            case Reply.Drop _ -> Optional.of(new Answer(Outcome.DROPPED, 0, Optional.empty(), Handshake.NONE));
            case Reply.Silence _ -> Optional.of(new Answer(Outcome.NEVER, 0, Optional.empty(), Handshake.NONE));
        };
    }

    /** Kept without waiting for the disk, which the receiver's threads and the writer may not. */
    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Waits until the rejections that were told are stored; the receiver is to be closed before. */
    @Override
    public void close() {
        rejections.close();
    }
}
