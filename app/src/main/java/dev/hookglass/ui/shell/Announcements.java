package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.events.EventsModel;
import java.util.OptionalInt;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** What is told above the table of what came about, with the step that leads on from it. For the FX thread. */
final class Announcements {
    private final ObservableList<Node> place;
    private final Notices notices;
    private final EventsModel events;
    private final Runnable onTable;

    /** @param onTable asked to put the keyboard into the table, with its first event selected */
    Announcements(ObservableList<Node> place, EventsModel events, Runnable onTable) {
        this.place = place;
        this.notices = new Notices(place);
        this.events = events;
        this.onTable = onTable;
    }

    void tell(Problem problem) {
        notices.tell(problem);
    }

    /** What a person asked for lacks something. */
    void lacks(String sentence) {
        notices.passing(Banner.Kind.INFO, sentence);
    }

    /** A sample leads on: it is shown, and what comes next is said, and one press away. */
    void sampleSent(FirstSample.Sent sent, Runnable onAddSecret) {
        Banner banner = new Banner(Banner.Kind.INFO, text("sample.sent"));
        sent.madeUp().ifPresentOrElse(
                secret -> banner.withDetail(text("sample.next.secret", secret, sent.source().name()))
                        .withButton(text("sample.addSecret"), () -> {
                            place.clear();
                            onAddSecret.run();
                        }),
                () -> banner.withDetail(text("sample.next")));
        notices.show(Banner.Kind.INFO, banner);
        selectNewest();
    }

    private void selectNewest() {
        if (events.rows().isEmpty()) {
            events.rows().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable rows) {
                    rows.removeListener(this);
                    // Later, since a list must not be looked into while it changes.
                    Fx.later(onTable);
                }
            });
        } else {
            onTable.run();
        }
    }

    /** Bad events came while nobody looked. */
    void unseen(long number) {
        notices.show(Banner.Kind.WARNING, new Banner(Banner.Kind.WARNING, count("unseen.invalid", number))
                .withButton(text("unseen.show"), () -> {
                    place.clear();
                    events.sourceProperty().set(OptionalInt.empty());
                    events.filterTextProperty().set("verdict:invalid,stale,missing,malformed");
                    onTable.run();
                }));
    }
}
