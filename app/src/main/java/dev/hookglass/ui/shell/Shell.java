package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.ValueColumn;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.check.CheckView;
import dev.hookglass.ui.compare.CompareView;
import dev.hookglass.ui.compose.ComposeView;
import dev.hookglass.ui.detail.DetailView;
import dev.hookglass.ui.events.EventsModel;
import dev.hookglass.ui.events.EventsView;
import dev.hookglass.ui.events.FilterField;
import dev.hookglass.ui.events.TableMemory;
import dev.hookglass.ui.filters.SavedFilterList;
import dev.hookglass.ui.settings.SettingsSheet;
import dev.hookglass.ui.settings.StorageSection;
import dev.hookglass.ui.sources.SourceList;
import dev.hookglass.ui.statistics.StatisticsView;
import dev.hookglass.ui.timeline.TimelineView;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
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
    private Listening wanted;
    private final Consumer<String> onListening;
    private final Background background = new Background(Bugs::show);
    private final WindowPlace place;
    private final ObservableList<String> recentTargets;
    private final Keys keys = new Keys(this);
    private final Sheets sheets = new Sheets();
    private final VBox notices = new VBox();
    private final SplitPane panes = new SplitPane();
    private final StackPane root = new StackPane();
    private final Stage stage;
    private final Theme theme;

    private final EventsModel events;
    private final ReplayCommands replays;
    private final TargetCommands targets;
    private final EventCommands commands;
    private final ExportCommands exports;
    private final MarkCommands marks;
    private final EventsView table;
    private final StatisticsView statistics;
    private final DetailView detail;
    private final SourceList sourceList;
    private final SourceCommands sources;
    private final ImportCommands imports;
    private final ComposeView compose;
    private final CheckView check;
    private final CompareView compare;
    private final FilterMemory filters;
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
     * @param port the port to listen on; empty for the one that was chosen last
     * @param onListening told the URL whenever it begins to listen
     */
    public Shell(Stage stage, Workbench workbench, OptionalInt port, Consumer<String> onListening) {
        this.stage = stage;
        this.workbench = workbench;
        this.onListening = onListening;
        place = new WindowPlace(workbench.folder().resolve("window.json"));
        Listening last = place.state().listening();
        wanted = port.isPresent() ? last.withPort(port.getAsInt()) : last;
        recentTargets = FXCollections.observableArrayList(place.state().targets());

        Scene scene = new Scene(root, place.state().width(), place.state().height());
        theme = new Theme(scene, place.state().theme());
        TableMemory memory = new TableMemory(workbench.folder().resolve("table.json"), workbench.events().lastId());
        events = new EventsModel(workbench.events(), workbench.sources(), background);
        Notices told = new Notices(notices.getChildren());
        exports = new ExportCommands(workbench.exporting(), background, told, events::filter,
                name -> FileToWrite.ask(stage, name));
        marks = new MarkCommands(workbench.events().marks(), background, sheets, events::refresh, this::editNote,
                this::tell);
        replays = new ReplayCommands(workbench, background, sheets, recentTargets, this::showEvent);
        targets = new TargetCommands(workbench, background, sheets, notices.getChildren(), this::sent, this::tell);
        commands = new EventCommands(workbench.events(), events, background, notices.getChildren(), replays,
                this::replay, this::editShown, event -> check(Optional.of(event)), this::compare, this::tell, exports,
                marks);
        table = new EventsView(events, memory, workbench.sources()::nameOf, this::proposedColumns, this::nothingYet,
                commands);
        table.addAbove(new TimelineView(workbench.events()::ledger, events.foundProperty(), events.filterTextProperty(),
                background));
        statistics = new StatisticsView(workbench.events()::ledger, events.foundProperty(), background);
        overview = new Overview(workbench.events(), workbench.search()::progress, background);
        sources = new SourceCommands(workbench, background, sheets, notices.getChildren(), events.sourceProperty(),
                table.selectedProperty(), overview.countsProperty().map(Overview.Counts::tallies), this::sourcesChanged,
                this::tell);
        Choices choices = new Choices(workbench.folder().resolve("choices.json"), background);
        detail = new DetailView(workbench, background, choices, recentTargets, this::edit, this::replayOtherwise,
                sources::editSecrets, sources::add, marks, exports);
        imports = new ImportCommands(workbench.importing(), background, notices.getChildren(),
                provider -> sources.add(Source.draft("", provider.id(), "")), events::refresh);
        sourceList = new SourceList(events.sourceProperty(), sources::edit, sources::setUp, sources::rejudge,
                sources::remove,
                sources::add);
        compare = new CompareView(workbench.events()::find, event -> workbench.secretHeaders(event)::isSecret,
                background, choices, sheets::close);
        check = new CheckView(workbench, background, recentTargets, sheets::close);
        compose = new ComposeView(workbench, background, recentTargets, workbench.targets()::variablesOf,
                sheets::close);
        filters = new FilterMemory(workbench.settings(), background, this::tell);
        filter = new FilterField(events, workbench.events(), workbench.sources(), background, filters, table::focus);
        top = new TopBar(filter, events.pausedProperty(), this::compose,
                new SettingsMenu(theme.modeProperty(), this::check, this::importFile, this::askPort,
                        this::showSettings, this::showKeys));
        rejudging = new RejudgingLine(workbench.rejudging(), background, this::verdictsChanged, this::tell);
        stopFollowing = workbench.onCommit(new Signal(this::committed)::signal);
        build(scene);
    }

    private void build(Scene scene) {
        StatusBar status = new StatusBar(workbench.folder().toString(), this::showRejections);
        BorderPane frame = new BorderPane(panes);
        VBox trouble = new VBox();
        frame.setTop(new VBox(top, rejudging, replays.line(), trouble, notices));
        trouble.getStyleClass().add("notices");
        overview.troubleProperty()
                .subscribe(why -> trouble.getChildren()
                        .setAll(why.map(problem -> new Banner(Banner.Kind.DANGER, text("shell.notStoring"))
                                .withDetail(problem.sentence())).stream().toList()));
        frame.setBottom(status);
        notices.getStyleClass().add("notices");
        VBox sideBar = new VBox(sourceList.root(),
                new SavedFilterList(filters, events.filterTextProperty()).root(), targets.root());
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
        table.addInstead(statistics.root(), Icon.STATISTICS, text("statistics.open"));
        keys.addTo(scene);
        stage.setScene(scene);
        new UnseenInvalid(overview.countsProperty(), stage.focusedProperty(), stage::setTitle, this::tellUnseen);
        FileDrop.into(root, imports::importAny);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setMinWidth(860);
        stage.setMinHeight(520);
        stage.setOnHidden(_ -> close());
    }

    /** Shows the window and begins to listen. */
    public void show() {
        place.restore(stage);
        stage.show();
        place.follow(this::state);
        top.show(workbench.url(), workbench.httpsUrl());
        overview.start();
        table.focus();
        listen();
    }

    private boolean committed() {
        events.committed();
        return false;
    }

    private void verdictsChanged() {
        events.refresh();
    }

    private void listen() {
        Listening beginning = wanted;
        background.run(() -> beginning.begin(workbench), _ -> listening(), problem -> {
            top.show(workbench.url(), workbench.httpsUrl());
            notices.getChildren()
                    .setAll(new Banner(Banner.Kind.DANGER, problem.sentence()).withButton(text("port.another"),
                            this::askPort));
        });
    }

    private void listening() {
        notices.getChildren().clear();
        top.show(workbench.url(), workbench.httpsUrl());
        workbench.url().ifPresent(onListening);
        events.reload();
    }

    /** What the provider of a source proposes, or all providers in use. */
    private List<ValueColumn> proposedColumns(OptionalInt chosen) {
        return workbench.sources().all().stream()
                .filter(source -> chosen.isEmpty() || chosen.getAsInt() == source.id())
                .flatMap(source -> workbench.providers().find(source.provider()).stream())
                .flatMap(provider -> provider.columns().stream()).distinct().toList();
    }

    private Node nothingYet() {
        return NothingYet.view(workbench.url(), this::sendSample);
    }

    void sendSample() {
        background.run(() -> FirstSample.send(workbench), this::sampleSent, this::tell);
    }

    /** A sample leads on: what comes next is said, and one press away. */
    private void sampleSent() {
        Notices told = new Notices(notices.getChildren());
        told.show(Banner.Kind.INFO, new Banner(Banner.Kind.INFO, text("sample.sent"))
                .withDetail(text("sample.next")).withButton(text("sample.select"), () -> {
                    notices.getChildren().clear();
                    selectNewest();
                }));
    }

    private void selectNewest() {
        if (events.rows().isEmpty()) {
            events.rows().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable rows) {
                    rows.removeListener(this);
                    // Later, since a list must not be looked into while it changes.
                    Fx.later(table::focus);
                }
            });
        } else {
            table.focus();
        }
    }

    private void tellUnseen(long number) {
        Notices told = new Notices(notices.getChildren());
        told.show(Banner.Kind.WARNING, new Banner(Banner.Kind.WARNING, count("unseen.invalid", number))
                .withButton(text("unseen.show"), () -> {
                    notices.getChildren().clear();
                    events.sourceProperty().set(OptionalInt.empty());
                    events.filterTextProperty().set("verdict:invalid,stale,missing,malformed");
                    table.focus();
                }));
    }

    private void tell(Problem problem) {
        notices.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence())
                .withClose(notices.getChildren()::clear));
    }

    // Commands, for keys and buttons

    /** Searches where the keyboard is: in the event that is shown, or among all. */
    void find() {
        Node focused = root.getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.equals(detail.root())) {
                detail.find();
                return;
            }
        }
        focusFilter();
    }

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

    private void replayOtherwise() {
        detail.shown().ifPresent(replays::replay);
    }

    void addTarget() {
        targets.add();
    }

    /** Asks how all events that pass the filter are to be sent again. */
    void replayMatching() {
        commands.replayShown();
    }

    private void showEvent(EventSummary event) {
        detail.show(event);
        detail.showDeliveries();
    }

    private void sent() {
        detail.refreshDeliveries();
    }

    void pin() {
        commands.togglePin(table.selection());
    }

    void tag() {
        marks.askForTag(table.selection());
    }

    void editNote() {
        detail.editNote();
    }

    void copyAsCurl() {
        if (!table.selection().isEmpty()) {
            exports.copy(table.selection(), ExportFormat.CURL);
        }
    }

    void exportShown() {
        exports.exportShown(ExportFormat.JSONL);
    }

    /** Puts two events side by side, if two are selected. */
    void compareSelected() {
        if (table.selection().size() == 2) {
            compare(table.selection());
        }
    }

    private void compare(List<EventSummary> two) {
        compare.show(two.getFirst(), two.getLast());
        sheets.right(compare.root());
    }

    void check() {
        check(Optional.ofNullable(table.selectedProperty().get()));
    }

    void togglePause() {
        events.pausedProperty().set(!events.pausedProperty().get());
    }

    void addSource() {
        sources.add();
    }

    private void check(Optional<EventSummary> event) {
        check.begin(event);
        sheets.right(check.root());
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
        if (sheets.shows(compose.root())) {
            compose.send();
        }
        replays.send();
    }

    void showRejections() {
        sheets.centre(new RejectionsSheet(workbench, background, sheets::close));
    }

    void showSettings() {
        sheets.centre(new SettingsSheet(sheets::close,
                List.of(new StorageSection(workbench, background, stage, events::reload))));
    }

    void showStatistics() {
        table.toggleInstead();
    }

    void showPalette() {
        Palette palette = new Palette(Stream.of(keys.commands(), MoreCommands.of(this),
                MoreCommands.of(workbench.sources().all(), events.sourceProperty()),
                MoreCommands.of(theme.modeProperty())).flatMap(List::stream).toList(), sheets::close);
        sheets.centre(palette);
        palette.focus();
    }

    void showKeys() {
        sheets.centre(new KeysSheet());
    }

    private void sourcesChanged() {
        sheets.close();
        table.refresh();
        sourceList.show(workbench.sources().all(), overview.countsProperty().get().tallies());
        detail.show(table.selectedProperty().get());
    }

    /** How it listens, or was to. */
    private Listening current() {
        return workbench.listening().map(wanted::at).orElse(wanted);
    }

    void importFile() {
        imports.choose(stage);
    }

    void askPort() {
        ListeningForm form = new ListeningForm(workbench, background, current(), chosen -> {
            wanted = chosen;
            sheets.close();
            listening();
        }, sheets::close);
        sheets.centre(form);
        form.focus();
    }

    private WindowState state() {
        return place.stateOf(stage, panes.getDividerPositions(), theme.modeProperty().get(), current(),
                recentTargets);
    }

    private void close() {
        place.save(state());
        detail.close();
        compose.close();
        table.save();
        overview.stop();
        rejudging.close();
        replays.close();
        targets.close();
        stopFollowing.run();
        theme.close();
        background.close();
    }
}
