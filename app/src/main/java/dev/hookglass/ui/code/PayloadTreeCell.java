package dev.hookglass.ui.code;

import dev.hookglass.payload.Outline;
import dev.hookglass.payload.Outline.Piece;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of a {@link PayloadTree}. */
final class PayloadTreeCell extends ListCell<Integer> {
    private static final double INDENT = 14;
    private static final double ARROW_WIDTH = 18;
    /** Deeper rows stand below each other and tell how deep they are. */
    private static final int MOST_INDENTS = 40;

    private final PayloadTree view;
    private final Region indent = new Region();
    private final FontIcon icon = Icon.EXPAND.node();
    private final StackPane arrow = new StackPane(icon);
    private final HBox words = new HBox();
    private final HBox row = new HBox(indent, arrow, words);

    PayloadTreeCell(PayloadTree view) {
        this.view = view;
        getStyleClass().add("payload-tree-row");
        arrow.setMinWidth(ARROW_WIDTH);
        arrow.setMaxWidth(ARROW_WIDTH);
        indent.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        words.setAlignment(Pos.CENTER_LEFT);
        arrow.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            Integer node = getItem();
            if (click.getButton() == MouseButton.PRIMARY && node != null) {
                view.toggle(node);
                click.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            Integer node = getItem();
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && node != null) {
                view.toggle(node);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Integer node, boolean empty) {
        super.updateItem(node, empty);
        if (node == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Outline tree = view.tree();
        boolean isContainer = view.open().isContainer(node);
        boolean isOpen = isContainer && view.open().isOpen(node);
        int depth = tree.depth(node);
        List<Piece> pieces = tree.pieces(node, isOpen);
        indent.setPrefWidth(INDENT * Math.min(depth, MOST_INDENTS));
        icon.setVisible(isContainer);
        (isOpen ? Icon.NEXT : Icon.EXPAND).into(icon);
        words.getChildren().setAll(pieces.stream().map(PayloadTreeCell::text).toList());
        if (depth > MOST_INDENTS) {
            words.getChildren().addFirst(text(new Piece(depth + "  ", Outline.Look.NOTE)));
        }
        setGraphic(row);
        String said = pieces.stream().map(Piece::text).collect(Collectors.joining());
        setAccessibleText(Messages.text(
                isContainer ? isOpen ? "tree.row.open" : "tree.row.closed" : "tree.row", depth, said));
    }

    private static Text text(Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().addAll("code", "json-" + piece.look().name().toLowerCase(Locale.ROOT));
        return text;
    }
}
