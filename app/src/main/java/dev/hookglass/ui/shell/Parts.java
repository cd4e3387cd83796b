package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.ValueColumn;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Icon;
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
import dev.hookglass.ui.sources.SourceList;
import dev.hookglass.ui.statistics.StatisticsView;
import dev.hookglass.ui.timeline.TimelineView;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window's parts: made, joined to each other and closed here. For the FX thread. */
final class Parts {
    final Workbench workbench;
    final Stage stage;
    final Theme theme;
    final Background background = new Background(Bugs::show);
    final Commands commands = new Commands(this);
    final Sheets sheets = new Sheets();
    final VBox notices = new VBox();
    final ObservableList<String> recentTargets;

    final EventsModel events;
    final EventsView table;
    final DetailView detail;
    final SavedFilterList savedFilters;
    final FilterField filter;
    final TopBar top;
    final Overview overview;
    final SourceList sourceList;
    final ComposeView compose;
    final CheckView check;
    final CompareView compare;
    final Announcements announcements;
    final ListeningCommands listening;
    final ReplayCommands replays;
    final TargetCommands targets;
    final EventCommands eventCommands;
    final ExportCommands exports;
    final MarkCommands marks;
    final SourceCommands sources;
    final ImportCommands imports;
    final RejudgingLine rejudging;

    /**
     * @param wanted how to listen
     * @param targets URLs that were sent to, the last first
     * @param onListening told the URL whenever it begins to listen
     */
    Parts(Workbench workbench, Stage stage, Theme theme, Listening wanted, List<String> targets,
            Consumer<String> onListening) {
        this.workbench = workbench;
        this.stage = stage;
        this.theme = theme;
        recentTargets = FXCollections.observableArrayList(targets);
        TableMemory memory = new TableMemory(workbench.folder().resolve("table.json"), workbench.events().lastId());
        events = new EventsModel(workbench.events(), workbench.sources(), background);
        exports = new ExportCommands(workbench.exporting(), background, new Notices(notices.getChildren()),
                events::filter, name -> FileToWrite.ask(stage, name));
        announcements = new Announcements(notices.getChildren(), events, this::focusTable);
        marks = new MarkCommands(workbench.events().marks(), background, sheets, events::refresh, commands::editNote,
                announcements::tell);
        replays = new ReplayCommands(workbench, background, sheets, recentTargets, commands::showEvent);
        this.targets = new TargetCommands(workbench, background, sheets, notices.getChildren(), this::sent,
                announcements::tell);
        eventCommands = new EventCommands(workbench.events(), events, background, notices.getChildren(), replays,
                commands::replay, commands::editShown, commands::check, commands::compare, announcements::tell, exports,
                marks);
        listening = new ListeningCommands(workbench, background, sheets, notices.getChildren(), wanted,
                this::listeningChanged, onListening);
        table = new EventsView(events, memory, workbench.sources()::nameOf, this::sourceNames,
                this::proposedColumns,
                () -> NothingYet.view(workbench, events.sourceProperty().get(), commands), eventCommands);
        table.addAbove(new TimelineView(workbench.events()::ledger, events.foundProperty(), events.filterTextProperty(),
                background));
        table.addInstead(new StatisticsView(workbench.events()::ledger, events.foundProperty(), background).root(),
                Icon.STATISTICS, text("statistics.open"));
        overview = new Overview(workbench.events(), workbench.search()::progress, background);
        sources = new SourceCommands(workbench, background, sheets, notices.getChildren(), events.sourceProperty(),
                table.selectedProperty(), overview.countsProperty().map(Overview.Counts::tallies), this::sourcesChanged,
                announcements::tell);
        Choices choices = new Choices(workbench.folder().resolve("choices.json"), background);
        detail = new DetailView(workbench, background, choices, recentTargets, commands::edit,
                commands::replayOtherwise, sources::editSecrets, sources::setUp, sources::add, marks, exports);
        table.selectedProperty().subscribe(detail::show);
        imports = new ImportCommands(workbench.importing(), background, notices.getChildren(),
                provider -> sources.add(Source.draft("", provider.id(), "")), events::refresh);
        sourceList = new SourceList(events.sourceProperty(), sources::edit, sources::setUp, sources::rejudge,
                sources::remove, sources::add);
        compare = new CompareView(workbench.events()::find, event -> workbench.secretHeaders(event)::isSecret,
                background, choices, sheets::close);
        check = new CheckView(workbench, background, recentTargets, sheets::close);
        compose = new ComposeView(workbench, background, recentTargets, workbench.targets()::variablesOf,
                sheets::close);
        FilterMemory filters = new FilterMemory(workbench.settings(), background, announcements::tell);
        savedFilters = new SavedFilterList(filters, events.filterTextProperty());
        filter = new FilterField(events, workbench.events(), workbench.sources(), background, filters, table::focus);
        top = new TopBar(filter, events.pausedProperty(), commands::compose,
                new SettingsMenu(theme.modeProperty(), commands::check, commands::importFile, commands::askPort,
                        commands::showSettings, commands::showKeys));
        rejudging = new RejudgingLine(workbench.rejudging(), background, events::refresh, announcements::tell);
    }

    private void focusTable() {
        table.focus();
    }

    private void sent() {
        detail.refreshDeliveries();
    }

    private void listeningChanged() {
        top.show(workbench.url(), workbench.httpsUrl());
        events.reload();
    }

    private List<String> sourceNames() {
        return workbench.sources().all().stream().map(Source::name).toList();
    }

    /** What the provider of a source proposes, or all providers in use. */
    private List<ValueColumn> proposedColumns(OptionalInt chosen) {
        return workbench.sources().all().stream()
                .filter(source -> chosen.isEmpty() || chosen.getAsInt() == source.id())
                .flatMap(source -> workbench.providers().find(source.provider()).stream())
                .flatMap(provider -> provider.columns().stream()).distinct().toList();
    }

    private void sourcesChanged() {
        sheets.close();
        table.refresh();
        sourceList.show(workbench.sources().all(), overview.countsProperty().get().tallies());
        detail.show(table.selectedProperty().get());
    }

    /** Ends what goes on, and keeps what was typed last. */
    void close() {
        detail.close();
        compose.close();
        table.save();
        overview.stop();
        rejudging.close();
        replays.close();
        targets.close();
        theme.close();
        background.close();
    }
}
