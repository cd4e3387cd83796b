package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.util.Duration;

/** What is told above the window's content, one thing at a time. For the FX thread. */
final class Notices {
    private static final Duration TO_READ = Duration.seconds(8);

    private final ObservableList<Node> place;

    Notices(ObservableList<Node> place) {
        this.place = place;
    }

    /** Tells what was done; a success goes by itself. */
    void tell(Banner.Kind kind, String sentence) {
        show(kind, new Banner(kind, sentence));
    }

    /** Tells something with what can be done about it. */
    void show(Banner.Kind kind, Banner banner) {
        place.setAll(banner.withClose(() -> place.remove(banner)));
        if (kind == Banner.Kind.SUCCESS) {
            goSoon(banner);
        }
    }

    /** Tells what matters only for the moment it takes to read it. */
    void passing(Banner.Kind kind, String sentence) {
        Banner banner = new Banner(kind, sentence);
        show(kind, banner);
        goSoon(banner);
    }

    private void goSoon(Banner banner) {
        PauseTransition read = new PauseTransition(TO_READ);
        read.setOnFinished(_ -> place.remove(banner));
        read.play();
    }

    void tell(Problem problem) {
        tell(Banner.Kind.DANGER, problem.sentence());
    }

    /** Shows work under way, which can be cancelled. */
    void work(Banner progress, Background.Running running) {
        place.setAll(progress.withButton(text("notices.cancel"), () -> {
            running.cancel();
            place.remove(progress);
        }));
    }
}
