package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All providers: the built-in ones and the user's own, which win where both have the same id. A built-in file is read when
 * it is first asked for, so that starting does not wait for those that nobody uses. Safe for use by several threads.
 */
public final class Catalogue {
    private final List<String> builtInIds;
    private final Map<String, Provider> builtIn = new ConcurrentHashMap<>();
    private final Map<String, Provider> own = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Catalogue(List<String> builtInIds) {
        this.builtInIds = builtInIds;
    }

    /**
     * Reads the user's files, {@code *.yaml}, {@code *.yml} and {@code *.json}, from a folder, which need not exist. A file
     * that cannot be used is left out and told in {@link #problems}. Does I/O.
     */
    public static Catalogue load(Path userFolder) {
        Catalogue catalogue = new Catalogue(resource("index.txt").utf8().lines().filter(id -> !id.isBlank()).toList());
        if (Files.isDirectory(userFolder)) {
            catalogue.readFolder(userFolder);
        }
        return catalogue;
    }

    private void readFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Catalogue::isProviderFile).sorted().forEach(this::readOwn);
        } catch (IOException e) {
            problems.add(new Problem("The folder " + folder
                    + " cannot be read; check that you may read it, then restart.", e));
        }
    }

    private static boolean isProviderFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private void readOwn(Path file) {
        try {
            Provider provider = ProviderFile.read(file);
            if (own.putIfAbsent(provider.id(), provider) != null) {
                throw new Problem(file.getFileName() + " has the id “" + provider.id()
                        + "”, as another of your files has; give it one of its own.");
            }
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    /** Every provider, sorted by name. Reads all built-in files the first time. */
    public List<Provider> all() {
        Map<String, Provider> byId = new TreeMap<>(own);
        builtInIds.forEach(id -> byId.computeIfAbsent(id, this::builtIn));
        return byId.values()
                .stream()
                .sorted(Comparator.comparing(Provider::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Provider::id))
                .toList();
    }

    /** The provider with that id. Reads its file the first time. */
    public Optional<Provider> find(String id) {
        Provider found = own.get(id);
        if (found != null) {
            return Optional.of(found);
        }
        return builtInIds.contains(id) ? Optional.of(builtIn(id)) : Optional.empty();
    }

    /** What is wrong with those of the user's files that were left out. */
    public List<Problem> problems() {
        return List.copyOf(problems);
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
