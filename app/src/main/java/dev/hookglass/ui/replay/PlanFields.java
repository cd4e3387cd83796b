package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Order;
import dev.hookglass.delivery.Pace;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.Sender;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** In which order, how often and how fast events are sent. */
final class PlanFields extends HBox {
    private static final int MOST_COPIES = 10_000;

    private final ComboBox<OrderKind> order = choice(OrderKind.values(), text("replay.order"),
            kind -> text("replay.order." + kind.name()));
    private final TextField seed = number("1", text("replay.seed"));
    private final TextField copies = number("1", text("replay.copies"));
    private final ComboBox<PaceKind> pace = choice(PaceKind.values(), text("replay.pace"),
            kind -> text("replay.pace." + kind.name()));
    private final TextField rate = number("10", text("replay.rate"));
    private final TextField connections = number("1", text("replay.connections"));
    private final Field ordering = new Field(text("replay.order"), order);
    private final Field seeding = new Field(text("replay.seed"), seed);
    private final Field pacing = new Field(text("replay.pace"), pace);
    private final Field rating = new Field(text("replay.rate"), rate);
    private final Field connecting = new Field(text("replay.connections"), connections);
    private boolean isOne;

    /** The order, as it is chosen. */
    enum OrderKind {
        RECEIVED, REVERSED, SHUFFLED
    }

    /** The pace, as it is chosen. */
    enum PaceKind {
        FAST, RATE, ORIGINAL
    }

    PlanFields() {
        super(8);
        setAlignment(Pos.BOTTOM_LEFT);
        order.valueProperty().subscribe(this::changed);
        pace.valueProperty().subscribe(this::changed);
        getChildren().addAll(ordering, seeding, new Field(text("replay.copies"), copies), pacing, rating, connecting);
        changed();
    }

    private static <E extends Enum<E>> ComboBox<E> choice(E[] values, String name, Function<E, String> words) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(List.of(values));
        box.setValue(values[0]);
        box.setAccessibleText(name);
        box.setConverter(new ChoiceWords<>("", words));
        return box;
    }

    private static TextField number(String value, String name) {
        TextField field = new TextField(value);
        field.setPrefColumnCount(5);
        field.setMinWidth(56);
        field.setAccessibleText(name);
        return field;
    }

    /** For one event, order and pace are of no matter. */
    void show(boolean newIsOne) {
        isOne = newIsOne;
        changed();
    }

    private void changed() {
        show(ordering, !isOne);
        show(seeding, !isOne && order.getValue() == OrderKind.SHUFFLED);
        show(pacing, !isOne);
        show(rating, !isOne && pace.getValue() != PaceKind.FAST);
        show(connecting, !isOne);
        rating.setName(text(pace.getValue() == PaceKind.ORIGINAL ? "replay.speed" : "replay.rate"));
        rate.setAccessibleText(text(pace.getValue() == PaceKind.ORIGINAL ? "replay.speed" : "replay.rate"));
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /**
     * The plan as it stands.
     *
     * @throws Problem if a number cannot be used; its field has the focus then
     */
    ReplayPlan plan(List<ReplayPlan.Item> items) throws Problem {
        int times = (int) number(copies, 1, MOST_COPIES);
        if (isOne) {
            return new ReplayPlan(items, new Order.AsReceived(), times, new Pace.AsFastAsPossible(), 1);
        }
        return new ReplayPlan(items, order(), times, pace(),
                (int) number(connections, 1, Sender.CONNECTIONS_PER_TARGET));
    }

    private Order order() throws Problem {
        return switch (order.getValue()) {
            case RECEIVED -> new Order.AsReceived();
            case REVERSED -> new Order.Reversed();
            case SHUFFLED -> new Order.Shuffled((long) number(seed, 0, Integer.MAX_VALUE));
        };
    }

    private Pace pace() throws Problem {
        return switch (pace.getValue()) {
            case FAST -> new Pace.AsFastAsPossible();
            case RATE -> new Pace.PerSecond(decimal(rate));
            case ORIGINAL -> new Pace.AsReceived(decimal(rate));
        };
    }

    private static double number(TextField field, int least, int most) throws Problem {
        String typed = field.getText().strip();
        if (!typed.matches("\\d{1,10}") || Long.parseLong(typed) < least || Long.parseLong(typed) > most) {
            field.requestFocus();
            throw new Problem(text("replay.number.wrong", typed, least, String.format(Locale.ROOT, "%,d", most)));
        }
        return Long.parseLong(typed);
    }

    private static double decimal(TextField field) throws Problem {
        String typed = field.getText().strip();
        if (!typed.matches("\\d{1,7}(\\.\\d{1,6})?") || Double.parseDouble(typed) == 0) {
            field.requestFocus();
            throw new Problem(text("replay.decimal.wrong", typed));
        }
        return Double.parseDouble(typed);
    }
}
