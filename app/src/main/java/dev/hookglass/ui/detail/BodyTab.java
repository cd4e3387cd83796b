package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.Outline;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.code.PayloadTree;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A body in the form that a person chose for its type, or the one that suits it best. Also for what targets answer. */
final class BodyTab {
    private final Background background;
    private final Choices choices;
    private final Latest reading;
    private final Latest layingOut;
    private final Latest hashing;
    private final Consumer<Optional<BodyPages>> onRead;
    private final ReadingPane waiting = new ReadingPane(this::showWaiting, this::cancel);
    private final PayloadView view;
    private final PayloadTree tree;
    private final FieldsPane fields;
    private final BodyBar bar;
    private final BodyNotes notes = new BodyNotes(this::showPlace);
    private final DocumentLayers content;
    private final VBox root;
    private @Nullable PartsPane parts;
    private Bytes body = Bytes.EMPTY;
    private List<Header> headers = List.of();
    private @Nullable BodyPages pages;
    private Optional<String> awaited = Optional.empty();

    BodyTab(Background background) {
        this(background, Choices.unkept(background), _ -> {});
    }

    /**
     * @param choices remembers the form for each type
     * @param onRead given each body once it has been read and is shown; nothing while that takes its time
     */
    BodyTab(Background background, Choices choices, Consumer<Optional<BodyPages>> onRead) {
        this.background = background;
        this.choices = choices;
        reading = new Latest(background);
        layingOut = new Latest(background);
        hashing = new Latest(background);
        this.onRead = onRead;
        content = new DocumentLayers(background, notes::add);
        fields = new FieldsPane(field -> content.openJson(text("body.nested.field", field.name()), field::value));
        view = new PayloadView(background);
        tree = content.tree();
        bar = new BodyBar(this::chosen, this::read, this::find, this::copied, tree);
        view.wrapTextProperty().bind(bar.wraps());
        VBox.setVgrow(content, Priority.ALWAYS);
        root = new VBox(bar, notes, content);
    }

    Parent root() {
        return root;
    }

    /** Opens the search in the body. */
    void find() {
        if (content.find()) {
            return;
        }
        if (content.isShown(tree)) {
            tree.find();
        } else if (parts != null && content.isShown(parts.root())) {
            parts.find();
        } else {
            if (content.isShown(fields.root())) {
                bar.choose(BodyForm.RAW);
            }
            view.find();
        }
    }

    /** Shows the place of a pointer in the tree, now or when the body has been read. */
    void goTo(String pointer) {
        awaited = Optional.of(pointer);
        showAwaited();
    }

    private void showAwaited() {
        BodyPages read = pages;
        if (read != null && awaited.isPresent() && read.tree().isPresent()) {
            String pointer = awaited.get();
            awaited = Optional.empty();
            bar.choose(BodyForm.TREE);
            tree.goTo(pointer);
            tree.requestFocus();
        }
    }

    /** Shows a body as the headers beside it say it is to be read. */
    void show(Bytes newBody, List<Header> newHeaders) {
        body = newBody;
        headers = newHeaders;
        awaited = Optional.empty();
        bar.showEncoded(headers.stream().anyMatch(header -> header.is("Content-Encoding")));
        read();
    }

    /** Reads the body anew, decoded or as sent. */
    private void read() {
        Bytes read = body;
        List<Header> with = bar.isAsSent()
                ? headers.stream().filter(header -> !header.is("Content-Encoding")).toList()
                : headers;
        pages = null;
        layingOut.drop();
        String type = MediaType.of(headers).name();
        bar.about((type.isEmpty() ? text("body.noType") : type) + " · " + Sizes.of(read.size()));
        notes.clear();
        waiting.begin();
        reading.ask(() -> BodyPages.read(read, with), this::showPages,
                this::tell);
    }

    private void showWaiting() {
        content.show(waiting);
        if (pages == null) {
            onRead.accept(Optional.empty());
        }
    }

    private void cancel() {
        reading.drop();
        layingOut.drop();
        content.show(new Region());
        notes.tell(Banner.Kind.INFO, text("body.notRead"), text("body.read"), this::read);
    }

    private void showPages(BodyPages read) {
        waiting.end();
        pages = read;
        hashing.ask(body::sha256, hash -> bar.aboutTip(text("body.sha256", hash)), this::tell);
        notes.show(read);
        BodyForm best = read.forms().getFirst();
        BodyForm wanted = choices.get(choice()).flatMap(BodyTab::form).filter(read.forms()::contains).orElse(best);
        bar.offer(read.forms(), read.mistake().isPresent() && best == BodyForm.RAW ? BodyForm.RAW : wanted);
        showAwaited();
        onRead.accept(Optional.of(read));
    }

    private void showPlace(Pretty.Refused mistake) {
        bar.choose(BodyForm.RAW);
        view.goTo(mistake.offset());
        view.requestFocus();
    }

    private static Optional<BodyForm> form(String name) {
        return List.of(BodyForm.values()).stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** Forms are remembered by type, as a person likes one kind of body in one form. */
    private String choice() {
        return "body." + MediaType.of(headers).name();
    }

    /** A form is to be shown: because a person wants it, who then gets it next time as well, or because it is the best. */
    private void chosen(BodyForm form, boolean byPerson) {
        BodyPages shown = pages;
        if (shown == null) {
            return;
        }
        if (byPerson) {
            choices.put(choice(), form.name());
        }
        layingOut.drop();
        waiting.end();
        if (body.isEmpty()) {
            showText(TextLines.of(text("body.empty")), Syntax.PLAIN);
            return;
        }
        switch (form) {
            case TREE -> shown.tree().ifPresent(outline -> showTree(outline, shown.raw()));
            case FIELDS -> {
                fields.show(shown.fields());
                content.show(fields.root());
            }
            case PARTS -> showParts(shown);
            case PRETTY -> {
                waiting.begin();
                layingOut.ask(shown::pretty, this::showPretty, this::tell);
            }
            case RAW -> {
                showText(shown.raw(), shown.syntax());
                shown.mistake().ifPresent(mistake -> view.mark(mistake.offset()));
            }
            case HEX -> {
                view.show(shown.hex(), Syntax.PLAIN);
                content.show(view);
            }
        }
    }

    private void showText(TextLines lines, Syntax syntax) {
        view.show(lines, syntax);
        content.show(view);
    }

    private void showTree(Outline outline, TextLines lines) {
        tree.show(outline, lines);
        content.show(tree);
    }

    private void showParts(BodyPages shown) {
        if (parts == null) {
            parts = new PartsPane(background, choices);
        }
        shown.parts().ifPresent(parts::show);
        content.show(parts.root());
    }

    private void showPretty(Pretty pretty) {
        waiting.end();
        BodyPages shown = pages;
        if (shown == null) {
            return;
        }
        switch (pretty) {
            case Pretty.Formatted laidOut -> showText(TextLines.of(laidOut.text()), shown.syntax());
            case Pretty.Refused refused -> {
                showText(shown.raw(), shown.syntax());
                notes.tell(Banner.Kind.INFO, refused.reason());
            }
        }
    }

    private void tell(Problem problem) {
        waiting.end();
        notes.tell(Banner.Kind.DANGER, problem.sentence());
    }

    /** What is copied is the body as sent, as far as the clipboard, which takes characters, can. */
    private String copied() {
        BodyPages shown = pages;
        if (shown == null) {
            return body.utf8();
        }
        return bar.chosen().equals(Optional.of(BodyForm.PRETTY)) ? view.wholeText() : shown.raw().text();
    }
}
