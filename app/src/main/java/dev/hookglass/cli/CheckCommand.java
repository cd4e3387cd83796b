package dev.hookglass.cli;

import dev.hookglass.check.Check;
import dev.hookglass.check.Finding;
import dev.hookglass.check.Report;
import dev.hookglass.check.Subject;
import dev.hookglass.check.Trials;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Targets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass check}: does an endpoint take what it should and refuse what it should? */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Sends one event in all its right and wrong forms, and tells for each what the endpoint should do and did.",
        "Exit code: 0 if the endpoint did right in all, 1 if not."})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Mixin
    private SubjectOptions subject;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page to this file.")
    private @Nullable Path html;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML to this file.")
    private @Nullable Path junit;

    @Option(names = "--json", description = "Print each finding as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        Subject tried = subject.subject(data);
        Targets targets = data.targets();
        subject.to().allowIn(targets);
        Instant now = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        Check check = Check.run(Trials.of(tried, now), tried.provider().acknowledgement(), targets,
                finding -> out.println(json ? json(finding).toString() : text(finding)));
        write(new Report(check, tried.provider().name(), subject.to().written(), now));
        if (!json) {
            out.println(check.passed()
                    ? "The endpoint did right in all " + check.findings().size() + " trials."
                    : "The endpoint did wrong in " + check.failures() + " of " + check.findings().size() + " trials.");
        }
        return check.passed() ? 0 : CommandLineInterface.FAILED;
    }

    private static String text(Finding finding) {
        return (finding.passed() ? "✔ " : "✘ ") + String.format("%-19s %-17s", finding.trial().name(),
                finding.trial().expectation().words()) + EventLine.printable(finding.words());
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("trial", finding.trial().name())
                .put("expected", finding.trial().expectation().words());
        if (finding.outcome() instanceof Answered answered) {
            json.put("status", answered.status());
        } else {
            json.putNull("status");
        }
        return json.put("millis", finding.outcome().time().toMillis())
                .put("passed", finding.passed())
                .put("finding", finding.words());
    }

    private void write(Report report) throws Problem {
        if (html != null) {
            report.writeHtml(html);
        }
        if (junit != null) {
            report.writeJunit(junit);
        }
    }
}
