package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Decoded;
import dev.hookglass.payload.HexDump;
import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.Lines;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.OutcomeWords;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What came of a request: the answer with its headers and body, or why there was none. */
final class OutcomePane {
    private final Latest reading;
    private final PayloadView view;
    private final Label status = new Label();
    private final Label facts = new Label();
    private final ToggleButton body = toggle(text("compose.answer.body"), Styles.LEFT_PILL);
    private final ToggleButton headers = toggle(text("compose.answer.headers"), Styles.RIGHT_PILL);
    private final Label empty = new Label(text("outcome.empty"));
    private final StackPane page = new StackPane();
    private final HBox bar;
    private final VBox root = new VBox();
    private final BooleanBinding isShown = Bindings.isNotEmpty(root.getChildren());
    private Shown bodyShown = new Shown(TextLines.of(""), Syntax.PLAIN);
    private Shown headersShown = bodyShown;

    private record Shown(Lines lines, Syntax syntax, boolean isNothing) {
        Shown(Lines lines, Syntax syntax) {
            this(lines, syntax, false);
        }
    }

    OutcomePane(Background background) {
        reading = new Latest(background);
        view = new PayloadView(background);
        VBox.setVgrow(page, Priority.ALWAYS);
        page.setAlignment(Pos.TOP_LEFT);
        empty.getStyleClass().add("muted");
        ToggleGroup pages = new ToggleGroup();
        pages.getToggles().addAll(body, headers);
        pages.selectedToggleProperty().subscribe((before, chosen) -> {
            if (chosen == null) {
                pages.selectToggle(before);
            } else {
                page();
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        status.getStyleClass().add("answer-status");
        facts.getStyleClass().add("secondary");
        bar = new HBox(10, status, facts, space, new HBox(body, headers));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("answer-bar");
        root.getStyleClass().add("answer");
    }

    private static ToggleButton toggle(String name, String side) {
        ToggleButton button = new ToggleButton(name);
        button.getStyleClass().addAll(side, Styles.SMALL);
        return button;
    }

    Parent root() {
        return root;
    }

    /** What came of requests that were sent one after the other: the first that failed, else the last. */
    void show(List<Outcome> outcomes) {
        List<Outcome> failed = outcomes.stream().filter(each -> !each.isSuccess()).toList();
        show(failed.isEmpty() ? outcomes.getLast() : failed.getFirst());
        if (outcomes.size() > 1) {
            root.getChildren().addFirst(new Banner(failed.isEmpty() ? Banner.Kind.INFO : Banner.Kind.WARNING,
                    text("compose.variants.done", outcomes.size(), outcomes.size() - failed.size(), failed.size())));
        }
    }

    private void show(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> show(answered);
            case Outcome.Failed failed -> tell(new Banner(Banner.Kind.DANGER, failed.reason())
                    .withDetail(count("compose.answer.after", OutcomeWords.millis(failed))));
        }
    }

    /** Shows one sentence and nothing else. */
    void tell(Banner banner) {
        reading.drop();
        root.getChildren().setAll(banner);
    }

    private void show(Outcome.Answered answered) {
        status.setText(OutcomeWords.status(answered));
        status.getStyleClass().removeIf(name -> name.startsWith("status-"));
        status.getStyleClass().add(OutcomeWords.styleClass(answered));
        String size = Sizes.of(answered.body().size());
        facts.setText(text("compose.answer.facts", OutcomeWords.millis(answered),
                answered.truncated() ? text("compose.answer.beginning", size) : size));
        headers.setText(text("compose.answer.headers.count", answered.headers().size()));
        headersShown = new Shown(TextLines.of(lines(answered.headers())), Syntax.PLAIN);
        bodyShown = new Shown(TextLines.of(""), Syntax.PLAIN);
        body.setSelected(true);
        root.getChildren().setAll(bar, page);
        page();
        reading.ask(() -> read(answered), shown -> {
            bodyShown = shown;
            page();
        }, problem -> tell(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    private void page() {
        Shown shown = headers.isSelected() ? headersShown : bodyShown;
        page.getChildren().setAll(shown.isNothing() ? empty : view);
        view.show(shown.lines(), shown.syntax());
    }

    private static String lines(List<Header> headers) {
        return headers.stream().map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
    }

    private static Shown read(Outcome.Answered answered) {
        if (answered.body().isEmpty()) {
            return new Shown(TextLines.of(""), Syntax.PLAIN, true);
        }
        return switch (Decoded.decode(answered.body(), answered.headers())) {
            case Decoded.Text text -> JsonPretty.format(text.text()) instanceof Pretty.Formatted json
                    ? new Shown(TextLines.of(json.text()), Syntax.JSON)
                    : new Shown(TextLines.of(text.text()), Syntax.PLAIN);
            case Decoded.Binary binary -> new Shown(new HexDump(binary.bytes()), Syntax.PLAIN);
            case Decoded.Encoded encoded -> new Shown(new HexDump(encoded.bytes()), Syntax.PLAIN);
        };
    }

    /** Shows nothing. */
    void clear() {
        reading.drop();
        root.getChildren().clear();
    }

    /** Whether anything is shown. */
    ObservableValue<Boolean> isShown() {
        return isShown;
    }
}
