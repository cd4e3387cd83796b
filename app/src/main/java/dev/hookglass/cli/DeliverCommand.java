package dev.hookglass.cli;

import dev.hookglass.check.Subject;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.PolicyDelivery;
import dev.hookglass.delivery.RetrySchedule;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass deliver}: an event with the patience of its provider. */
@Command(name = "deliver", mixinStandardHelpOptions = true, description = {
        "Delivers an event as its provider would: again and again until it is acknowledged or the provider gives up.",
        "Exit code: 0 if it was acknowledged, 1 if not."})
final class DeliverCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Mixin
    private SubjectOptions subject;

    @Option(names = "--speed", paramLabel = "X", defaultValue = "1", description = "Let the pauses between attempts pass X times as fast (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--json", description = "Print each attempt as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        if (!(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be above 0.");
        }
        Subject delivered = subject.subject(data);
        Provider provider = delivered.provider();
        RetrySchedule schedule = RetrySchedule.of(provider);
        tellOfAssumptions(provider, schedule);
        try (Workbench workbench = data.open();
                Sender sender = new Sender(SenderLimits.of(provider.acknowledgement()), workbench.targets())) {
            subject.to().allowIn(workbench.targets());
            Destination target = subject.to().destination(workbench.targets());
            Deliveries deliveries = workbench.deliveries().with(sender);
            boolean acknowledged = new PolicyDelivery(deliveries, provider.acknowledgement(), schedule, speed)
                    .run(() -> target.carrying(delivered.signedNow()), subject.eventId(), this::print);
            return acknowledged ? 0 : CommandLineInterface.FAILED;
        }
    }

    private void tellOfAssumptions(Provider provider, RetrySchedule schedule) {
        PrintWriter err = spec.commandLine().getErr();
        if (provider.retry().isEmpty()) {
            err.println(
                    "What " + provider.name() + " documents does not say that it tries again; there is one attempt.");
        } else if (schedule.isAssumed()) {
            err.println("What " + provider.name() + " documents leaves something open; assumed: the first pause is "
                    + words(schedule.first()) + ", the end after " + words(schedule.lasting()) + ".");
        }
    }

    private void print(PolicyDelivery.Step step) {
        spec.commandLine().getOut().println(json ? json(step).toString() : text(step));
    }

    private static String text(PolicyDelivery.Step step) {
        String what = switch (step.attempt().outcome()) {
            case Outcome.Answered answered -> answered.status() + " after " + answered.time().toMillis() + " ms";
            case Outcome.Failed failed -> failed.reason();
        };
        return "attempt " + step.attempt().number() + " at " + words(step.after()) + ": " + what
                + (step.acknowledged()
                        ? " – acknowledged"
                        : step.pause().map(pause -> " – again in " + words(pause)).orElse(" – given up"));
    }

    private static ObjectNode json(PolicyDelivery.Step step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("attempt", step.attempt().number())
                .put("afterSeconds", step.after().toMillis() / 1e3)
                .put("millis", step.attempt().outcome().time().toMillis())
                .put("acknowledged", step.acknowledged());
        switch (step.attempt().outcome()) {
            case Outcome.Answered answered -> json.put("status", answered.status());
            case Outcome.Failed failed -> json.putNull("status").put("failure", failed.reason());
        }
        return json;
    }

    /** A time as people say it: {@code 10 s}, {@code 1 h 4 min}. */
    static String words(Duration time) {
        StringBuilder words = new StringBuilder();
        add(words, time.toDays(), "d");
        add(words, time.toHoursPart(), "h");
        add(words, time.toMinutesPart(), "min");
        add(words, time.toSecondsPart(), "s");
        return words.isEmpty() ? "0 s" : words.toString();
    }

    private static void add(StringBuilder words, long number, String unit) {
        if (number > 0) {
            words.append(words.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
        }
    }
}
