package dev.hookglass.ui.compose;

import dev.hookglass.compose.Variables;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The request that is made of what is written: its variables filled in, then signed. For the FX thread. */
final class RequestDraft implements SendRow.Draft {
    private final Workbench workbench;
    private final Function<String, Map<String, String>> variablesOf;
    private final SampleChoice choice;
    private final BodyPane body;
    private final HeadersPane headers;
    private final SigningChoice signing;
    private final LongSupplier seed;
    private @Nullable CapturedEvent captured;
    private Variables filling = Variables.none();

    /**
     * @param variablesOf the variables of the target that a URL is of
     * @param seed that of the sample that is shown
     */
    RequestDraft(Workbench workbench, Function<String, Map<String, String>> variablesOf, SampleChoice choice,
            BodyPane body, HeadersPane headers, SigningChoice signing, LongSupplier seed) {
        this.workbench = workbench;
        this.variablesOf = variablesOf;
        this.choice = choice;
        this.body = body;
        this.headers = headers;
        this.signing = signing;
        this.seed = seed;
    }

    /** Makes the request of a captured event from now on; of none for null. */
    void begin(@Nullable CapturedEvent event) {
        captured = event;
    }

    /** This receiver's URL with the path of the source whose secret signs, else of one with this provider. */
    Optional<String> ownUrl() {
        CapturedEvent event = captured;
        String path = event != null ? event.request().target() : sourcePath();
        return workbench.url().map(url -> url + path);
    }

    private String sourcePath() {
        List<Source> sources = workbench.sources().all();
        OptionalInt signer = signing.source();
        return sources.stream()
                .filter(source -> signer.isPresent()
                        ? source.id() == signer.getAsInt()
                        : choice.provider().map(Provider::id).filter(source.provider()::equals).isPresent())
                .findFirst()
                .map(Source::path)
                .orElse("/");
    }

    /** Says which variables in what is written are not known. */
    void tellUnknown(String url) {
        body.variables().know(variablesOf.apply(url));
        StringBuilder written = new StringBuilder(body.written().orElse("")).append(' ').append(url);
        headers.headers().forEach(header -> written.append(' ').append(header.value()));
        body.variables().tell(written.toString());
    }

    @Override
    public String filled(String url) {
        body.variables().know(variablesOf.apply(url));
        filling = body.variables().now();
        return filling.fill(url);
    }

    @Override
    public Callable<List<String>> more() {
        int wanted = choice.variants() - 1;
        Optional<Provider> provider = choice.provider();
        String written = body.written().orElse("");
        if (provider.isEmpty() || captured != null || body.isEdited()) {
            return () -> Collections.nCopies(wanted, written);
        }
        String type = choice.typeName();
        int count = choice.count();
        long first = seed.getAsLong();
        // Events of one batch have seeds that follow each other.
        return () -> LongStream.rangeClosed(1, wanted)
                .mapToObj(number -> Sample.of(provider.get(), type, count, first + number * count).text())
                .toList();
    }

    @Override
    public OutboundRequest request(TargetUrl target, String sample) throws Problem {
        return request(target, captured == null && !body.isEdited()
                ? Bytes.ofUtf8(filling.fill(sample))
                : body.bytes(filling));
    }

    @Override
    public OutboundRequest request(TargetUrl target) throws Problem {
        return request(target, body.bytes(filling));
    }

    private OutboundRequest request(TargetUrl target, Bytes bytes) throws Problem {
        List<Header> filled = headers.headers().stream()
                .map(header -> new Header(header.name(), filling.fill(header.value())))
                .toList();
        CapturedEvent event = captured;
        if (event == null) {
            return signing.prove(new OutboundRequest("POST", target, filled, bytes));
        }
        Optional<String> query = target.hasQuery() ? Optional.empty() : event.request().query();
        TargetUrl url = query.map(kept -> TargetUrl.of(target + "?" + kept)).orElse(target);
        return signing.prove(new OutboundRequest(event.request().method(), url, filled, bytes));
    }
}
