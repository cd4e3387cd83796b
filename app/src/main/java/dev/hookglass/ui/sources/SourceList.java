package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.source.Source;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.base.Icon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** The sources of the side bar: all events, each source, the Inbox. For the FX thread. */
public final class SourceList {
    private static final OptionalInt ALL = OptionalInt.empty();

    private final ObjectProperty<OptionalInt> selected;
    private final Consumer<Source> onEdit;
    private final Consumer<Source> onSetUp;
    private final Consumer<Source> onRejudge;
    private final Consumer<Source> onRemove;
    private final VBox list = new VBox();
    private final VBox root;
    /** The row of each source, and of all of them under {@link #ALL}. */
    private final Map<OptionalInt, SourceRow> rows = new HashMap<>();
    private List<Source> shown = List.of();
    private List<OptionalInt> order = List.of();

    /**
     * @param selected the id of the chosen source, empty for all; followed and set
     * @param onEdit told of the source that shall be changed
     * @param onSetUp told of the source whose sender shall be set up
     * @param onRejudge told of the source whose events shall be judged again
     * @param onRemove told of the source that shall be removed
     */
    public SourceList(ObjectProperty<OptionalInt> selected, Consumer<Source> onEdit, Consumer<Source> onSetUp,
            Consumer<Source> onRejudge,
            Consumer<Source> onRemove, Runnable onAdd) {
        this.selected = selected;
        this.onEdit = onEdit;
        this.onSetUp = onSetUp;
        this.onRejudge = onRejudge;
        this.onRemove = onRemove;
        Label heading = new Label(text("sources.heading"));
        heading.getStyleClass().add("section");
        list.getStyleClass().add("source-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(text("sources.list"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
        Button add = new Button(text("sources.add"), Icon.ADD.node());
        add.getStyleClass().addAll(Styles.FLAT, "side-row", "add-source");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> onAdd.run());
        root = new VBox(heading, list, add);
        selected.subscribe(this::mark);
        show(List.of(), List.of());
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows sources with the numbers of their events.
     *
     * @param sources in the order to show them
     * @param tallies may tell of removed sources too, whose events count among all
     */
    public void show(List<Source> sources, List<Tally> tallies) {
        if (!sources.equals(shown) || order.isEmpty()) {
            rebuild(sources);
        }
        Map<OptionalInt, Counts> counts = new HashMap<>();
        for (Tally tally : tallies) {
            for (OptionalInt row : List.of(ALL, OptionalInt.of(tally.sourceId()))) {
                counts.merge(row, Counts.NONE.plus(tally.events(), tally.outcome().isBad()),
                        (a, b) -> new Counts(a.events() + b.events(), a.bad() + b.bad()));
            }
        }
        show(ALL, text("sources.all"), counts);
        sources.forEach(source -> show(OptionalInt.of(source.id()), source.name(), counts));
    }

    private void show(OptionalInt id, String name, Map<OptionalInt, Counts> counts) {
        SourceRow row = rows.get(id);
        if (row != null) {
            row.show(name, counts.getOrDefault(id, Counts.NONE));
        }
    }

    /** New rows: a source's row holds on to the source as it was. */
    private void rebuild(List<Source> sources) {
        shown = List.copyOf(sources);
        rows.clear();
        List<OptionalInt> ids = new ArrayList<>();
        ids.add(ALL);
        rows.put(ALL, selectable(new SourceRow(Icon.ALL, Optional.empty()), ALL));
        for (Source source : sources) {
            OptionalInt id = OptionalInt.of(source.id());
            ids.add(id);
            rows.put(id, selectable(row(source), id));
        }
        order = List.copyOf(ids);
        boolean hadFocus = list.getChildren().stream().anyMatch(row -> row.isFocused());
        list.getChildren().setAll(order.stream().map(rows::get).toList());
        if (!order.contains(selected.get())) {
            selected.set(ALL);
        }
        mark(selected.get());
        if (hadFocus) {
            focus();
        }
    }

    private SourceRow row(Source source) {
        if (source.isInbox()) {
            return new SourceRow(Icon.INBOX, Optional.empty());
        }
        SourceRow row = new SourceRow(Icon.SOURCE, Optional.of(() -> onEdit.accept(source)));
        MenuItem edit = new MenuItem(text("sources.edit.menu"), Icon.EDIT.node());
        edit.setOnAction(_ -> onEdit.accept(source));
        MenuItem setUp = new MenuItem(text("sources.setUp"), Icon.DONE.node());
        setUp.setOnAction(_ -> onSetUp.accept(source));
        MenuItem rejudge = new MenuItem(text("sources.rejudge"), Icon.RESEND.node());
        rejudge.setOnAction(_ -> onRejudge.accept(source));
        MenuItem remove = new MenuItem(text("sources.remove"), Icon.REMOVE.node());
        remove.setOnAction(_ -> onRemove.accept(source));
        ContextMenu menu = new ContextMenu(edit, setUp, rejudge, new SeparatorMenuItem(), remove);
        row.setOnContextMenuRequested(event -> {
            menu.show(row, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return row;
    }

    private SourceRow selectable(SourceRow row, OptionalInt id) {
        row.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                selected.set(id);
                row.requestFocus();
            }
        });
        return row;
    }

    private void mark(OptionalInt id) {
        rows.forEach((key, row) -> row.select(key.equals(id)));
    }

    private void step(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            shown.stream().filter(source -> OptionalInt.of(source.id()).equals(selected.get()) && !source.isInbox())
                    .findFirst().ifPresent(onEdit);
            event.consume();
            return;
        }
        int at = Math.max(0, order.indexOf(selected.get()));
        int next = switch (event.getCode()) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case HOME -> 0;
            case END -> order.size() - 1;
            default -> -1;
        };
        if (next >= 0 && next < order.size()) {
            selected.set(order.get(next));
            focus();
            event.consume();
        }
    }

    /** Puts the keyboard onto the chosen row. */
    public void focus() {
        SourceRow row = rows.get(selected.get());
        if (row != null) {
            row.requestFocus();
        }
    }
}
