package dev.hookglass.cli;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.export.EventJson;
import dev.hookglass.event.Bytes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what became of a request that was sent. */
final class AttemptPrinter {
    private static final int LONGEST_BODY = 2_000;

    private final PrintWriter out;
    private final boolean json;

    AttemptPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints what was sent again, and says whether it was answered. */
    boolean print(Replayed replayed) {
        Attempt attempt = replayed.attempt();
        String change = replayed.change().name().toLowerCase(Locale.ROOT);
        out.println(json
                ? json(attempt.eventId(), attempt.request(), attempt.outcome()).put("change", change).toString()
                : text(attempt.eventId(), attempt.request(), attempt.outcome()) + was(replayed, change));
        return attempt.outcome() instanceof Outcome.Answered;
    }

    /** What became better or worse, and nothing where all is as it was. */
    private static String was(Replayed replayed, String change) {
        return switch (replayed.change()) {
            case FIRST, SAME -> "";
            case FIXED, REGRESSED -> "\n  " + change + ": it was "
                    + (replayed.before().orElse(0) == 0 ? "no answer" : replayed.before().getAsInt());
        };
    }

    boolean print(OptionalLong eventId, OutboundRequest request, Outcome outcome) {
        out.println(json ? json(eventId, request, outcome).toString() : text(eventId, request, outcome));
        return outcome instanceof Outcome.Answered;
    }

    private static String text(OptionalLong eventId, OutboundRequest request, Outcome outcome) {
        String what = (eventId.isPresent() ? "event " + eventId.getAsLong() : "sample") + " → " + request.url() + "  ";
        return what + switch (outcome) {
            case Outcome.Answered answered -> answered.status() + " " + answered.reasonPhrase() + "  "
                    + millis(answered.time()) + " ms" + answered.redirectsTo()
                            .map(place -> "  redirects to " + EventLine.printable(place) + ", not followed").orElse("")
                    + body(answered.body());
            case Outcome.Failed failed -> failed.reason();
        };
    }

    private static String body(Bytes body) {
        if (body.isEmpty()) {
            return "";
        }
        String text = body.utf8();
        String shown = text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY) + "…";
        return "\n" + String.join("\n", shown.lines().map(EventLine::printable).toList());
    }

    private static ObjectNode json(OptionalLong eventId, OutboundRequest request, Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", eventId.isPresent() ? eventId.getAsLong() : null);
        json.put("method", request.method()).put("url", request.url().toString()).put("millis", millis(outcome.time()));
        return switch (outcome) {
            case Outcome.Answered answered -> {
                json.put("status", answered.status()).put("responseTruncated", answered.truncated())
                        .set("responseHeaders", EventJson.headers(answered.headers()));
                yield EventJson.addBody(json, "responseBody", answered.body());
            }
            case Outcome.Failed failed -> json.putNull("status").put("failure", failed.reason());
        };
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e4) / 1e2;
    }
}
