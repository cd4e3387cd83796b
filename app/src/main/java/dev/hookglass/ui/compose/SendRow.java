package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.TargetField;
import dev.hookglass.ui.base.TargetGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where to send, and sending; while it runs, the same button cancels. */
final class SendRow extends HBox {
    /** Makes the request, signed and ready. */
    interface Draft {
        /** Where a request goes that was written to go somewhere; the variables in it have their values from then on. */
        String filled(String url);

        /**
         * The request for a target.
         *
         * @throws Problem if something that was typed cannot be used
         */
        OutboundRequest request(TargetUrl target) throws Problem;

        /** The same with another sample for its body, unless a person wrote that. */
        OutboundRequest request(TargetUrl target, String sample) throws Problem;

        /** Finds the samples that are to be sent after what is shown; not for the FX thread. */
        Callable<List<String>> more();
    }

    private final Deliveries deliveries;
    private final Background background;
    private final TargetGate gate;
    private final Supplier<Optional<String>> ownUrl;
    private final Draft draft;
    private final OutcomePane outcome;
    private final TargetField target;
    private final FontIcon sendIcon = Icon.SEND.node();
    private final Button send = new Button(text("compose.send"), sendIcon);
    private Background.@Nullable Running running;
    private OptionalLong eventId = OptionalLong.empty();
    private String proposal = "";

    /**
     * @param ownUrl this receiver's URL for what is composed; empty while not listening
     * @param onTarget called when another target is written
     */
    SendRow(Deliveries deliveries, Background background, ObservableList<String> recentTargets,
            Supplier<Optional<String>> ownUrl, SigningChoice signing, Draft draft, OutcomePane outcome,
            Targets targets, Runnable onTarget) {
        super(8);
        this.deliveries = deliveries;
        this.background = background;
        this.ownUrl = ownUrl;
        this.draft = draft;
        this.outcome = outcome;
        target = new TargetField(recentTargets, targets);
        gate = new TargetGate(targets, background, outcome::tell);
        target.getEditor().textProperty().subscribe((_, _) -> onTarget.run());
        Field targetField = new Field(text("compose.target"), target);
        setHgrow(targetField, Priority.ALWAYS);
        Button own = new Button(text("compose.target.own"));
        own.setMinWidth(Region.USE_PREF_SIZE);
        own.setTooltip(new Tooltip(text("compose.target.own.tooltip")));
        own.setOnAction(_ -> fillInOwn());
        send.getStyleClass().addAll(Styles.ACCENT, "send");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(_ -> sendOrCancel());
        setAlignment(Pos.BOTTOM_LEFT);
        getStyleClass().add("send-row");
        getChildren().addAll(signing, targetField, own, send);
    }

    /**
     * Makes ready for another request.
     *
     * @param newEventId the captured event that is sent again, if one is
     */
    void begin(OptionalLong newEventId) {
        cancel();
        gate.drop();
        eventId = newEventId;
    }

    /** Where to send, as it is written. */
    String url() {
        return target.url().orElse("");
    }

    /** Proposes this receiver where nothing else is written. */
    void propose() {
        String written = url();
        if (written.isEmpty() || written.equals(proposal)) {
            ownUrl.get().ifPresent(this::fillIn);
        }
    }

    private void fillIn(String url) {
        proposal = url;
        target.getEditor().setText(url);
    }

    private void fillInOwn() {
        ownUrl.get().ifPresentOrElse(this::fillIn,
                () -> outcome.tell(new Banner(Banner.Kind.WARNING, text("compose.target.notListening"))));
    }

    /** Sends; does nothing while it runs. */
    void send() {
        if (running != null) {
            return;
        }
        gate.pass(draft.filled(url()), this::send);
    }

    private void send(Destination destination) {
        target.remember();
        show(text("compose.cancel"), Icon.STOP);
        running = background.run(draft.more(), samples -> send(samples, destination), this::fail);
    }

    private void send(List<String> samples, Destination destination) {
        try {
            List<OutboundRequest> requests = new ArrayList<>();
            requests.add(destination.carrying(draft.request(destination.url())));
            for (String sample : samples) {
                draft.filled(url());
                requests.add(destination.carrying(draft.request(destination.url(), sample)));
            }
            deliver(requests, destination);
        } catch (Problem problem) {
            fail(problem);
        }
    }

    private void fail(Problem problem) {
        finished();
        outcome.tell(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private void sendOrCancel() {
        if (running == null) {
            send();
        } else {
            cancel();
            outcome.tell(new Banner(Banner.Kind.INFO, text("compose.cancelled")));
        }
    }

    private void deliver(List<OutboundRequest> requests, Destination destination) {
        running = background.run(() -> deliver(requests), outcomes -> {
            finished();
            outcome.show(outcomes);
            outcomes.stream().filter(Outcome.Failed.class::isInstance).findFirst()
                    .ifPresent(failed -> gate.offerTrust(destination.url(), failed, () -> send(destination)));
        }, this::fail);
    }

    /** One after the other, until it is cancelled. */
    private List<Outcome> deliver(List<OutboundRequest> requests) throws Problem {
        List<Outcome> outcomes = new ArrayList<>();
        for (OutboundRequest request : requests) {
            if (!Thread.currentThread().isInterrupted()) {
                outcomes.add(deliveries.deliver(request, eventId).outcome());
            }
        }
        return outcomes;
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            finished();
        }
    }

    private void finished() {
        running = null;
        show(text("compose.send"), Icon.SEND);
    }

    private void show(String word, Icon icon) {
        send.setText(word);
        icon.into(sendIcon);
    }
}
