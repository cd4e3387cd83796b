package dev.hookglass.cli;

import dev.hookglass.delivery.Order;
import dev.hookglass.delivery.Pace;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.Sender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** In which order and at what pace events are sent again. */
final class PlanOptions {
    @Option(names = "--order", paramLabel = "ORDER", defaultValue = "received", description = "received, reversed, or shuffled:SEED (default: ${DEFAULT-VALUE}).")
    private String order;

    @Option(names = "--copies", paramLabel = "N", defaultValue = "1", description = "Send each so often, one right after the other (default: ${DEFAULT-VALUE}).")
    private int copies;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "1", description = "So many at a time (default: ${DEFAULT-VALUE}, where each waits for the answer to the one before).")
    private int connections;

    @ArgGroup
    private @Nullable Rate rate;

    /** One of these; without them, as fast as possible. */
    static final class Rate {
        @Option(names = "--rate", paramLabel = "N", description = "Begin so many in a second.")
        private double perSecond;

        @Option(names = "--speed", paramLabel = "X", description = "Keep the pauses there were when they were received, passing X times as fast.")
        private double speed;
    }

    ReplayPlan plan(List<ReplayPlan.Item> items, CommandLine command) {
        try {
            return new ReplayPlan(items, order(), copies, pace(), connections);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command,
                    "--order is received, reversed or shuffled:SEED; --copies is 1 or more,"
                            + " --connections 1 to " + Sender.CONNECTIONS_PER_TARGET + ", --rate and --speed above 0.",
                    e);
        }
    }

    private Order order() {
        return switch (order) {
            case "received" -> new Order.AsReceived();
            case "reversed" -> new Order.Reversed();
            default -> {
                if (!order.startsWith("shuffled:")) {
                    throw new IllegalArgumentException("No order");
                }
                yield new Order.Shuffled(Long.parseLong(order.substring("shuffled:".length())));
            }
        };
    }

    private Pace pace() {
        if (rate == null) {
            return new Pace.AsFastAsPossible();
        }
        return rate.perSecond != 0 ? new Pace.PerSecond(rate.perSecond) : new Pace.AsReceived(rate.speed);
    }
}
