package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.Pretty;
import dev.hookglass.ui.base.Banner;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What a person should know of a body before reading it: how it was read, and where it is not what it should be. */
final class BodyNotes extends VBox {
    private final Consumer<Pretty.Refused> onPlace;

    /** @param onPlace given the mistake whose place a person wants to see */
    BodyNotes(Consumer<Pretty.Refused> onPlace) {
        this.onPlace = onPlace;
        getStyleClass().add("notes");
    }

    void clear() {
        getChildren().clear();
    }

    void show(BodyPages pages) {
        getChildren().setAll(pages.notes().stream().map(note -> new Banner(Banner.Kind.INFO, note)).toList());
        pages.mistake().ifPresent(mistake -> getChildren()
                .add(new Banner(Banner.Kind.WARNING, mistake.sentence())
                        .withDetail(text("body.mistake.offset", String.format("%,d", mistake.offset())))
                        .withButton(text("body.mistake.show"), () -> onPlace.accept(mistake))));
    }

    /** Says nothing but one sentence. */
    void tell(Banner.Kind kind, String sentence) {
        getChildren().setAll(new Banner(kind, sentence));
    }

    /** Says nothing but one sentence, with the button that helps. */
    void tell(Banner.Kind kind, String sentence, String button, Runnable action) {
        getChildren().setAll(new Banner(kind, sentence).withButton(button, action));
    }

    /** Says one sentence more, until a person has read it. */
    void add(String sentence) {
        Banner banner = new Banner(Banner.Kind.INFO, sentence);
        getChildren().add(banner.withClose(() -> getChildren().remove(banner)));
    }
}
