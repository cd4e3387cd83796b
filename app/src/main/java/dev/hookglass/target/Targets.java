package dev.hookglass.target;

import dev.hookglass.delivery.Permissions;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.TargetsFile.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The saved targets, and what a person has allowed: hosts on the internet, and certificates of unknown issuers. Safe for use
 * by many threads; a change is on disk before it is seen.
 */
public final class Targets implements Permissions {
    private final TargetsFile file;
    private final Set<String> allowedForNow = ConcurrentHashMap.newKeySet();
    private volatile Content content;

    private Targets(TargetsFile file, Content content) {
        this.file = file;
        this.content = content;
    }

    /** Reads the targets; where there is no file, there are none. */
    public static Targets load(Path path) throws Problem {
        TargetsFile file = new TargetsFile(path);
        return new Targets(file, file.read());
    }

    /** In the order they were added. */
    public List<Target> all() {
        return content.targets();
    }

    public Optional<Target> find(int id) {
        return all().stream().filter(target -> target.id() == id).findFirst();
    }

    public Optional<Target> find(String name) {
        return all().stream().filter(target -> target.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /**
     * Where a person wants to send: a URL, the name of a target, or a name with a path below the target behind a slash.
     *
     * @throws Problem if it is none of these
     */
    public Destination destination(String written) throws Problem {
        String text = written.strip();
        int slash = text.indexOf('/');
        Optional<Target> named = find(slash < 0 ? text : text.substring(0, slash));
        if (named.isPresent()) {
            return slash < 0 ? named.get().destination() : below(named.get(), text.substring(slash + 1));
        }
        if (!text.isEmpty() && text.matches("[^/:.?#]+") && !text.equalsIgnoreCase("localhost")) {
            throw new Problem("There is no target named “" + text + "”; write the name of a saved one, or a URL such as"
                    + " http://localhost:3000/hook.");
        }
        TargetUrl url = TargetUrl.parse(text);
        // A URL that is a saved target's is that target, so that its headers are not forgotten.
        return all().stream()
                .filter(target -> target.url().equals(url.toString()))
                .findFirst()
                .map(Target::destination)
                .orElseGet(() -> Destination.of(url));
    }

    /** The variables of the target that a person wants to send to; none for what is no target. */
    public Map<String, String> variablesOf(String written) {
        try {
            return destination(written).variables();
        } catch (Problem notYetWritten) {
            return Map.of();
        }
    }

    private static Destination below(Target target, String rest) throws Problem {
        TargetUrl.parse(TargetUrl.of(target.url()).below(rest).toString());
        return target.below(rest);
    }

    /**
     * Adds a target. Its host is allowed from then on, wherever it is.
     *
     * @throws Problem if a rule is broken, or it cannot be saved; nothing is changed then
     */
    public synchronized Target add(Target draft) throws Problem {
        Target added = TargetRules.check(draft, all()).withId(content.nextId());
        List<Target> targets = new ArrayList<>(all());
        targets.add(added);
        save(new Content(added.id() + 1, targets, content.allowedHosts(), content.pins()));
        return added;
    }

    /** Replaces the target that has the same id. */
    public synchronized Target replace(Target changed) throws Problem {
        List<Target> others = all().stream().filter(other -> other.id() != changed.id()).toList();
        if (others.size() == all().size()) {
            throw new Problem("The target “" + changed.name() + "” is not there any more; add it anew.");
        }
        Target checked = TargetRules.check(changed, others);
        save(content.withTargets(
                all().stream().map(target -> target.id() == checked.id() ? checked : target).toList()));
        return checked;
    }

    public synchronized void remove(int id) throws Problem {
        save(content.withTargets(all().stream().filter(target -> target.id() != id).toList()));
    }

    /** Puts a target back that was removed. */
    public synchronized void restore(Target removed) throws Problem {
        List<Target> targets = new ArrayList<>(all());
        targets.add(TargetRules.check(removed, targets));
        targets.sort(Comparator.comparingInt(Target::id));
        save(content.withTargets(targets));
    }

    /** Allows sending to a host on the internet from now on. */
    public synchronized void allow(String host) throws Problem {
        Set<String> hosts = new HashSet<>(content.allowedHosts());
        hosts.add(host.toLowerCase(Locale.ROOT));
        save(new Content(content.nextId(), all(), hosts, content.pins()));
    }

    /** The same until Hookglass ends. */
    public void allowForNow(String host) {
        allowedForNow.add(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Trusts one certificate from now on where a URL leads, in place of another one that was accepted there.
     *
     * @param sha256 of the certificate, in lower-case hex
     */
    public synchronized void trust(TargetUrl url, String sha256) throws Problem {
        Map<String, String> pins = new HashMap<>(content.pins());
        pins.put(place(url.host(), url.port()), sha256);
        save(new Content(content.nextId(), all(), content.allowedHosts(), pins));
    }

    /** Trusts no certificate there any more but those that this machine trusts. */
    public synchronized void distrust(TargetUrl url) throws Problem {
        Map<String, String> pins = new HashMap<>(content.pins());
        pins.remove(place(url.host(), url.port()));
        save(new Content(content.nextId(), all(), content.allowedHosts(), pins));
    }

    @Override
    public boolean allowsPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowedForNow.contains(name) || content.allowedHosts().contains(name)
                || all().stream().anyMatch(target -> TargetUrl.of(target.url()).host().equalsIgnoreCase(name));
    }

    @Override
    public Optional<String> pin(String host, int port) {
        return Optional.ofNullable(content.pins().get(place(host, port)));
    }

    private static String place(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    private void save(Content changed) throws Problem {
        if (!changed.equals(content)) {
            file.write(changed);
            content = changed;
        }
    }
}
