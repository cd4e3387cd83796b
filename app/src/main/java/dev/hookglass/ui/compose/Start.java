package dev.hookglass.ui.compose;

import dev.hookglass.compose.Draft;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import java.util.List;
import java.util.Optional;

/**
 * What is needed to begin.
 *
 * @param last what a person had written before
 * @param problem why that could not be read
 */
record Start(List<Provider> providers, Optional<Draft> last, Optional<Problem> problem) {
    /** Where what was written is kept. */
    interface Drawer {
        Optional<Draft> last() throws Problem;
    }

    /** Does I/O: not for the FX thread. */
    static Start of(Catalogue catalogue, Drawer drawer) {
        try {
            return new Start(catalogue.all(), drawer.last(), Optional.empty());
        } catch (Problem problem) {
            return new Start(catalogue.all(), Optional.empty(), Optional.of(problem));
        }
    }
}
