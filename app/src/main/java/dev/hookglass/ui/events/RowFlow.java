package dev.hookglass.ui.events;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Shows rows of one height, wherever they lie among however many. JavaFX's flow walks over all rows above those in sight, many
 * times for each layout. So it is told of a few hundred, which stand for others when a person scrolls on; rows know their index
 * among all. For the FX thread.
 */
final class RowFlow<T> extends VirtualFlow<TableRow<T>> {
    /** The most rows that JavaFX is told of; more than fit on a screen. */
    private static final int MOST_TOLD = 300;
    private static final double LINE = 10;
    /** Among a million rows what is in sight would be too small a part of the bar to be taken hold of. */
    private static final double LEAST_THUMB = 28;

    /** For all rows, in the place of the one that JavaFX has for those that it is told of. */
    private final ScrollBar bar = new ScrollBar();
    private int all;
    /** The index of the first row that JavaFX is told of. */
    private int first;
    private boolean isBarMoved;

    RowFlow() {
        // It still takes the room, and is asked whether there is anything to scroll.
        getVbar().setOpacity(0);
        getVbar().setMouseTransparent(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMin(0);
        bar.setMax(1);
        bar.setManaged(false);
        bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        bar.addEventFilter(ScrollEvent.SCROLL, event -> {
            getOnScroll().handle(event);
            event.consume();
        });
        bar.valueProperty().subscribe(value -> {
            if (!isBarMoved) {
                show(value.doubleValue() * room(all));
            }
        });
        getChildren().add(bar);
    }

    /** Where it is scrolled to: from 0 at the top to 1 at the end. */
    ScrollBar bar() {
        return bar;
    }

    /** Takes note of the number of all rows; {@link #told} are then to be set as the flow's own number. */
    void setAll(int rows) {
        all = rows;
        first = Math.min(first, rows - told());
    }

    /** How many rows JavaFX is to know of. */
    int told() {
        return Math.min(all, MOST_TOLD);
    }

    /** How far what is in sight lies below the top of all rows, in pixels. */
    double offset() {
        return first * getFixedCellSize() + getPosition() * room(getCellCount());
    }

    /** Scrolls to so many pixels below the top of all rows, or as near as there are rows. */
    void show(double wanted) {
        double offset = Math.clamp(wanted, 0, room(all));
        if (!isTold(offset)) {
            tellAround((int) (offset / getFixedCellSize()));
        }
        double room = room(getCellCount());
        setPosition(room == 0 ? 0 : Math.clamp((offset - first * getFixedCellSize()) / room, 0, 1));
    }

    /** How far so many rows can be scrolled, in pixels. */
    private double room(int rows) {
        return Math.max(0, rows * getFixedCellSize() - getViewportLength());
    }

    private boolean isTold(double offset) {
        double below = offset - first * getFixedCellSize();
        return below >= 0 && below <= room(getCellCount());
    }

    private void tellAround(int row) {
        int before = first;
        first = Math.clamp(row - MOST_TOLD / 2, 0, all - told());
        if (first != before) {
            // Those in sight stand for others, though their number and perhaps the position stay.
            reconfigureCells();
        }
    }

    @Override
    public double scrollPixels(double delta) {
        double before = offset();
        double after = Math.clamp(before + delta, 0, room(all));
        if (isTold(after)) {
            return super.scrollPixels(delta);
        }
        show(after);
        return after - before;
    }

    /** Brings a row into sight, moving no further than that needs where it is next to those in sight. */
    @Override
    public void scrollTo(int index) {
        double before = offset();
        double wanted = index * getFixedCellSize();
        if (!isTold(wanted)) {
            tellAround(index);
            show(isTold(before) ? before : wanted);
        }
        super.scrollTo(index - first);
    }

    @Override
    public void scrollToTop(int index) {
        show(index * getFixedCellSize());
    }

    @Override
    protected TableRow<T> getPrivateCell(int index) {
        return super.getPrivateCell(index - first);
    }

    @Override
    protected void setCellIndex(TableRow<T> row, int index) {
        super.setCellIndex(row, first + index);
    }

    @Override
    protected int getCellIndex(TableRow<T> row) {
        return row.getIndex() - first;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // JavaFX does so too after a bar has come or gone, but for rows whose index it knows.
        double top = getPosition() * room(getCellCount());
        for (TableRow<T> row : getCells()) {
            row.setLayoutY(snapSpaceY(getCellIndex(row) * getFixedCellSize() - top));
        }
        moveBar();
    }

    private void moveBar() {
        double room = room(all);
        isBarMoved = true;
        bar.setVisible(getVbar().isVisible());
        bar.resizeRelocate(getVbar().getLayoutX(), getVbar().getLayoutY(), getVbar().getWidth(), getVbar().getHeight());
        if (room > 0) {
            double thumb = Math.max(LEAST_THUMB, getViewportLength() / (room / getViewportLength() + 1));
            bar.setVisibleAmount(Math.min(1, thumb / getViewportLength()));
            bar.setUnitIncrement(LINE / room);
            bar.setBlockIncrement(Math.min(1, getViewportLength() / room));
        }
        bar.setValue(room > 0 ? offset() / room : 0);
        isBarMoved = false;
    }
}
