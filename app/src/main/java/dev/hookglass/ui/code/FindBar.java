package dev.hookglass.ui.code;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.Lines;
import dev.hookglass.payload.Lines.Match;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The search within a payload: a field, how many places it found, and the way from one to the next. */
final class FindBar extends HBox {
    /** Nobody steps through more places than this. */
    private static final int MOST_MATCHES = 1_000;

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Latest latest;
    private final Consumer<Match> reveal;
    private final Runnable leave;
    private Lines lines = TextLines.of("");
    private List<Match> matches = List.of();
    private int current;

    /**
     * @param reveal shows a place
     * @param leave gives the focus back when the bar closes
     */
    FindBar(Background background, Consumer<Match> reveal, Runnable leave) {
        latest = new Latest(background);
        this.reveal = reveal;
        this.leave = leave;
        field.setPromptText(text("find.prompt"));
        field.textProperty().subscribe(_ -> ask());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        count.getStyleClass().add("secondary");
        setHgrow(field, Priority.ALWAYS);
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, count, new IconButton(Icon.PREVIOUS, text("find.previous"), this::previous),
                new IconButton(Icon.NEXT, text("find.next"), this::next),
                new IconButton(Icon.CLOSE, text("find.close"), this::close));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        ask();
    }

    /** Searches other lines from now on. */
    void search(Lines newLines) {
        lines = newLines;
        ask();
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void close() {
        setVisible(false);
        latest.drop();
        leave.run();
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.F3) {
            step(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }

    private void ask() {
        String wanted = field.getText();
        Lines searched = lines;
        if (!isVisible() || wanted.isEmpty()) {
            latest.drop();
            found(List.of());
            return;
        }
        latest.ask(() -> searched.find(wanted, MOST_MATCHES), this::found, _ -> found(List.of()));
    }

    private void found(List<Match> found) {
        matches = found;
        current = 0;
        showCurrent();
    }

    private void step(int by) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + by, matches.size());
            showCurrent();
        }
    }

    private void showCurrent() {
        if (matches.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : text("find.none"));
            return;
        }
        count.setText(
                text(matches.size() < MOST_MATCHES ? "find.place" : "find.place.more", current + 1, matches.size()));
        reveal.accept(matches.get(current));
    }
}
