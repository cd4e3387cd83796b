package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.OwnSender;
import dev.hookglass.signature.Secret;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tries a description on a captured request while it is typed. */
final class TrialPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private static final int MOST_EVENTS = 50;
    private static final char BULLET = '•';
    private static final double CHOICE_WIDTH = 330;

    private final EventStore events;
    private final Trial.Reading reading;
    private final Supplier<OwnSender> sender;
    private final Consumer<List<String>> onHeaders;
    private final Latest listing;
    private final Latest trying;
    private final ComboBox<EventSummary> event = new ComboBox<>();
    private final PasswordTextField secret = new PasswordTextField("", BULLET);
    private final IconButton reveal = new IconButton(Icon.REVEAL, text("sources.secret.reveal"), this::toggle);
    private final VBox findings = new VBox();
    private @Nullable CapturedEvent read;

    /**
     * @param sender what is described now
     * @param onHeaders told the names of the headers of the request that is tried
     */
    TrialPane(EventStore events, Trial.Reading reading, Background background, Supplier<OwnSender> sender,
            Consumer<List<String>> onHeaders) {
        this.events = events;
        this.reading = reading;
        this.sender = sender;
        this.onHeaders = onHeaders;
        listing = new Latest(background);
        trying = new Latest(background);
        event.setConverter(new ChoiceWords<>("", TrialPane::words));
        event.setPromptText(text("sender.trial.none"));
        event.setMinWidth(CHOICE_WIDTH);
        event.setPrefWidth(CHOICE_WIDTH);
        event.valueProperty().subscribe(this::choose);
        secret.setPromptText(text("sender.trial.secret.prompt"));
        secret.setAccessibleText(text("sender.trial.secret"));
        secret.getStyleClass().add("secret-text");
        secret.passwordProperty().addListener((_, _, _) -> tryIt());
        HBox.setHgrow(secret, Priority.ALWAYS);
        Field secretField = new Field(text("sender.trial.secret"), new HBox(4, secret, reveal));
        HBox.setHgrow(secretField, Priority.ALWAYS);
        findings.getStyleClass().add("trial-findings");
        getStyleClass().add("trial");
        getChildren().addAll(new HBox(12, new Field(text("sender.trial.event"), event), secretField), findings);
    }

    private void toggle() {
        boolean revealed = !secret.getRevealPassword();
        secret.setRevealPassword(revealed);
        reveal.show(revealed ? Icon.CONCEAL : Icon.REVEAL,
                text(revealed ? "sources.secret.conceal" : "sources.secret.reveal"));
    }

    /** Offers the latest requests; the one that is selected in the table, else the latest of the Inbox, is chosen. */
    void open(Optional<EventSummary> selected) {
        secret.clear();
        listing.ask(() -> events.older(EventFilter.ALL, Long.MAX_VALUE, MOST_EVENTS), latest -> {
            event.getItems().setAll(latest);
            selected.filter(one -> !latest.contains(one)).ifPresent(one -> event.getItems().addFirst(one));
            event.setValue(selected
                    .or(() -> latest.stream().filter(one -> one.sourceId() == 0).findFirst())
                    .or(() -> latest.stream().findFirst())
                    .orElse(null));
            event.setDisable(event.getItems().isEmpty());
            tryIt();
        }, this::tell);
    }

    private void choose(@Nullable EventSummary chosen) {
        read = null;
        if (chosen != null) {
            listing.ask(() -> events.find(chosen.id()), found -> {
                read = found.orElse(null);
                onHeaders.accept(found.stream()
                        .flatMap(one -> one.request().headers().stream())
                        .map(Header::name)
                        .distinct()
                        .toList());
                tryIt();
            }, this::tell);
        }
    }

    /** Judges anew, because something else is described. */
    void tryIt() {
        OwnSender described = sender.get();
        if (described.header().isBlank() && described.proof() != OwnSender.Proof.NOTHING) {
            trying.drop();
            findings.getChildren().setAll(new Banner(Banner.Kind.INFO, text("sender.trial.start")));
            return;
        }
        Optional<CapturedEvent> request = Optional.ofNullable(read);
        Secret typed = new Secret(text("sender.trial.secret.name"), secretText());
        trying.ask(() -> Trial.of(reading, described, request, typed), this::show, this::tell);
    }

    /** The secret as typed, kept nowhere but here. */
    String secretText() {
        return String.valueOf(secret.getPassword());
    }

    private void show(Trial trial) {
        Banner banner = trial.objection().map(why -> new Banner(Banner.Kind.WARNING, why))
                .or(() -> trial.verdict().map(TrialPane::banner))
                .orElseGet(() -> new Banner(Banner.Kind.INFO, text(read == null
                        ? "sender.trial.noEvent"
                        : "sender.trial.noSecret")));
        trial.content().ifPresent(content -> banner.withDetail(text("sender.trial.content", content)));
        findings.getChildren().setAll(banner);
    }

    private static Banner banner(Verdict verdict) {
        Banner.Kind kind = verdict.outcome() == Verdict.Outcome.VALID
                ? Banner.Kind.SUCCESS
                : verdict.outcome().isBad() ? Banner.Kind.DANGER : Banner.Kind.INFO;
        return new Banner(kind, text("sender.trial.verdict", verdict.outcome().word(), verdict.reason()));
    }

    private void tell(Problem problem) {
        findings.getChildren().setAll(new Banner(Banner.Kind.WARNING, problem.sentence()));
    }

    /** Forgets the secret, and what is still awaited. */
    void close() {
        listing.drop();
        trying.drop();
        secret.clear();
    }

    private static String words(EventSummary event) {
        return TIME.format(event.receivedAt()) + "  " + event.method() + " " + event.target()
                + (event.type() == null ? "" : "  " + event.type());
    }
}
