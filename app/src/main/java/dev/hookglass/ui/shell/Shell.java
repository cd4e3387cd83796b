package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The window: its parts set into their places, shown and closed. For the FX thread. */
public final class Shell {
    /** Until the first frames are drawn and the first events are read. */
    private static final Duration UNTIL_SETTLED = Duration.millis(700);

    private final Workbench workbench;
    private final Stage stage;
    private final WindowPlace place;
    private final SplitPane panes = new SplitPane();
    private final StackPane root = new StackPane();
    private final Parts parts;
    private final Runnable stopFollowing;

    /**
     * Makes the window.
     *
     * @param stage not shown yet
     * @param workbench open; closed by who opened it
     * @param port the port to listen on; empty for the one that was chosen last
     * @param onListening told the URL whenever it begins to listen
     */
    public Shell(Stage stage, Workbench workbench, OptionalInt port, Consumer<String> onListening) {
        this.stage = stage;
        this.workbench = workbench;
        place = new WindowPlace(workbench.folder().resolve("window.json"));
        WindowState last = place.state();
        Scene scene = new Scene(root, last.width(), last.height());
        parts = new Parts(workbench, stage, new Theme(scene, last.theme()),
                port.isPresent() ? last.listening().withPort(port.getAsInt()) : last.listening(), last.targets(),
                onListening);
        parts.events.filterTextProperty().set(last.filter());
        parts.events.sourceProperty().set(last.source());
        stopFollowing = workbench.onCommit(new Signal(this::committed)::signal);
        build();
        parts.commands.keys().addTo(scene);
        FileDrop.into(root, parts.imports::importAny);
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setMinWidth(860);
        stage.setMinHeight(520);
        stage.setOnHidden(_ -> close());
        new UnseenInvalid(parts.overview.countsProperty(), stage.focusedProperty(), stage::setTitle,
                parts.announcements::unseen);
    }

    private void build() {
        StatusBar status = new StatusBar(workbench.folder().toString(), parts.commands::showRejections);
        parts.overview.countsProperty().subscribe(counts -> {
            status.show(counts);
            parts.sourceList.show(workbench.sources().all(), counts.tallies());
        });
        parts.notices.getStyleClass().add("notices");
        BorderPane frame = new BorderPane(panes);
        frame.setTop(new VBox(parts.top, parts.rejudging, parts.replays.line(), trouble(), parts.notices));
        frame.setBottom(status);
        VBox sideBar = new VBox(parts.sourceList.root(), parts.savedFilters.root(), parts.targets.root());
        sideBar.getStyleClass().add("side-bar");
        SplitPane.setResizableWithParent(sideBar, false);
        VBox.setVgrow(parts.detail.root(), Priority.ALWAYS);
        VBox looked = new VBox(new SelectionBar(parts.table.selectedNumberProperty(), parts.commands),
                parts.detail.root());
        panes.getItems().addAll(sideBar, parts.table.root(), looked);
        panes.setDividerPositions(place.state().sideBar(), place.state().table());
        root.getChildren().addAll(frame, parts.sheets);
    }

    /** Where it is told, for as long as it lasts, that nothing can be stored. */
    private Node trouble() {
        VBox trouble = new VBox();
        trouble.getStyleClass().add("notices");
        parts.overview.troubleProperty()
                .subscribe(why -> trouble.getChildren()
                        .setAll(why.map(problem -> new Banner(Banner.Kind.DANGER, text("shell.notStoring"))
                                .withDetail(problem.sentence())).stream().toList()));
        return trouble;
    }

    /** Shows the window and begins to listen. */
    public void show() {
        place.restore(stage);
        stage.show();
        place.follow(this::state);
        parts.top.show(workbench.url(), workbench.httpsUrl());
        parts.overview.start();
        parts.table.focus();
        parts.listening.begin();
        parts.background.run(workbench::lastEnd, end -> end.ifPresent(parts.announcements::tell),
                parts.announcements::tell);
        PauseTransition settled = new PauseTransition(UNTIL_SETTLED);
        settled.setOnFinished(_ -> parts.compose.prepare(parts.background));
        settled.play();
    }

    private boolean committed() {
        parts.events.committed();
        return false;
    }

    private WindowState state() {
        return place.stateOf(stage, panes.getDividerPositions(), parts);
    }

    private void close() {
        place.save(state());
        stopFollowing.run();
        parts.close();
    }
}
