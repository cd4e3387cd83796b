package dev.hookglass.ui.code;

import dev.hookglass.payload.Comparison.Kind;
import dev.hookglass.payload.Comparison.Piece;
import dev.hookglass.payload.Comparison.Row;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line of each of two texts; what differs stands out by its ground and, for eyes that see no colour, by a sign. */
public final class ComparisonCell extends ListCell<Row> {
    /** Text beyond it is out of sight in any window; the tooltip shows more. */
    private static final int LONGEST = 2_000;

    private final Side left = new Side("left");
    private final Side right = new Side("right");
    private final HBox sides = new HBox(left, right);

    public ComparisonCell() {
        getStyleClass().add("comparison-row");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        sides.setMinWidth(0);
        sides.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        left.show(row.left(), row.leftNumber(), row.kind(), "−");
        right.show(row.right(), row.rightNumber(), row.kind(), "+");
        setGraphic(sides);
        setTooltip(isLong(row) ? new Tooltip(plain(row.left()) + "\n" + plain(row.right())) : null);
        setAccessibleText(plain(row.left()) + " | " + plain(row.right()));
    }

    private static boolean isLong(Row row) {
        return plain(row.left()).length() > 60 || plain(row.right()).length() > 60;
    }

    private static String plain(List<Piece> pieces) {
        String text = String.join("", pieces.stream().map(Piece::text).toList());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** One half of a line. */
    private static final class Side extends HBox {
        private static final double NUMBER_WIDTH = 44;
        private final Label number = new Label();
        private final Label sign = new Label();
        private final TextFlow flow = new TextFlow();

        Side(String name) {
            getStyleClass().addAll("comparison-side", name);
            number.getStyleClass().add("line-number");
            number.setMinWidth(NUMBER_WIDTH);
            number.setPrefWidth(NUMBER_WIDTH);
            sign.setMinWidth(Region.USE_PREF_SIZE);
            sign.getStyleClass().add("sign");
            // As wide as its text, so that it stays one line; what is beyond the half is cut off.
            flow.setMinWidth(Region.USE_PREF_SIZE);
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
            setMinWidth(0);
            setPrefWidth(1);
            getChildren().addAll(number, sign, flow);
        }

        void show(List<Piece> pieces, int line, Kind kind, String signOfDifference) {
            boolean differs = kind != Kind.SAME && line > 0;
            getStyleClass().removeIf(style -> style.startsWith("diff-"));
            getStyleClass().add(line == 0 ? "diff-none" : "diff-" + kind.name().toLowerCase(Locale.ROOT));
            number.setText(line == 0 ? "" : Integer.toString(line));
            sign.setText(differs ? signOfDifference : " ");
            flow.getChildren().setAll(pieces.stream().map(piece -> node(piece, kind)).toList());
        }

        private static Text node(Piece piece, Kind kind) {
            String text = piece.text();
            Text node = new Text(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
            node.getStyleClass().add(piece.differs() && kind == Kind.CHANGED ? "differs" : "code");
            return node;
        }
    }
}
