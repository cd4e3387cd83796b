package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.compose.ComposeView;
import dev.hookglass.ui.detail.DetailView;
import dev.hookglass.ui.events.EventsModel;
import dev.hookglass.ui.events.EventsView;
import dev.hookglass.ui.events.FilterField;
import dev.hookglass.ui.sources.SourceForm;
import dev.hookglass.ui.sources.SourceList;
import dev.hookglass.workbench.Workbench;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: made, joined and closed here. For the FX thread. */
public final class Shell {
    private final Workbench workbench;
    private final int port;
    private final Consumer<String> onListening;
    private final Background background = new Background(Bugs::show);
    private final WindowPlace place;
    private final ObservableList<String> recentTargets;
    private final Sheets sheets = new Sheets();
    private final VBox notices = new VBox();
    private final SplitPane panes = new SplitPane();
    private final StackPane root = new StackPane();
    private final Stage stage;
    private final Theme theme;

    private final EventsModel events;
    private final EventsView table;
    private final DetailView detail;
    private final SourceList sourceList;
    private final SourceForm sourceForm;
    private final ComposeView compose;
    private final FilterField filter;
    private final TopBar top;
    private final Overview overview;
    private final RejudgingLine rejudging;
    private final Runnable stopFollowing;

    /**
     * Makes the window.
     *
     * @param stage not shown yet
     * @param workbench open; closed by who opened it
     * @param wanted the port to listen on; empty for the one that was chosen last
     * @param onListening told the URL whenever it begins to listen
     */
    public Shell(Stage stage, Workbench workbench, OptionalInt wanted, Consumer<String> onListening) {
        this.stage = stage;
        this.workbench = workbench;
        this.onListening = onListening;
        place = new WindowPlace(workbench.folder().resolve("window.json"));
        port = wanted.orElse(place.state().port());
        recentTargets = FXCollections.observableArrayList(place.state().targets());

        Scene scene = new Scene(root, place.state().width(), place.state().height());
        theme = new Theme(scene, place.state().theme());
        events = new EventsModel(workbench.events(), workbench.sources(), background);
        table = new EventsView(events, workbench.sources()::nameOf, this::nothingYet);
        detail = new DetailView(workbench, background, recentTargets, this::edit, this::editSecrets);
        sourceList = new SourceList(events.sourceProperty(), this::editSource, this::rejudge, this::removeSource,
                this::addSource);
        sourceForm = new SourceForm(workbench.sources(), workbench.providers(), background, workbench::url,
                this::sourcesChanged);
        compose = new ComposeView(workbench, background, recentTargets, sheets::close);
        filter = new FilterField(events, table::focus);
        top = new TopBar(filter, events.pausedProperty(), this::compose,
                new SettingsMenu(theme.modeProperty(), this::askPort, this::showKeys));
        overview = new Overview(workbench.events(), background);
        rejudging = new RejudgingLine(workbench.rejudging(), background, this::verdictsChanged, this::tell);
        stopFollowing = workbench.onCommit(new Signal(this::committed)::signal);
        build(scene);
    }

    private void build(Scene scene) {
        StatusBar status = new StatusBar(workbench.folder().toString(), this::showRejections);
        BorderPane frame = new BorderPane(panes);
        frame.setTop(new VBox(top, rejudging, notices));
        frame.setBottom(status);
        notices.getStyleClass().add("notices");
        VBox sideBar = new VBox(sourceList.root());
        sideBar.getStyleClass().add("side-bar");
        SplitPane.setResizableWithParent(sideBar, false);
        panes.getItems().addAll(sideBar, table.root(), detail.root());
        panes.setDividerPositions(place.state().sideBar(), place.state().table());
        root.getChildren().addAll(frame, sheets);
        table.selectedProperty().subscribe(detail::show);
        overview.countsProperty().subscribe(counts -> {
            status.show(counts);
            sourceList.show(workbench.sources().all(), counts.tallies());
        });
        new Keys(this).addTo(scene);
        stage.setScene(scene);
        stage.setTitle(text("window.title"));
        stage.getIcons().setAll(WindowIcons.all());
        stage.setMinWidth(860);
        stage.setMinHeight(520);
        stage.setOnHidden(_ -> close());
    }

    /** Shows the window and begins to listen. */
    public void show() {
        place.restore(stage);
        stage.show();
        top.show(workbench.url());
        overview.start();
        table.focus();
        listen(port);
    }

    private boolean committed() {
        events.committed();
        return false;
    }

    private void verdictsChanged() {
        events.refresh();
    }

    private void listen(int wanted) {
        ReceiverSettings settings = ReceiverSettings.at(ReceiverSettings.LOOPBACK, wanted);
        background.run(() -> workbench.listen(settings), _ -> listening(), problem -> {
            top.show(workbench.url());
            notices.getChildren()
                    .setAll(new Banner(Banner.Kind.DANGER, problem.sentence()).withButton(text("port.another"),
                            this::askPort));
        });
    }

    private void listening() {
        notices.getChildren().clear();
        top.show(workbench.url());
        workbench.url().ifPresent(onListening);
        events.reload();
    }

    private Node nothingYet() {
        return NothingYet.view(workbench.url(), this::sendSample);
    }

    private void sendSample() {
        background.run(() -> FirstSample.send(workbench), () -> {}, this::tell);
    }

    private void tell(Problem problem) {
        notices.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence())
                .withClose(notices.getChildren()::clear));
    }

    // Commands, for keys and buttons

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void focusSources() {
        sourceList.focus();
    }

    void focusEvents() {
        table.focus();
    }

    void focusDetail() {
        detail.focus();
    }

    void newest() {
        events.follow();
    }

    void replay() {
        detail.replay();
    }

    void editShown() {
        detail.shown().ifPresent(this::edit);
    }

    void compose() {
        compose.begin();
        sheets.right(compose.root());
    }

    private void edit(CapturedEvent event) {
        compose.edit(event);
        sheets.right(compose.root());
    }

    void send() {
        if (sheets.isOpen()) {
            compose.send();
        }
    }

    private void showRejections() {
        sheets.centre(new RejectionsSheet(workbench.events(), background, sheets::close));
    }

    void showKeys() {
        sheets.centre(new KeysSheet());
    }

    private void addSource() {
        sourceForm.add();
        sheets.centre(sourceForm.root());
    }

    private void editSource(Source source) {
        sourceForm.edit(source);
        sheets.centre(sourceForm.root());
    }

    private void editSecrets(Source source) {
        sourceForm.editSecrets(source);
        sheets.centre(sourceForm.root());
    }

    private void rejudge(Source source) {
        background.run(() -> workbench.rejudging().again(source.id()), () -> {}, this::tell);
    }

    private void removeSource(Source source) {
        background.run(() -> workbench.sources().remove(source.id()), () -> {
            events.sourceProperty().set(OptionalInt.empty());
            sourcesChanged();
            notices.getChildren()
                    .setAll(new Banner(Banner.Kind.INFO, text("sources.removed", source.name()))
                            .withButton(text("sources.undo"), () -> restoreSource(source))
                            .withClose(notices.getChildren()::clear));
        }, this::tell);
    }

    private void restoreSource(Source source) {
        background.run(() -> workbench.sources().restore(source), () -> {
            notices.getChildren().clear();
            sourcesChanged();
        }, this::tell);
    }

    private void sourcesChanged() {
        sheets.close();
        table.refresh();
        sourceList.show(workbench.sources().all(), overview.countsProperty().get().tallies());
        detail.show(table.selectedProperty().get());
    }

    /** The port that it listens on, or was to. */
    private int port() {
        return workbench.port().orElse(port);
    }

    private void askPort() {
        PortForm form = new PortForm(workbench, background, port(), () -> {
            sheets.close();
            listening();
        });
        sheets.centre(form);
        form.focus();
    }

    private void close() {
        place.save(stage, panes.getDividerPositions(), theme.modeProperty().get(), port(), recentTargets);
        overview.stop();
        rejudging.close();
        stopFollowing.run();
        theme.close();
        background.close();
    }
}
