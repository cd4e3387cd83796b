package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Bytes;
import dev.hookglass.payload.HexDump;
import dev.hookglass.signature.diagnosis.Difference;
import dev.hookglass.ui.base.CopyButton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Exactly what is signed: the first of it as text and as hex, or the places where it differs from what matches. */
final class SignedContentPane {
    private static final int MOST_TEXT = 1_200;
    private static final int LINES = 8;
    private static final int LINES_BEFORE = 2;

    private final VBox root = new VBox(6);

    SignedContentPane() {
        root.getStyleClass().add("signed-content");
    }

    Parent root() {
        return root;
    }

    void clear() {
        root.getChildren().clear();
        root.setManaged(false);
    }

    void show(Optional<Bytes> signed, Optional<Difference> difference) {
        clear();
        signed.ifPresent(content -> {
            root.setManaged(true);
            root.getChildren().add(bar(content));
            if (difference.isPresent()) {
                add(difference.get());
            } else {
                Label text = SignatureTab.words(start(content));
                text.getStyleClass().addAll("mono", "byte-block");
                text.setMaxWidth(Double.MAX_VALUE);
                root.getChildren().addAll(text, hex(content, OptionalInt.empty()));
            }
        });
    }

    private static Node bar(Bytes content) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, SignatureTab.heading(text("signature.content") + "  ·  "
                + count("signature.size", content.size())), space, new CopyButton(text("signature.copy"), content::utf8));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void add(Difference difference) {
        root.getChildren().addAll(SignatureTab.words(difference.words()),
                SignatureTab.heading(text("signature.asReceived")),
                hex(difference.received(), OptionalInt.of(difference.offset())),
                SignatureTab.heading(text("signature.asMatching")),
                hex(difference.matching(), OptionalInt.of(difference.offset())));
    }

    private static String start(Bytes content) {
        boolean isWhole = content.size() <= MOST_TEXT;
        String text = new String(Arrays.copyOf(content.array(), Math.min(MOST_TEXT, content.size())),
                StandardCharsets.UTF_8);
        return isWhole ? text : text + "\n" + count("signature.more", content.size() - MOST_TEXT);
    }

    private static Node hex(Bytes content, OptionalInt mark) {
        HexDump dump = new HexDump(content);
        int first = Math.max(0, Math.min(HexDump.lineOf(mark.orElse(0)) - LINES_BEFORE, dump.count() - 1));
        int end = Math.min(dump.count(), first + LINES);
        VBox block = new VBox();
        block.getStyleClass().add("byte-block");
        for (int i = first; i < end; i++) {
            boolean isMarked = mark.isPresent() && HexDump.lineOf(mark.getAsInt()) == i
                    && mark.getAsInt() < content.size();
            block.getChildren().add(isMarked
                    ? marked(dump.line(i), HexDump.columnOf(mark.getAsInt()))
                    : mono(dump.line(i)));
        }
        if (end < dump.count()) {
            block.getChildren().add(SignatureTab.muted(text("signature.moreLines", dump.count() - end)));
        }
        return block;
    }

    private static Node marked(String line, int column) {
        Label mark = mono(line.substring(column, column + 2));
        mark.getStyleClass().add("byte-mark");
        return new HBox(mono(line.substring(0, column)), mark, mono(line.substring(column + 2)));
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
