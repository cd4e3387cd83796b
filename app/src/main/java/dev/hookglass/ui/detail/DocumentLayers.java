package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.JsonTree;
import dev.hookglass.payload.Outline;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.code.PayloadTree;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What is shown of a body, and laid over it what one of its texts holds: a document of its own, or more than fits into a row.
 * A person goes back from each to what was below, which is as it was left.
 */
final class DocumentLayers extends StackPane {
    private final Background background;
    private final Latest reading;
    private final Consumer<String> onRefused;

    /** @param onRefused told in words why a text cannot be shown */
    DocumentLayers(Background background, Consumer<String> onRefused) {
        this.background = background;
        this.onRefused = onRefused;
        reading = new Latest(background);
        setMinHeight(0);
    }

    /** A tree, and what lies over the body while it is looked at. */
    private static final class Layer extends VBox {
        private final Runnable find;

        Layer(Banner back, Node content, Runnable find) {
            super(back, content);
            this.find = find;
            back.getStyleClass().add("nested");
            getStyleClass().add("layer");
            setVgrow(content, Priority.ALWAYS);
        }
    }

    /** A tree from whose texts layers are laid over what is shown. */
    PayloadTree tree() {
        return new PayloadTree(background, json -> openJson(text("body.nested.text"), json), this::openText);
    }

    /** Shows this, and nothing over it. */
    void show(Node body) {
        reading.drop();
        body.setVisible(true);
        getChildren().setAll(body);
    }

    boolean isShown(Node body) {
        return getChildren().contains(body);
    }

    /** Searches in the uppermost layer; tells whether there is one. */
    boolean find() {
        if (getChildren().isEmpty() || !(getChildren().getLast() instanceof Layer layer)) {
            return false;
        }
        layer.find.run();
        return true;
    }

    /** Lays a JSON document over what is shown. */
    void openJson(String title, Supplier<String> json) {
        reading.ask(() -> JsonTree.read(json.get()), found -> {
            if (found instanceof JsonTree document) {
                openTree(title, document, TextLines.of(document.text()));
            } else if (found instanceof Pretty.Refused refused) {
                onRefused.accept(text("body.nested.not", refused.sentence()));
            }
        }, this::tell);
    }

    private void openTree(String title, Outline document, TextLines lines) {
        PayloadTree tree = tree();
        lay(title, tree, tree::find);
        tree.show(document, lines);
        tree.requestFocus();
    }

    /** Lays a long text over what is shown. */
    private void openText(Supplier<String> value) {
        reading.ask(() -> TextLines.of(value.get()), lines -> {
            PayloadView view = new PayloadView(background);
            view.wrapTextProperty().set(true);
            lay(text("body.whole", String.format("%,d", lines.text().length())), view, view::find);
            view.show(lines, Syntax.PLAIN);
            view.requestFocus();
        }, this::tell);
    }

    private void tell(Problem problem) {
        onRefused.accept(problem.sentence());
    }

    private void lay(String title, Node content, Runnable find) {
        Banner back = new Banner(Banner.Kind.INFO, title);
        Layer layer = new Layer(back, content, find);
        Optional<Node> below = Optional.ofNullable(getChildren().isEmpty() ? null : getChildren().getLast());
        // What cannot be seen is not to be reached by the keyboard either.
        below.ifPresent(node -> node.setVisible(false));
        back.withButton(text("body.nested.back"), () -> {
            getChildren().remove(layer);
            below.ifPresent(node -> {
                node.setVisible(true);
                node.requestFocus();
            });
        });
        getChildren().add(layer);
    }
}
