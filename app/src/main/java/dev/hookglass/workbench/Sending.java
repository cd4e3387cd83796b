package dev.hookglass.workbench;

import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The way out of an open data folder: what sends to targets, and what is kept of it. Safe for use by many threads. */
final class Sending implements AutoCloseable {
    private final Sources sources;
    private final Targets targets;
    private final DeliveryLog log;
    private final Sender sender;
    private final Deliveries deliveries;
    private final SignedUrls signedUrls;
    private final Replaying replaying;
    private final Forwarding forwarding;

    /** @param own the URL that Hookglass listens at, while it does */
    Sending(EventStore events, Sources sources, Catalogue providers, Targets targets, Supplier<Optional<String>> own) {
        this.sources = sources;
        this.targets = targets;
        log = new DeliveryLog(events.attempts());
        sender = new Sender(SenderLimits.DEFAULT, targets);
        deliveries = new Deliveries(sender, log, InstantSource.system());
        signedUrls = new SignedUrls(sources, own);
        replaying = new Replaying(events, sources, providers, deliveries, targets, signedUrls::of);
        forwarding = new Forwarding(events, sources, new Passing(events, targets, providers, replaying, deliveries));
    }

    DeliveryLog log() {
        return log;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Replaying replaying() {
        return replaying;
    }

    Forwarding forwarding() {
        return forwarding;
    }

    String signedUrl(TargetUrl target) {
        return signedUrls.of(target);
    }

    /** Refuses where a source passes its events on to it. */
    void removeTarget(Target target) throws Problem {
        Optional<Source> user = sources.all().stream()
                .filter(source -> source.forward().filter(to -> to.targetId() == target.id()).isPresent())
                .findFirst();
        if (user.isPresent()) {
            throw new Problem("The source “" + user.get().name() + "” passes its events on to “" + target.name()
                    + "”; change the source first.");
        }
        targets.remove(target.id());
    }

    /** Ends all sending. */
    @Override
    public void close() {
        forwarding.close();
        sender.close();
    }
}
