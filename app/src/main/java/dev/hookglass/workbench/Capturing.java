package dev.hookglass.workbench;

import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.ReceivedRequest;
import dev.hookglass.receiver.Reply;
import dev.hookglass.receiver.RequestSink;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Recognition;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.event.Header;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.EventStore;
import java.util.List;
import java.util.function.Consumer;

/** Joins receiver, sources and store: the sender is answered once its request is committed, and not before. */
final class Capturing implements RequestSink, AutoCloseable {
    private final Sources sources;
    private final Intake intake;
    private final EventStore events;
    private final Rejudging rejudging;
    private final RejectionLog rejections;

    Capturing(Sources sources, Catalogue providers, EventStore events, Rejudging rejudging) {
        this.sources = sources;
        this.intake = new Intake(providers);
        this.events = events;
        this.rejudging = rejudging;
        this.rejections = new RejectionLog(events);
    }

    @Override
    public void accept(ReceivedRequest request, Consumer<Reply> answer) {
        RequestHead head = RequestHead.parse(request.head());
        Source source = sources.claiming(head.target());
        Capture capture = recognise(request, head, source);
        events.append(capture, new AppendCallback() {
            @Override
            public void stored(EventSummary event) {
                answer.accept(Reply.of(event.status()));
                rejudging.stored(event, source);
            }

            @Override
            public void failed(Problem problem) {
                answer.accept(new Reply(503, List.of(new Header("Retry-After", "1")), problem.sentence() + "\n"));
                reject(new Rejection(request.receivedAt(), request.remote(), Rejection.Reason.NOT_STORED,
                        problem.sentence(), request.head()));
            }
        });
    }

    private Capture recognise(ReceivedRequest request, RequestHead head, Source source) {
        Recognition found = intake.recognise(source, head, request.body(), request.receivedAt());
        return new Capture(request.receivedAt(), source.id(), source.provider(), request.remote(), found.type(),
                found.items(), found.key(), found.verdict(), found.status(), request.head(), request.body());
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
