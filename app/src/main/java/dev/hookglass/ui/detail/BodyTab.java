package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.Pretty;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Sizes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A body in the form that a person chose for its type, or the one that suits it best. Also for what targets answer. */
final class BodyTab {
    private final Choices choices;
    private final Latest reading;
    private final Latest hashing;
    private final Consumer<Optional<BodyPages>> onRead;
    private final ReadingPane waiting = new ReadingPane(this::showWaiting, this::cancel);
    private final BodyBar bar;
    private final BodyNotes notes = new BodyNotes(this::showPlace);
    private final BodyContent content;
    private final VBox root;
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
        this.choices = choices;
        reading = new Latest(background);
        hashing = new Latest(background);
        this.onRead = onRead;
        content = new BodyContent(background, choices, notes, waiting);
        bar = new BodyBar(this::chosen, this::read, this::find, this::copied, content.tree());
        content.wrapTextProperty().bind(bar.wraps());
        root = new VBox(bar, notes, content.root());
    }

    Parent root() {
        return root;
    }

    /** Opens the search in the body; in its raw text where its form cannot be searched. */
    void find() {
        if (!content.find()) {
            bar.choose(BodyForm.RAW);
            content.find();
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
            content.tree().goTo(pointer);
            content.tree().requestFocus();
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
        content.drop();
        bar.about(shortType() + " · " + Sizes.of(read.size()), type());
        notes.clear();
        waiting.begin();
        reading.ask(() -> BodyPages.read(read, with), this::showPages,
                this::tell);
    }

    private String type() {
        String type = MediaType.of(headers).name();
        return type.isEmpty() ? text("body.noType") : type;
    }

    /** The type without its kind, which has no room beside the forms. */
    private String shortType() {
        return type().substring(type().indexOf('/') + 1);
    }

    private void showWaiting() {
        content.showWaiting();
        if (pages == null) {
            onRead.accept(Optional.empty());
        }
    }

    private void cancel() {
        reading.drop();
        content.showNothing();
        notes.tell(Banner.Kind.INFO, text("body.notRead"), text("body.read"), this::read);
    }

    private void showPages(BodyPages read) {
        waiting.end();
        pages = read;
        hashing.ask(body::sha256, hash -> bar.aboutTip(type() + "\n" + text("body.sha256", hash)), this::tell);
        notes.show(read);
        BodyForm best = read.forms().getFirst();
        BodyForm wanted = choices.get(choice()).flatMap(BodyTab::form).filter(read.forms()::contains).orElse(best);
        bar.offer(read.forms(), read.mistake().isPresent() && best == BodyForm.RAW ? BodyForm.RAW : wanted);
        showAwaited();
        onRead.accept(Optional.of(read));
    }

    private void showPlace(Pretty.Refused mistake) {
        bar.choose(BodyForm.RAW);
        content.goTo(mistake);
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
        if (body.isEmpty()) {
            content.showEmpty();
        } else {
            content.show(shown, form);
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
        return bar.chosen().equals(Optional.of(BodyForm.PRETTY)) ? content.laidOut() : shown.raw().text();
    }
}
