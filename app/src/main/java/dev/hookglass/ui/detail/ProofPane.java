package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Received;
import dev.hookglass.signature.SignedTime;
import dev.hookglass.signature.Trial;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the request presents, when it was signed, and, when a person asks, what it should have presented. */
final class ProofPane {
    private static final String MASK = "••••••••";
    private static final int MOST_BYTES = 256;

    private final Facts facts = new Facts();

    Parent root() {
        return facts.root();
    }

    /** Shows nothing, and forgets what was revealed. */
    void clear() {
        facts.clear();
        facts.root().setVisible(false);
        facts.root().setManaged(false);
    }

    void show(Explanation explanation) {
        clear();
        boolean isAny = !explanation.received().isEmpty() || explanation.time().isPresent();
        facts.root().setVisible(isAny);
        facts.root().setManaged(isAny);
        explanation.received().forEach(this::add);
        explanation.time().ifPresent(this::add);
        List<Trial> trials = explanation.trials().stream().filter(trial -> trial.expected().isPresent()).toList();
        if (!trials.isEmpty()) {
            facts.add("expected", concealed("signature.reveal", "", () -> trials.stream()
                    .map(trial -> (trials.size() == 1 ? "" : trial.secret() + ": ")
                            + trial.expected().orElseThrow().reveal())
                    .distinct()
                    .collect(Collectors.joining("\n"))));
        }
    }

    private void add(Received received) {
        String writtenAs = received.place() + " · " + received.writtenAs() + " · "
                + text("signature.bytes", received.bytes().size());
        if (received.isSecret()) {
            facts.add("received", concealed("signature.revealReceived", MASK + "  " + writtenAs,
                    () -> received.bytes().utf8()));
            return;
        }
        byte[] bytes = received.bytes().array();
        Label hex = SignatureTab
                .words(HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(MOST_BYTES, bytes.length)));
        hex.getStyleClass().add("mono");
        facts.add("received", new VBox(2, hex, SignatureTab.muted(writtenAs)));
    }

    private void add(SignedTime time) {
        facts.add("time", time.text() + time.at().map(at -> "  ·  " + at).orElse("") + time.age()
                .map(age -> "  ·  " + text("signature.age", age.toSeconds()))
                .orElse("")
                + time.tolerance().map(most -> "  ·  " + text("signature.most", most.toSeconds())).orElse(""));
    }

    /** A button, and below it what it reveals. */
    private static Parent concealed(String key, String about, Supplier<String> content) {
        Label shown = SignatureTab.words(about);
        ToggleButton reveal = new ToggleButton(text(key));
        reveal.getStyleClass().add("quiet");
        reveal.setMinWidth(Region.USE_PREF_SIZE);
        VBox.setMargin(reveal, new Insets(-4, 0, 0, -8));
        VBox pane = new VBox(4, reveal);
        if (!about.isEmpty()) {
            pane.getChildren().addFirst(shown);
        }
        Label revealed = SignatureTab.words("");
        revealed.getStyleClass().add("mono");
        reveal.setOnAction(_ -> {
            pane.getChildren().remove(revealed);
            revealed.setText("");
            if (reveal.isSelected()) {
                revealed.setText(content.get());
                pane.getChildren().add(revealed);
            }
        });
        return pane;
    }
}
