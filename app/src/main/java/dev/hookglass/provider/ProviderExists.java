package dev.hookglass.provider;

import dev.hookglass.problem.Problem;

/** There is a provider of that id, which an import would take the place of. */
public final class ProviderExists extends Problem {
    private static final long serialVersionUID = 1L;

    ProviderExists(Provider existing, boolean isBuiltIn) {
        super("There is a provider “" + existing.id() + "” already (" + existing.name()
                + (isBuiltIn ? ", built in" : "") + "); it was left as it is.");
    }
}
