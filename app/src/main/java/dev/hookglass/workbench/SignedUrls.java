package dev.hookglass.workbench;

import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import java.util.Optional;
import java.util.function.Supplier;

/** The URLs that requests are signed for, by schemes that sign one. */
final class SignedUrls {
    private final Sources sources;
    private final Supplier<Optional<String>> own;

    /** @param own the URL that Hookglass listens at, while it does */
    SignedUrls(Sources sources, Supplier<Optional<String>> own) {
        this.sources = sources;
        this.own = own;
    }

    /**
     * What the request's sender would have sent to. For one that goes to a source here, that is the source's public URL, if
     * it has one; else the target itself.
     */
    String of(TargetUrl target) {
        Source source = sources.claiming(target.requestTarget());
        boolean here = own.get().filter(target.origin()::equals).isPresent()
                || target.isLoopback() && !source.isInbox();
        return (here ? Intake.publicUrl(source, target.requestTarget()) : Optional.<String>empty())
                .orElseGet(target::toString);
    }
}
