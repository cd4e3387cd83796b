package dev.hookglass.source;

import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.SecretsFile.Texts;
import dev.hookglass.source.SourcesFile.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configured sources. Safe for use by many threads; a change is on disk before it is seen. */
public final class Sources implements AutoCloseable {
    /** For the keychain, before a change to a source is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Content FIRST = new Content(4,
            List.of(first(1, "CMP", "optimizely-cmp", "/optimizely/cmp"),
                    first(2, "Campaign", "optimizely-campaign", "/optimizely/campaign"),
                    first(3, "Experimentation", "optimizely-experimentation", "/optimizely/experimentation")),
            Map.of());

    /** Told of changes that verdicts depend on. */
    public interface Watcher {
        /**
         * Such a change is about to be saved.
         *
         * @throws Problem if it must not be; nothing is changed then
         */
        void beforeChange(int sourceId) throws Problem;

        /** Such a change is saved. */
        void afterChange(int sourceId);

        /** Secrets that could not be read can be now. */
        void secretsReadable();
    }

    private final SourcesOnDisk disk;
    private final SourceRules rules;
    private final SecretsReading reading = new SecretsReading();
    private volatile Content content;
    private volatile @Nullable Watcher watcher;

    private Sources(SourcesOnDisk disk, SourceRules rules, Content content) {
        this.disk = disk;
        this.rules = rules;
        this.content = content;
    }

    /** Reads the sources without a keychain. */
    public static Sources load(Path path, Catalogue providers) throws Problem {
        return load(path, providers, Keychain.none("no keychain is used"));
    }

    /**
     * Reads the sources from their file. Where there is none yet, the three Optimizely products are set up without
     * secrets, so that the first webhook already finds its table. Secrets that are encrypted cannot be read until the
     * keychain has given their key, which nothing waits for; without any secret it is not asked.
     */
    public static Sources load(Path path, Catalogue providers, Keychain keychain) throws Problem {
        SourcesOnDisk disk = new SourcesOnDisk(path, keychain);
        Optional<Content> saved = disk.read();
        Sources sources = new Sources(disk, new SourceRules(providers), saved.orElse(FIRST));
        if (saved.isEmpty()) {
            disk.save(FIRST, FIRST);
        }
        if (disk.isSealed() || sources.all().stream().anyMatch(source -> !source.secrets().isEmpty())) {
            sources.reading.start(sources::readSecrets, sources::protectSecrets);
        } else {
            sources.reading.skip();
        }
        return sources;
    }

    private void readSecrets() throws Problem, InterruptedException {
        if (disk.isSealed()) {
            Optional<Texts> texts = disk.unseal();
            texts.ifPresent(this::put);
        }
    }

    private synchronized void protectSecrets() throws Problem, InterruptedException {
        disk.protect(content);
    }

    private void put(Texts texts) {
        synchronized (this) {
            content = SourcesOnDisk.with(content, texts);
        }
        Watcher told = watcher;
        if (told != null) {
            told.secretsReadable();
        }
    }

    /** How the secrets are kept, and whether they can be read. */
    public SecretKeeping keeping() {
        return disk.keeping();
    }

    /** Waits until it is known whether the secrets can be read, but not longer than that. */
    public void awaitSecrets(Duration most) {
        reading.await(most);
    }

    /** Waits until the keychain is not needed any more. */
    void awaitKeychain(Duration most) throws InterruptedException {
        reading.awaitEnd(most);
    }

    /** Asks the keychain no longer. */
    @Override
    public void close() {
        reading.close();
    }

    /** Tells someone from now on of changes that verdicts depend on. */
    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    private static Source first(int id, String name, String provider, String path) {
        return Source.draft(name, provider, path).withId(id);
    }

    /** All sources in the order they were added, the Inbox last. */
    public List<Source> all() {
        return Stream.concat(content.sources().stream(), Stream.of(Source.INBOX)).toList();
    }

    public Optional<Source> find(int id) {
        return all().stream().filter(source -> source.id() == id).findFirst();
    }

    public Optional<Source> find(String name) {
        return all().stream().filter(source -> source.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The name of a source, even of one that was removed. */
    public String nameOf(int id) {
        return find(id).map(Source::name).orElseGet(() -> content.removed().getOrDefault(id, "source " + id));
    }

    /** Ids of the sources, present and removed, whose names fulfil a condition. */
    public Set<Integer> idsNamed(Predicate<String> condition) {
        IntStream present = all().stream().mapToInt(Source::id);
        IntStream removed = content.removed().keySet().stream().mapToInt(Integer::intValue);
        return IntStream.concat(present, removed)
                .filter(id -> condition.test(nameOf(id)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The source of a request: the one with the longest path that claims it, else the Inbox. */
    public Source claiming(String target) {
        return content.sources()
                .stream()
                .filter(source -> source.claims(target))
                .max(Comparator.comparingInt(source -> source.path().length()))
                .orElse(Source.INBOX);
    }

    /**
     * Adds a source.
     *
     * @param draft the source; its id is not looked at
     * @return the source with its id
     * @throws Problem if a rule is broken, or it cannot be saved; nothing is changed then
     */
    public Source add(Source draft) throws Problem {
        awaitSecrets(PATIENCE);
        return addNow(draft);
    }

    private synchronized Source addNow(Source draft) throws Problem {
        Source added = rules.check(draft, content.sources(), List.of()).withId(content.nextId());
        List<Source> sources = new ArrayList<>(content.sources());
        sources.add(added);
        save(new Content(added.id() + 1, sources, content.removed()));
        return added;
    }

    /**
     * Replaces the source that has the same id.
     *
     * @throws Problem if there is none any more, a rule is broken, or it cannot be saved; nothing is changed then
     */
    public Source replace(Source changed) throws Problem {
        awaitSecrets(PATIENCE);
        return replaceNow(changed);
    }

    private synchronized Source replaceNow(Source changed) throws Problem {
        if (changed.isInbox()) {
            throw new Problem("The Inbox is built in and cannot be changed.");
        }
        List<Source> others = content.sources().stream().filter(other -> other.id() != changed.id()).toList();
        if (others.size() == content.sources().size()) {
            throw new Problem("The source “" + changed.name() + "” is not there any more; add it anew.");
        }
        Source checked = rules.check(readable(changed), others, unreadable(find(changed.id()).stream()));
        Watcher told = find(checked.id()).filter(checked::judgesAs).isPresent() ? null : watcher;
        if (told != null) {
            told.beforeChange(checked.id());
        }
        save(new Content(content.nextId(),
                content.sources().stream().map(source -> source.id() == checked.id() ? checked : source).toList(),
                content.removed()));
        if (told != null) {
            told.afterChange(checked.id());
        }
        return checked;
    }

    /** The same with the texts of secrets that could not be read when it was shown to whoever changed it. */
    private Source readable(Source changed) {
        List<Secret> present = find(changed.id()).map(Source::secrets).orElse(List.of());
        return changed.withSecrets(changed.secrets().stream()
                .map(secret -> secret.isReadable()
                        ? secret
                        : present.stream().filter(known -> known.withoutText().equals(secret)).findFirst()
                                .orElse(secret))
                .toList());
    }

    private static List<Secret> unreadable(Stream<Source> source) {
        return source.flatMap(found -> found.secrets().stream()).filter(secret -> !secret.isReadable()).toList();
    }

    /** Removes a source. Its events stay and keep its name. */
    public void remove(int id) throws Problem {
        awaitSecrets(PATIENCE);
        removeNow(id);
    }

    private synchronized void removeNow(int id) throws Problem {
        if (id == Source.INBOX.id()) {
            throw new Problem("The Inbox is built in and cannot be removed.");
        }
        Map<Integer, String> removed = new HashMap<>(content.removed());
        removed.put(id, nameOf(id));
        save(new Content(content.nextId(), content.sources().stream().filter(source -> source.id() != id).toList(),
                removed));
    }

    /** Puts a source back that was removed, as it was. */
    public synchronized void restore(Source removed) throws Problem {
        Source checked = rules.check(removed, content.sources(), unreadable(Stream.of(removed)));
        Map<Integer, String> others = new HashMap<>(content.removed());
        others.remove(checked.id());
        List<Source> sources = new ArrayList<>(content.sources());
        sources.add(checked);
        sources.sort(Comparator.comparingInt(Source::id));
        save(new Content(content.nextId(), sources, others));
    }

    private void save(Content changed) throws Problem {
        disk.save(content, changed);
        content = changed;
    }
}
