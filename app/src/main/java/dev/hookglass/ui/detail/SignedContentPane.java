package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Bytes;
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
    private static final int WIDTH = 8;
    private static final int OFFSET_WIDTH = 10;
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
                + count("signature.size", content.size())), space,
                new CopyButton(text("signature.copy"), content::utf8));
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

    /** Eight bytes to a line, so that it fits beside the table. */
    private static Node hex(Bytes content, OptionalInt mark) {
        int count = Math.max(1, (content.size() + WIDTH - 1) / WIDTH);
        int first = Math.max(0, Math.min(mark.orElse(0) / WIDTH - LINES_BEFORE, count - 1));
        int end = Math.min(count, first + LINES);
        VBox block = new VBox();
        block.getStyleClass().add("byte-block");
        for (int i = first; i < end; i++) {
            block.getChildren().add(line(content, i * WIDTH, mark.orElse(-1)));
        }
        if (end < count) {
            block.getChildren().add(SignatureTab.muted(text("signature.moreLines", count - end)));
        }
        return block;
    }

    private static Node line(Bytes content, int start, int mark) {
        StringBuilder hex = new StringBuilder(String.format("%08x  ", start));
        StringBuilder characters = new StringBuilder(" ");
        for (int i = start; i < start + WIDTH; i++) {
            int b = i < content.size() ? content.array()[i] & 0xFF : ' ';
            hex.append(i < content.size() ? String.format("%02x ", b) : "   ");
            characters.append(b >= ' ' && b < 0x7F ? (char) b : '.');
        }
        String line = hex.append(characters).toString();
        int at = mark - start;
        if (at < 0 || at >= WIDTH || mark >= content.size()) {
            return mono(line);
        }
        int column = OFFSET_WIDTH + 3 * at;
        Label marked = mono(line.substring(column, column + 2));
        marked.getStyleClass().add("byte-mark");
        return new HBox(mono(line.substring(0, column)), marked, mono(line.substring(column + 2)));
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
