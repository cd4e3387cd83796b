package dev.hookglass.workbench;

import dev.hookglass.event.Rejection;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.MaskedHead;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Source;
import java.util.ArrayList;
import java.util.List;

/** The requests that were refused, to be shown: without the secrets that any source may have sent; which one sent them is not known. */
public final class MaskedRejections {
    private MaskedRejections() {}

    /** The last of them, newest first. */
    public static List<Rejection> newest(Workbench workbench, int most) throws Problem {
        List<SecretHeaders> known = new ArrayList<>(List.of(new SecretHeaders(new Unsigned(), List.of())));
        for (Source source : workbench.sources().all()) {
            Scheme scheme = workbench.providers().find(source.provider()).map(Provider::scheme).orElse(new Unsigned());
            known.add(new SecretHeaders(scheme, source.secrets()));
        }
        return workbench.events()
                .recentRejections(most)
                .stream()
                .map(each -> each.withFirstBytes(MaskedHead.of(each.firstBytes(), known)))
                .toList();
    }
}
