package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.CertificateProbe;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.ServerIdentity;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Targets;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What stands between a person's wish to send and the sending: it asks once before something goes to a host on the internet,
 * and offers to trust a certificate that nobody vouches for. What it has to say it gives as a banner, to be shown in place.
 * For the FX thread.
 */
public final class TargetGate {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Targets targets;
    private final Background background;
    private final Latest looking;
    private final Consumer<Banner> teller;

    /** @param teller shows a banner where the person looks */
    public TargetGate(Targets targets, Background background, Consumer<Banner> teller) {
        this.targets = targets;
        this.background = background;
        this.looking = new Latest(background);
        this.teller = teller;
    }

    private record Looked(Destination destination, Optional<InetAddress> toAskFor) {}

    /**
     * Goes on to where a person wants to send; perhaps at once, perhaps once that was allowed, perhaps never.
     *
     * @param written a URL or a target's name
     */
    public void pass(String written, Consumer<Destination> onPassed) {
        looking.ask(() -> look(written), looked -> looked.toAskFor().ifPresentOrElse(
                address -> ask(looked.destination(), address, onPassed),
                () -> onPassed.accept(looked.destination())), this::tell);
    }

    private Looked look(String written) throws Problem {
        Destination destination = targets.destination(written);
        return new Looked(destination, targets.allowsPublic(destination.url().host())
                ? Optional.empty()
                : destination.url().publicAddress());
    }

    private void ask(Destination destination, InetAddress address, Consumer<Destination> onPassed) {
        String host = destination.url().host();
        teller.accept(new Banner(Banner.Kind.WARNING, text("gate.internet", host))
                .withDetail(text("gate.internet.detail", address.getHostAddress()))
                .withButton(text("gate.internet.allow"), () -> background.run(() -> targets.allow(host),
                        () -> onPassed.accept(destination), this::tell)));
    }

    /**
     * Looks whether nothing came of sending because nobody vouches for a certificate, and if so, offers to trust it.
     *
     * @param again sends once more
     */
    public void offerTrust(TargetUrl url, Outcome outcome, Runnable again) {
        if (outcome instanceof Outcome.Failed) {
            offerTrust(url, again);
        }
    }

    /** The same where it is known that nothing came of it. */
    public void offerTrust(TargetUrl url, Runnable again) {
        if (url.isSecure()) {
            looking.ask(() -> CertificateProbe.untrusted(url, targets),
                    found -> found.ifPresent(identity -> offer(url, identity, again)), this::tell);
        }
    }

    private void offer(TargetUrl url, ServerIdentity shown, Runnable again) {
        boolean another = targets.pin(url.host(), url.port()).isPresent();
        String validity = text(shown.until().isBefore(Instant.now()) ? "gate.trust.expired" : "gate.trust.valid",
                DAY.format(shown.from()), DAY.format(shown.until()));
        teller.accept(
                new Banner(Banner.Kind.WARNING, text(another ? "gate.trust.another" : "gate.trust", url.authority()))
                        .withDetail(text("gate.trust.subject", shown.subject()))
                        .withDetail(shown.issuer().equals(shown.subject())
                                ? text("gate.trust.selfSigned")
                                : text("gate.trust.issuer", shown.issuer()))
                        .withDetail(validity)
                        .withDetail(text("gate.trust.fingerprint", shown.fingerprint()))
                        .withButton(text("gate.trust.accept"),
                                () -> background.run(() -> targets.trust(url, shown.sha256()), again, this::tell)));
    }

    /** Forgets what it was about to ask. */
    public void drop() {
        looking.drop();
    }

    private void tell(Problem problem) {
        teller.accept(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }
}
