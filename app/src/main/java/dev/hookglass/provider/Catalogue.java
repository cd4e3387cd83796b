package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * All providers: the built-in ones and the user's own, which win where both have the same id. A built-in file is read when
 * it is first asked for, so that starting does not wait for those that nobody uses. Safe for use by several threads.
 */
public final class Catalogue {
    private final List<String> builtInIds;
    private final Map<String, Provider> builtIn = new ConcurrentHashMap<>();
    private final Path userFolder;
    private volatile OwnFiles own = OwnFiles.NONE;

    private Catalogue(List<String> builtInIds, Path userFolder) {
        this.builtInIds = builtInIds;
        this.userFolder = userFolder;
    }

    /**
     * Reads the user's files, {@code *.yaml}, {@code *.yml} and {@code *.json}, from a folder, which need not exist. A file
     * that cannot be used is left out and told in {@link #problems}. Does I/O.
     */
    public static Catalogue load(Path userFolder) {
        Catalogue catalogue = new Catalogue(resource("index.txt").utf8().lines().filter(id -> !id.isBlank()).toList(),
                userFolder);
        catalogue.reload();
        return catalogue;
    }

    /** Reads the user's files anew, so that what was changed or added counts from now on. Does I/O. */
    public void reload() {
        own = OwnFiles.read(userFolder);
    }

    /**
     * What a person's description says, as its provider file would be read. Asks the disk only whether a name is taken.
     *
     * @param replaced the id of the provider that is described anew; empty for another one
     * @throws Problem naming what is wrong in it, and the line
     */
    public Provider preview(OwnSender sender, Optional<String> replaced) throws Problem {
        String id = replaced.orElseGet(() -> freeId(sender));
        return ProviderFile.read(id + ".yaml", Bytes.ofUtf8(sender.yaml(id)));
    }

    /**
     * Writes the provider file that a person described, to their folder, which is made if need be. Does I/O.
     *
     * @param replaced the id of the provider that is described anew; empty for another one
     * @throws Problem if something in it is wrong, or it cannot be written; nothing is changed then
     */
    public synchronized Provider save(OwnSender sender, Optional<String> replaced) throws Problem {
        if (sender.name().isBlank()) {
            throw new Problem("The sender needs a name.");
        }
        Provider provider = preview(sender, replaced);
        OwnFiles.write(fileOf(provider.id()).orElse(userFolder.resolve(provider.id() + ".yaml")),
                Bytes.ofUtf8(sender.yaml(provider.id())));
        reload();
        return provider;
    }

    /**
     * Takes up an AsyncAPI document as a provider of the user's own. Does I/O.
     *
     * @param replaces whether it takes the place of one with its id
     * @throws ProviderExists if there is one with its id, which it is not to replace
     * @throws Problem if it cannot be written; nothing is changed then
     */
    public synchronized Provider add(ImportedDocument document, boolean replaces) throws Problem {
        Provider provider = document.provider();
        Optional<Provider> existing = find(provider.id());
        Optional<Path> before = fileOf(provider.id());
        if (existing.isPresent() && !replaces) {
            throw new ProviderExists(existing.get(), before.isEmpty());
        }
        OwnFiles.replace(before,
                OwnFiles.free(userFolder, provider.id(), document.isJson() ? ".json" : ".yaml", before),
                document.content());
        reload();
        return provider;
    }

    private String freeId(OwnSender sender) {
        String wanted = sender.slug();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? wanted : wanted + "-" + number)
                .filter(id -> !builtInIds.contains(id) && !own.providers().containsKey(id)
                        && !Files.exists(userFolder.resolve(id + ".yaml")))
                .findFirst()
                .orElseThrow();
    }

    /** Where the user's files are, if there are any. */
    public Path folder() {
        return userFolder;
    }

    /** The file in which the user described a provider; empty for one that is built in. */
    public Optional<Path> fileOf(String id) {
        return Optional.ofNullable(own.files().get(id));
    }

    /** Every provider, sorted by name. Reads all built-in files the first time. */
    public List<Provider> all() {
        Map<String, Provider> byId = new TreeMap<>(own.providers());
        builtInIds.forEach(id -> byId.computeIfAbsent(id, this::builtIn));
        return byId.values()
                .stream()
                .sorted(Comparator.comparing(Provider::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Provider::id))
                .toList();
    }

    /** The provider with that id. Reads its file the first time. */
    public Optional<Provider> find(String id) {
        Provider found = own.providers().get(id);
        if (found != null) {
            return Optional.of(found);
        }
        return builtInIds.contains(id) ? Optional.of(builtIn(id)) : Optional.empty();
    }

    /** How a person described a provider in a form; empty if it is built in, or its file was made or edited otherwise. */
    public Optional<OwnSender> described(String id) {
        return Optional.ofNullable(own.described().get(id));
    }

    /**
     * The file that describes a provider, as it is written; empty if there is none. Does I/O.
     *
     * @throws Problem if it cannot be read
     */
    public Optional<Bytes> text(String id) throws Problem {
        Optional<Path> file = fileOf(id);
        if (file.isEmpty()) {
            return builtInIds.contains(id) ? Optional.of(resource(id + ".yaml")) : Optional.empty();
        }
        try {
            return Optional.of(Bytes.wrap(Files.readAllBytes(file.get())));
        } catch (IOException e) {
            throw new Problem(file.get() + " cannot be read; check that it is there and that you may read it.", e);
        }
    }

    /** What is wrong with those of the user's files that were left out. */
    public List<Problem> problems() {
        return List.copyOf(own.problems());
    }

    private Provider builtIn(String id) {
        return builtIn.computeIfAbsent(id, Catalogue::readBuiltIn);
    }

    private static Provider readBuiltIn(String id) {
        try {
            return ProviderFile.read(id + ".yaml", resource(id + ".yaml"));
        } catch (Problem problem) {
            throw new IllegalStateException("A built-in provider file is wrong", problem);
        }
    }

    private static Bytes resource(String name) {
        try (InputStream content = Catalogue.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("The application is incomplete: it lacks " + name);
            }
            return Bytes.wrap(content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The application cannot be read: " + name, e);
        }
    }
}
