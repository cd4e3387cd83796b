package dev.hookglass.delivery;

import dev.hookglass.problem.Problem;
import java.util.List;

/** Where attempts are kept. */
public interface AttemptLog {
    /**
     * Stores attempts together, all of them or none.
     *
     * @return the attempts with the ids they were given, in the same order
     * @throws Problem if they cannot be stored
     */
    List<Attempt> record(List<Sent> sent) throws Problem;
}
