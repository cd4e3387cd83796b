package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Answer;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.provider.Provider;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What the sender of the event got. While that is still to come, it is looked for after each commit. */
final class AnswerLine extends Label {
    /** Longer than any reply is put off. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(11);

    private final Workbench workbench;
    private final Latest reading;
    private final AtomicBoolean lookingSoon = new AtomicBoolean();
    private @Nullable EventSummary awaited;
    private Optional<Provider> provider = Optional.empty();

    AnswerLine(Workbench workbench, Background background) {
        this.workbench = workbench;
        reading = new Latest(background);
        getStyleClass().add("answer-line");
        setGraphic(Icon.UNDO.node());
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        workbench.onCommit(() -> {
            if (lookingSoon.compareAndSet(false, true)) {
                Fx.later(this::look);
            }
        });
    }

    void show(EventSummary event, Optional<Provider> sender) {
        provider = sender;
        reading.drop();
        Optional<Answer> answer = event.answer();
        awaited = answer.flatMap(Answer::after).isEmpty()
                && event.receivedAt().isAfter(Instant.now().minus(LONGEST_WAIT)) ? event : null;
        String words = answer.map(got -> AnswerWords.of(got, sender))
                .orElse(awaited == null ? "" : text("answer.waiting"));
        setText(words);
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
    }

    private void look() {
        lookingSoon.set(false);
        EventSummary event = awaited;
        if (event != null) {
            reading.ask(() -> workbench.events().find(event.id()).map(CapturedEvent::summary),
                    found -> found.ifPresent(read -> show(read, provider)), _ -> {});
        }
    }
}
