package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.code.PayloadTree;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A body that has been read, in one of its forms, or what stands in its place until then. For the FX thread. */
final class BodyContent {
    private final Background background;
    private final Choices choices;
    private final BodyNotes notes;
    private final ReadingPane waiting;
    private final Latest layingOut;
    private final DocumentLayers layers;
    private final PayloadView view;
    private final PayloadTree tree;
    private final FieldsPane fields;
    private @Nullable PartsPane parts;

    /**
     * @param choices remembers the form for each type
     * @param notes told what a person should know of what is shown
     * @param waiting begun when a form takes its time
     */
    BodyContent(Background background, Choices choices, BodyNotes notes, ReadingPane waiting) {
        this.background = background;
        this.choices = choices;
        this.notes = notes;
        this.waiting = waiting;
        layingOut = new Latest(background);
        layers = new DocumentLayers(background, notes::add);
        fields = new FieldsPane(field -> layers.openJson(text("body.nested.field", field.name()), field::value));
        view = new PayloadView(background);
        tree = layers.tree();
        VBox.setVgrow(layers, Priority.ALWAYS);
    }

    Parent root() {
        return layers;
    }

    PayloadTree tree() {
        return tree;
    }

    BooleanProperty wrapTextProperty() {
        return view.wrapTextProperty();
    }

    /** Opens the search in what is shown; tells whether that can be searched. */
    boolean find() {
        if (layers.find()) {
            return true;
        }
        if (layers.isShown(fields.root())) {
            return false;
        }
        if (layers.isShown(tree)) {
            tree.find();
        } else if (parts != null && layers.isShown(parts.root())) {
            parts.find();
        } else {
            view.find();
        }
        return true;
    }

    /** Shows a body in one of its forms. */
    void show(BodyPages pages, BodyForm form) {
        drop();
        switch (form) {
            case TREE -> pages.tree().ifPresent(outline -> {
                tree.show(outline, pages.raw());
                layers.show(tree);
            });
            case FIELDS -> {
                fields.show(pages.fields());
                layers.show(fields.root());
            }
            case PARTS -> showParts(pages);
            case PRETTY -> {
                waiting.begin();
                layingOut.ask(pages::pretty, pretty -> showPretty(pages, pretty), this::tell);
            }
            case RAW -> {
                showText(pages.raw(), pages.syntax());
                pages.mistake().ifPresent(mistake -> view.mark(mistake.offset()));
            }
            case HEX -> {
                view.show(pages.hex(), Syntax.PLAIN);
                layers.show(view);
            }
        }
    }

    private void showParts(BodyPages pages) {
        if (parts == null) {
            parts = new PartsPane(background, choices);
        }
        pages.parts().ifPresent(parts::show);
        layers.show(parts.root());
    }

    private void showPretty(BodyPages pages, Pretty pretty) {
        waiting.end();
        switch (pretty) {
            case Pretty.Formatted laidOut -> showText(TextLines.of(laidOut.text()), pages.syntax());
            case Pretty.Refused refused -> {
                showText(pages.raw(), pages.syntax());
                notes.tell(Banner.Kind.INFO, refused.reason());
            }
        }
    }

    private void showText(TextLines lines, Syntax syntax) {
        view.show(lines, syntax);
        layers.show(view);
    }

    private void tell(Problem problem) {
        waiting.end();
        notes.tell(Banner.Kind.DANGER, problem.sentence());
    }

    /** Says in the body's place that there is none. */
    void showEmpty() {
        drop();
        showText(TextLines.of(text("body.empty")), Syntax.PLAIN);
    }

    void showWaiting() {
        layers.show(waiting);
    }

    void showNothing() {
        drop();
        layers.show(new Region());
    }

    /** Gives up what is being laid out. */
    void drop() {
        layingOut.drop();
        waiting.end();
    }

    /** Shows the place of a mistake in the raw text, which is shown. */
    void goTo(Pretty.Refused mistake) {
        view.goTo(mistake.offset());
        view.requestFocus();
    }

    /** The text that is laid out, if that is the form that is shown. */
    String laidOut() {
        return view.wholeText();
    }
}
