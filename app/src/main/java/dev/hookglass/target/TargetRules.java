package dev.hookglass.target;

import dev.hookglass.delivery.ConnectionHeaders;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What a target must be like to be saved. */
final class TargetRules {
    private static final int LONGEST_NAME = 60;

    private TargetRules() {}

    /** The target in its tidy form. */
    static Target check(Target target, List<Target> others) throws Problem {
        TargetUrl url = TargetUrl.parse(target.url());
        for (TargetHeader header : target.headers()) {
            if (ConnectionHeaders.include(header.header())) {
                throw new Problem("The header " + header.name()
                        + " belongs to the connection and is set by Hookglass; leave it out.");
            }
        }
        Optional<String> objection = new OutboundRequest("POST", url,
                target.headers().stream().map(TargetHeader::header).toList(), Bytes.EMPTY).objection();
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        for (String variable : target.variables().keySet()) {
            if (!variable.matches("[A-Za-z0-9_-]+")) {
                throw new Problem(
                        "“" + variable + "” is not a variable's name: one is a word of letters, digits, _ and -.");
            }
        }
        return target.withName(name(target.name().strip(), others)).withUrl(url.toString());
    }

    private static String name(String name, List<Target> others) throws Problem {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Problem("The target needs a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (name.matches(".*[/:\\p{Cntrl}].*")) {
            throw new Problem("A target's name may hold no slash and no colon, so that it is not taken for a URL.");
        }
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            throw new Problem("There is already a target named “" + name + "”; choose another name.");
        }
        return name;
    }
}
