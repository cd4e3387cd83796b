package dev.hookglass.check;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Outcome.Answered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A check as a page for people: one file without scripts, in light and dark. */
final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
            body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884 }
            td:first-child { white-space: nowrap }
            .passed { color: light-dark(#1a7f37, #4ac26b) }
            .failed { color: light-dark(#cf222e, #ff7b72) }
            """;

    private HtmlReport() {}

    /** The page. */
    static String of(Check check, String provider, String target, Instant at) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        page.append("<title>Check of ").append(Printable.html(target)).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n<h1>").append(check.passed() ? "Passed" : "Failed").append("</h1>\n<p>")
                .append(Printable.html(provider)).append(" → <code>").append(Printable.html(target))
                .append("</code>, ").append(at.truncatedTo(ChronoUnit.SECONDS)).append("<br>")
                .append(summary(check)).append("</p>\n<table>\n")
                .append("<tr><th>Sent<th>Should be<th>Was<th>Finding\n");
        check.findings().forEach(finding -> row(page, finding));
        return page.append("</table>\n").toString();
    }

    private static String summary(Check check) {
        return (check.findings().size() - check.failures()) + " of " + check.findings().size() + " as they should be.";
    }

    private static void row(StringBuilder page, Finding finding) {
        String kind = finding.passed() ? "passed\">✔ " : "failed\">✘ ";
        page.append("<tr><td class=\"").append(kind).append(Printable.html(finding.trial().name())).append("<td>")
                .append(finding.trial().expectation().words()).append("<td>").append(was(finding.outcome()))
                .append("<td>").append(Printable.html(finding.words())).append('\n');
    }

    private static String was(Outcome outcome) {
        return outcome instanceof Answered answered
                ? answered.status() + ", " + answered.time().toMillis() + " ms"
                : "no answer";
    }
}
