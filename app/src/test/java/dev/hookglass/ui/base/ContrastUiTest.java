package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.ui.Contrast;
import dev.hookglass.ui.UiTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether words can be read on every ground that the style sheets put them on, by WCAG 2.2’s level AA. */
class ContrastUiTest extends UiTest {
    /** Of small text: AA, and AAA where a person asks for strong colours. */
    private static final double ENOUGH = 4.5;
    private static final double STRONG = 7;

    private static final List<String> GROUNDS = List.of("bg-default", "bg-subtle", "bg-overlay", "accent-subtle");

    /** Words and the grounds that they stand on besides. */
    private record Pair(String words, String ground) {}

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String words : List.of("fg-default", "fg-muted", "danger-fg", "success-fg", "warning-fg", "accent-fg")) {
            GROUNDS.forEach(ground -> pairs.add(new Pair(words, ground)));
        }
        for (String kind : List.of("success", "warning", "danger")) {
            pairs.add(new Pair("fg-default", kind + "-subtle"));
            pairs.add(new Pair("fg-muted", kind + "-subtle"));
            pairs.add(new Pair(kind + "-fg", kind + "-subtle"));
        }
        pairs.add(new Pair("fg-default", "neutral-muted"));
        pairs.add(new Pair("fg-emphasis", "accent-emphasis"));
        return pairs;
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void wordsCanBeReadOnTheirGround(Theme.Mode mode) {
        List<StackPane> grounds = new ArrayList<>();
        show(() -> {
            VBox all = new VBox();
            for (Pair pair : pairs()) {
                Label words = new Label(pair.words() + " on " + pair.ground());
                words.setStyle("-fx-text-fill: -color-" + pair.words());
                StackPane ground = new StackPane(words);
                ground.setStyle("-fx-background-color: -color-" + pair.ground());
                grounds.add(ground);
                all.getChildren().add(ground);
            }
            return all;
        }, mode);
        Color window = Contrast.ground((VBox) stage().getScene().getRoot());
        double needed = mode == Theme.Mode.LIGHT || mode == Theme.Mode.DARK ? ENOUGH : STRONG;
        List<String> weak = new ArrayList<>();
        for (StackPane each : grounds) {
            Label words = (Label) each.getChildren().getFirst();
            Color ground = Contrast.over(Contrast.ground(each), window);
            double contrast = Contrast.of(Contrast.over((Color) words.getTextFill(), ground), ground);
            // White on the accent is what makes the one accented button; it has AA in all themes.
            if (contrast < (words.getText().startsWith("fg-emphasis") ? ENOUGH : needed)) {
                weak.add("%s: %.2f".formatted(words.getText(), contrast));
            }
        }
        assertEquals(List.of(), weak);
    }
}
