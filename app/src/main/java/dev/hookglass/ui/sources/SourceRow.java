package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One row: icon, name, how many are bad, how many there are. The name comes first: where it is tight, the number gives way
 * and is abbreviated; a tooltip has all of it. Under the mouse a button takes the number's place.
 */
final class SourceRow extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double ICON_GAP = 8;
    private static final double GAP = 5;

    private final FontIcon icon;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label exact = new Label();
    private final Label brief = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final @Nullable IconButton edit;
    private Counts counts = Counts.NONE;
    private boolean isSelected;

    /** @param onEdit what the button does; without it there is no button */
    SourceRow(Icon icon, Optional<Runnable> onEdit) {
        this.icon = icon.node();
        edit = onEdit.map(action -> new IconButton(Icon.EDIT, text("sources.edit"), action)).orElse(null);
        getStyleClass().addAll("side-row", "source-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        badge.getStyleClass().addAll("chip", "danger");
        exact.getStyleClass().add("count");
        brief.getStyleClass().add("count");
        getChildren().addAll(this.icon, name, badge, exact, brief);
        if (edit != null) {
            edit.setFocusTraversable(false);
            getChildren().add(edit);
        }
        hoverProperty().subscribe(this::requestLayout);
        Tooltip.install(this, tooltip);
    }

    /** Shows a name and numbers, and does nothing if they are there already. */
    void show(String newName, Counts newCounts) {
        if (newName.equals(name.getText()) && newCounts.equals(counts)) {
            return;
        }
        counts = newCounts;
        name.setText(newName);
        badge.setText(Counts.brief(counts.bad()));
        badge.setVisible(counts.bad() > 0);
        exact.setText(Counts.exact(counts.events()));
        brief.setText(Counts.brief(counts.events()));
        String numbers = counts.bad() > 0
                ? text("sources.events.bad", count("sources.events", counts.events()), Counts.exact(counts.bad()))
                : count("sources.events", counts.events());
        tooltip.setText(newName + "\n" + numbers);
        setAccessibleText(newName + ", " + numbers);
        requestLayout();
    }

    void select(boolean selected) {
        isSelected = selected;
        pseudoClassStateChanged(SELECTED, selected);
        // One stop of the Tab key for the whole list; the arrow keys move within it.
        setFocusTraversable(selected);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) isSelected
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        double start = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        start = place(icon, start) + ICON_GAP;
        Node last = last(end - start - name.prefWidth(-1) - GAP);
        for (Node other : new Node[]{exact, brief, edit}) {
            if (other != null) {
                other.setVisible(other.equals(last));
            }
        }
        end = placeBefore(last, end);
        if (badge.isVisible() && !badge.equals(last)) {
            end = placeBefore(badge, end);
        }
        layoutInArea(name, start, 0, Math.min(name.prefWidth(-1), Math.max(0, end - start)), getHeight(), 0,
                HPos.LEFT, VPos.CENTER);
    }

    /** What stands at the end of the row: the button, or the number as exact as there is room beside name and badge. */
    private Node last(double room) {
        if (edit != null && isHover()) {
            return edit;
        }
        if (!badge.isVisible()) {
            return exact.prefWidth(-1) <= room ? exact : brief;
        }
        double badgeRoom = badge.prefWidth(-1) + GAP;
        if (exact.prefWidth(-1) + badgeRoom <= room) {
            return exact;
        }
        // Rather no number than half a name; what is wrong stays.
        return brief.prefWidth(-1) + badgeRoom > room && badge.prefWidth(-1) <= room ? badge : brief;
    }

    private double placeBefore(Node node, double end) {
        double start = end - node.prefWidth(-1);
        place(node, start);
        return start - GAP;
    }

    private double place(Node node, double start) {
        layoutInArea(node, start, 0, node.prefWidth(-1), getHeight(), 0, HPos.LEFT, VPos.CENTER);
        return start + node.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + icon.prefWidth(-1) + ICON_GAP + name.prefWidth(-1) + snappedRightInset();
    }

    /** As narrow as the side bar is made: the name is cut then. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
