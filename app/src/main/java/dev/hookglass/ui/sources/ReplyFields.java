package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Replies;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a source answers: one line that says it in words, and opens to be changed. */
final class ReplyFields extends VBox {
    private final Replies replies;
    private final FontIcon chevron = Icon.EXPAND.node();
    private final Button summary = new Button("", chevron);
    private final ComboBox<ReplyKind> kind = new ComboBox<>();
    private final SequenceField answer = new SequenceField(text("reply.answer.prompt"), this::changed);
    private final SequenceField whenBad = new SequenceField(text("reply.whenBad.prompt"), this::changed);
    private final TextArea headers = area(text("reply.headers.prompt"), 2);
    private final TextArea body = area("", 3);
    private final Label progress = new Label();
    private final HBox progressLine;
    private final Node own;
    private final VBox details;
    private Optional<Provider> provider = Optional.empty();
    private int sourceId;

    ReplyFields(Replies replies) {
        this.replies = replies;
        kind.getItems().setAll(ReplyKind.values());
        kind.setConverter(new ChoiceWords<>("", ReplyKind::words));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.valueProperty().subscribe(this::changed);
        progress.getStyleClass().add("secondary");
        progressLine = new HBox(6, progress, new ActionButton(text("reply.again"), this::beginAgain).flat());
        progressLine.setAlignment(Pos.CENTER_LEFT);
        own = new VBox(10, new Field(text("reply.answer"), answer, progressLine),
                new Field(text("reply.headers"), headers), new Field(text("reply.body"), body));
        details = new VBox(10, kind, own, new Field(text("reply.whenBad"), whenBad));
        details.getStyleClass().add("reply-details");
        summary.getStyleClass().addAll(Styles.FLAT, "reply-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setOnAction(_ -> open(!details.isManaged()));
        getStyleClass().add("reply");
        getChildren().addAll(summary, details);
        show(Source.draft("", "", ""));
    }

    private static TextArea area(String prompt, int rows) {
        TextArea area = new TextArea();
        area.setPromptText(prompt);
        area.setPrefRowCount(rows);
        area.getStyleClass().add("mono");
        return area;
    }

    /** Shows a source's rule, closed. */
    void show(Source source) {
        ReplyRule rule = source.reply();
        sourceId = source.id();
        kind.setValue(ReplyKind.of(rule));
        answer.setText(kind.getValue() == ReplyKind.OWN ? rule.answer().text() : "");
        whenBad.setText(rule.whenBad().map(ReplySequence::text).orElse(""));
        headers.setText(HeaderLines.write(rule.headers()));
        body.setText(rule.body());
        showProgress(rule.answer().isConstant() ? 0 : replies.answered(source));
        open(false);
    }

    private void showProgress(long answered) {
        progress.setText(count("reply.answered", answered));
        progressLine.setVisible(answered > 0);
        progressLine.setManaged(answered > 0);
    }

    private void beginAgain() {
        replies.restart(sourceId);
        showProgress(0);
    }

    /** Says what is usual in another provider's words. */
    void answerAs(Optional<Provider> newProvider) {
        provider = newProvider;
        changed();
    }

    private void open(boolean isOpen) {
        details.setVisible(isOpen);
        details.setManaged(isOpen);
        (isOpen ? Icon.NEXT : Icon.EXPAND).into(chevron);
        changed();
    }

    private void changed() {
        boolean isOwn = kind.getValue() == ReplyKind.OWN;
        own.setVisible(isOwn);
        own.setManaged(isOwn);
        summary.setText(words());
    }

    private String words() {
        String what = switch (kind.getValue()) {
            case EXPECTED -> provider
                    .map(known -> text("reply.words.expected", known.acknowledgement().status(), known.name()))
                    .orElse(text("reply.words.usual"));
            case OWN -> text("reply.words.own", answer.told());
            case DROP -> text("reply.words.drop");
            case NEVER -> text("reply.words.never");
        };
        return whenBad.isBlank() ? what : text("reply.words.bad", what, whenBad.told());
    }

    /**
     * The rule as it stands.
     *
     * @throws Problem if something cannot be read; the field in question is shown and has the focus then
     */
    ReplyRule rule() throws Problem {
        try {
            boolean isOwn = kind.getValue() == ReplyKind.OWN;
            Optional<ReplySequence> bad = whenBad.isBlank() ? Optional.empty() : Optional.of(whenBad.sequence());
            return new ReplyRule(isOwn ? answer.sequence() : kind.getValue().sequence(), bad,
                    isOwn ? HeaderLines.read(headers.getText()) : List.of(), isOwn ? body.getText() : "");
        } catch (Problem problem) {
            open(true);
            throw problem;
        }
    }
}
