package dev.hookglass.source;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a source must fulfil before it is saved. */
final class SourceRules {
    private static final Duration MOST_TOLERANCE = Duration.ofDays(365);

    private final Catalogue providers;

    SourceRules(Catalogue providers) {
        this.providers = providers;
    }

    /**
     * The source in the form it is saved: name and path tidied.
     *
     * @param others the sources it must not collide with
     * @param kept secrets that it has already and whose texts cannot be read, and so not be checked
     * @throws Problem naming the first rule that is broken
     */
    Source check(Source draft, List<Source> others, List<Secret> kept) throws Problem {
        String name = name(draft.name().strip(), others);
        Provider provider = providers.find(draft.provider())
                .orElseThrow(() -> new Problem("There is no provider “" + draft.provider()
                        + "”; “hookglass providers” lists them all."));
        String path = path(draft.path().strip(), others);
        for (Secret secret : draft.secrets()) {
            checkWindow(secret);
            Optional<String> objection = kept.contains(secret) ? Optional.empty() : provider.objection(secret.text());
            if (objection.isPresent()) {
                throw new Problem("“" + secret.name() + "” cannot be used for " + provider.name() + ": "
                        + objection.get());
            }
        }
        if (draft.status().isPresent() && (draft.status().getAsInt() < 200 || draft.status().getAsInt() > 599)) {
            throw new Problem("The reply status must be between 200 and 599.");
        }
        if (draft.tolerance().filter(most -> most.isNegative() || most.compareTo(MOST_TOLERANCE) > 0).isPresent()) {
            throw new Problem("The age that a signature may have must be between 0 and 365 days.");
        }
        return draft.withName(name).withPath(path).withPublicUrl(publicUrl(draft.publicUrl().strip()));
    }

    private static void checkWindow(Secret secret) throws Problem {
        if (secret.from().isPresent() && secret.until().filter(end -> !end.isAfter(secret.from().get())).isPresent()) {
            throw new Problem("“" + secret.name() + "” would end before it begins; correct its dates.");
        }
    }

    private static String name(String name, List<Source> others) throws Problem {
        if (name.isEmpty()) {
            throw new Problem("The source needs a name.");
        }
        if (name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Problem("The name of a source has at most 60 characters, all of them printable.");
        }
        if (name.equalsIgnoreCase(Source.INBOX.name())
                || others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            throw new Problem("There is already a source named “" + name + "”; choose another name.");
        }
        return name;
    }

    private static String path(String path, List<Source> others) throws Problem {
        if (!path.startsWith("/") || path.length() < 2) {
            throw new Problem("The path must begin with a slash and a name, such as /cmp; the Inbox has the root.");
        }
        String tidy = path.replaceAll("/+$", "");
        if (!tidy.matches("/[\\x21-\\x7e]+") || tidy.matches(".*[?#].*")) {
            throw new Problem("The path may hold no spaces, ?, # or characters beyond ASCII.");
        }
        Optional<Source> taken = others.stream().filter(other -> other.path().equals(tidy)).findFirst();
        if (taken.isPresent()) {
            throw new Problem("The path " + tidy + " is already that of the source “" + taken.get().name() + "”.");
        }
        return tidy;
    }

    private static String publicUrl(String url) throws Problem {
        if (url.isEmpty()) {
            return url;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new Problem("“" + url + "” is not a URL: " + e.getReason() + ".", e);
        }
        throw new Problem("“" + url + "” is not a URL such as https://example.com/cmp.");
    }
}
