package dev.hookglass.ui.statistics;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ledger.Distribution;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Figures;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.base.VerdictLabel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often, how large, how fast and how good the events are that are found: figures with a plot each, anew every second while
 * events arrive and it is looked at. For the FX thread; they are worked out in the background.
 */
public final class StatisticsView {
    private static final Duration BREATH = Duration.seconds(1);
    private static final int BUCKETS = 60;
    private static final DateTimeFormatter SECOND = time("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = time("MMM d HH:mm");
    /** The longest time over which seconds tell more than the day. */
    private static final java.time.Duration SHORT = java.time.Duration.ofHours(1);

    private final Supplier<Ledger> ledger;
    private final ObservableValue<EventIds> found;
    private final Latest working;
    private final PauseTransition breath = new PauseTransition(BREATH);
    private final FlowPane cards = new FlowPane();
    private final ScrollPane root = new ScrollPane(cards);
    private final Label said = new Label();
    private final List<Region> all;

    private final Histogram rate = new Histogram();
    private final Label rateFigures = new Label();
    private final Shares verdicts = new Shares();
    private final Shares types = new Shares();
    private final Plot sizes = new Plot();
    private final Plot replies = new Plot();
    private final Plot gaps = new Plot();
    private @Nullable EventIds shown;

    /** A distribution, as a plot and in figures. */
    private static final class Plot {
        private final Histogram bars = new Histogram();
        private final Label figures = new Label();

        void show(Distribution distribution, LongFunction<String> words) {
            String told = distribution.count() == 0
                    ? text("statistics.unknown")
                    : text("statistics.figures", words.apply(distribution.median()), words.apply(distribution.p95()),
                            words.apply(distribution.max()));
            figures.setText(told);
            figures.setWrapText(true);
            bars.setVisible(distribution.count() > 0);
            bars.setManaged(distribution.count() > 0);
            bars.show(distribution.bins().stream()
                    .map(bin -> new Histogram.Bar(words.apply(bin.from()), bin.count())).toList(), told);
        }
    }

    /**
     * @param ledger what counts
     * @param found the events that are shown
     */
    public StatisticsView(Supplier<Ledger> ledger, ObservableValue<EventIds> found, Background background) {
        this.ledger = ledger;
        this.found = found;
        this.working = new Latest(background);
        rateFigures.setWrapText(true);
        root.getStyleClass().add("statistics");
        root.setFitToWidth(true);
        root.setAccessibleText(text("statistics.title"));
        cards.getStyleClass().add("cards");
        all = List.of(card(text("statistics.rate"), rateFigures, rate), card(text("statistics.verdicts"), verdicts),
                card(text("statistics.types"), types), card(text("statistics.sizes"), sizes.figures, sizes.bars),
                card(text("statistics.replies"), replies.figures, replies.bars),
                card(text("statistics.gaps"), gaps.figures, gaps.bars));
        found.subscribe(this::workSoon);
        root.sceneProperty().subscribe(this::workSoon);
        breath.setOnFinished(_ -> workSoon());
    }

    public Parent root() {
        return root;
    }

    private static Region card(String title, Node... content) {
        Label name = new Label(title);
        name.getStyleClass().add("section");
        VBox card = new VBox(name);
        card.getStyleClass().add("card");
        card.getChildren().addAll(content);
        return card;
    }

    private void workSoon() {
        boolean isLookedAt = root.getScene() != null;
        if (isLookedAt && breath.getStatus() != Status.RUNNING && found.getValue() != shown) {
            EventIds ids = found.getValue();
            shown = ids;
            breath.playFromStart();
            working.ask(() -> Figures.of(ledger.get(), ids, BUCKETS), this::show, this::say);
        }
    }

    private void say(Problem problem) {
        said.setText(problem.sentence());
        cards.getChildren().setAll(said);
    }

    private void show(Figures figures) {
        if (figures.events() == 0) {
            said.setText(text("statistics.none"));
            cards.getChildren().setAll(said);
            return;
        }
        cards.getChildren().setAll(all);
        String told = text("statistics.rate.figures", count("events.count", figures.events()),
                number(figures.perSecond()),
                number(figures.over().highest() / Math.max(0.001, figures.over().width().toNanos() / 1e9)));
        rateFigures.setText(told);
        boolean isShort = figures.over().width().multipliedBy(figures.over().buckets()).compareTo(SHORT) < 0;
        DateTimeFormatter time = isShort ? SECOND : MINUTE;
        rate.show(IntStream.range(0, figures.over().buckets())
                .mapToObj(i -> new Histogram.Bar(time.format(figures.over().at(i)), figures.over().total(i)))
                .toList(), told);
        verdicts.show(Arrays.stream(Outcome.values()).filter(figures.verdicts()::containsKey)
                .map(outcome -> new Shares.Share(whole(new VerdictLabel(outcome)), outcome.word(),
                        figures.verdicts().getOrDefault(outcome, 0L), Optional.of(VerdictLabel.styleClass(outcome))))
                .toList(), figures.events());
        types.show(figures.types().stream().map(type -> {
            String name = type.type().isEmpty() ? text("statistics.noType") : type.type();
            return new Shares.Share(new Label(name), name, type.events(), Optional.empty());
        }).toList(), figures.events());
        sizes.show(figures.sizes(), Sizes::of);
        replies.show(figures.replies(), StatisticsView::time);
        gaps.show(figures.gaps(), StatisticsView::time);
    }

    private static DateTimeFormatter time(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneId.systemDefault());
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number >= 10 ? "%,.0f" : "%.2f", number);
    }

    /** Microseconds for eyes. */
    private static String time(long micros) {
        List<String> units = List.of(" µs", " ms", " s");
        double number = micros;
        int unit = 0;
        while (number >= 1_000 && unit < units.size() - 1) {
            number /= 1_000;
            unit++;
        }
        return number < 10 && number != Math.rint(number)
                ? String.format(Locale.ROOT, "%.1f%s", number, units.get(unit))
                : String.format(Locale.ROOT, "%,.0f%s", number, units.get(unit));
    }
}
