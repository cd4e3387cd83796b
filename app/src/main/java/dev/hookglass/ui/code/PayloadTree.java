package dev.hookglass.ui.code;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.Lines.Match;
import dev.hookglass.payload.Outline;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.base.Background;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A payload as a tree to fold, to search and to copy from. Only what is in sight is ever made, however large or deep the
 * payload. For the FX thread.
 */
public final class PayloadTree extends VBox {
    private static final double ROW_HEIGHT = 22;

    private final ListView<Integer> list = new ListView<>();
    private final FindBar findBar;
    private final PayloadTreeMenu menu;
    private final Consumer<Supplier<String>> onWhole;
    private @Nullable Outline outline;
    private @Nullable OpenRows rows;
    private TextLines searched = TextLines.of("");

    /**
     * @param background where a search runs
     * @param onNested given the text of a string that a person wants to see as a document of its own
     * @param onWhole given a value that a person wants to see whole; both are not for the FX thread to get
     */
    public PayloadTree(Background background, Consumer<Supplier<String>> onNested, Consumer<Supplier<String>> onWhole) {
        findBar = new FindBar(background, this::reveal, list::requestFocus);
        menu = new PayloadTreeMenu(this, onNested, onWhole);
        this.onWhole = onWhole;
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new PayloadTreeCell(this));
        list.getStyleClass().add("payload-tree-rows");
        list.setAccessibleText(text("tree.rows"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setContextMenu(menu);
        getStyleClass().add("payload-tree");
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(findBar, list);
    }

    /**
     * Shows a document, opened as far as it is easily looked through.
     *
     * @param lines its text, in which is searched
     */
    public void show(Outline shown, TextLines lines) {
        outline = shown;
        searched = lines;
        rows = new OpenRows(shown);
        list.setItems(rows);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        findBar.search(lines);
    }

    /** Opens the search and puts the cursor into it. */
    public void find() {
        findBar.open();
    }

    /** Opens everything. */
    public void expandAll() {
        setAllOpen(0, true);
    }

    /** Closes everything but the root. */
    public void collapseAll() {
        setAllOpen(0, false);
    }

    /** Selects the node that a pointer names and brings it into sight. */
    public void goTo(String pointer) {
        select(tree -> tree.find(pointer));
    }

    private void reveal(Match match) {
        select(tree -> tree.at(searched.offset(match.line(), match.column())));
    }

    private void select(ToIntFunction<Outline> choice) {
        if (rows != null) {
            int node = choice.applyAsInt(tree());
            rows.uncover(node);
            select(node);
        }
    }

    private void select(int node) {
        int row = open().row(node);
        list.getSelectionModel().clearAndSelect(row);
        list.getFocusModel().focus(row);
        // It scrolls as far as it knows to have rows, and learns of new ones when it is laid out.
        list.layout();
        list.scrollTo(Math.max(0, row - 4));
    }

    void setAllOpen(int node, boolean opens) {
        if (rows != null) {
            rows.setAllOpen(node, opens);
            select(node);
        }
    }

    Outline tree() {
        return Objects.requireNonNull(outline);
    }

    OpenRows open() {
        return Objects.requireNonNull(rows);
    }

    /** Opens or closes a node, or shows a value whole that has no room in its row. */
    void toggle(int node) {
        if (tree().isCut(node)) {
            onWhole.accept(value(node));
        } else {
            open().setOpen(node, !open().isOpen(node));
        }
    }

    Supplier<String> value(int node) {
        Outline shown = tree();
        return () -> shown.value(node);
    }

    OptionalInt selected() {
        Integer node = list.getSelectionModel().getSelectedItem();
        return node == null ? OptionalInt.empty() : OptionalInt.of(node);
    }

    private void onKey(KeyEvent key) {
        if (menu.copies(key) || !key.isShortcutDown() && !key.isAltDown() && moves(key)) {
            key.consume();
        }
    }

    private boolean moves(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> selected().ifPresent(this::openOrEnter);
            case LEFT -> selected().ifPresent(this::closeOrLeave);
            case ENTER, SPACE -> selected().ifPresent(this::toggle);
            case MULTIPLY, ASTERISK -> selected().ifPresent(node -> setAllOpen(node, true));
            case F3 -> {
                if (key.isShiftDown()) {
                    findBar.previous();
                } else {
                    findBar.next();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void openOrEnter(int node) {
        if (open().isContainer(node) && open().isOpen(node)) {
            select(node + 1);
        } else {
            open().setOpen(node, true);
        }
    }

    private void closeOrLeave(int node) {
        if (open().isContainer(node) && open().isOpen(node)) {
            open().setOpen(node, false);
        } else if (node > 0) {
            select(tree().parent(node));
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }
}
