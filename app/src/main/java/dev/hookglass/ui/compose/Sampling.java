package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.function.Consumer;

/** Puts samples in place of what is being composed, but for what a person wrote or a sender sent. For the FX thread. */
final class Sampling {
    private final Latest asking;
    private final BodyPane body;
    private final HeadersPane headers;
    private final Runnable onShown;
    private final Consumer<Problem> onProblem;
    private List<Header> shown = List.of();
    private boolean isCapturedBody;
    private long seed;

    /** @param onShown called once a sample is there, be its body shown or only offered */
    Sampling(Background background, BodyPane body, HeadersPane headers, Runnable onShown,
            Consumer<Problem> onProblem) {
        asking = new Latest(background);
        this.body = body;
        this.headers = headers;
        this.onShown = onShown;
        this.onProblem = onProblem;
    }

    /**
     * Makes ready for another request; a sample that is still to come is dropped.
     *
     * @param captured whether its body is that of a captured event
     */
    void begin(boolean captured) {
        isCapturedBody = captured;
        asking.drop();
    }

    /** Says which of the headers that are there are those of a sample; the next sample's take their place. */
    void have(List<Header> ofSample) {
        shown = List.copyOf(ofSample);
    }

    /** That of the sample that is shown. */
    long seed() {
        return seed;
    }

    /** Whether the body is no sample. */
    boolean isOwnBody() {
        return body.isEdited() || isCapturedBody;
    }

    /**
     * Shows the next sample.
     *
     * @param always even if the body is no sample; it is offered otherwise
     */
    void show(Provider provider, String type, int count, boolean always) {
        seed++;
        long number = seed;
        asking.ask(() -> Sample.of(provider, type, count, number), sample -> show(sample, always), onProblem);
    }

    private void show(Sample sample, boolean always) {
        headers.replace(shown, sample.headers());
        have(sample.headers());
        onShown.run();
        if (always || !isOwnBody()) {
            isCapturedBody = false;
            body.show(sample.text());
        } else {
            body.note(new Banner(Banner.Kind.INFO, text("compose.sample.kept"))
                    .withButton(text("compose.sample.replace"), () -> show(sample, true)));
        }
    }
}
