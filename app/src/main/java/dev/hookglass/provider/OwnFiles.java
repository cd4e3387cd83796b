package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The user's provider files: {@code *.yaml}, {@code *.yml} and {@code *.json} in a folder. All of it does I/O.
 *
 * @param providers by id
 * @param files where each was read, by the same id
 * @param described those that are still as a person described them in a form, by the same id
 * @param problems with those that were left out
 */
record OwnFiles(Map<String, Provider> providers, Map<String, Path> files, Map<String, OwnSender> described,
        List<Problem> problems) {
    static final OwnFiles NONE = new OwnFiles(Map.of(), Map.of(), Map.of(), List.of());

    /** What is in a folder, which need not exist. */
    static OwnFiles read(Path folder) {
        OwnFiles read = new OwnFiles(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
        if (Files.isDirectory(folder)) {
            read.addAll(folder);
        }
        return read;
    }

    private void addAll(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(OwnFiles::isProviderFile).sorted().forEach(this::add);
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

    private void add(Path file) {
        try {
            Provider provider = ProviderFile.read(file);
            if (providers.putIfAbsent(provider.id(), provider) != null) {
                throw new Problem(file.getFileName() + " has the id “" + provider.id()
                        + "”, as another of your files has; give it one of its own.");
            }
            files.put(provider.id(), file);
            OwnSender.of(provider.id(), Bytes.wrap(Files.readAllBytes(file)))
                    .ifPresent(sender -> described.put(provider.id(), sender));
        } catch (Problem problem) {
            problems.add(problem);
        } catch (IOException e) {
            problems.add(new Problem(file + " cannot be read; check that you may read it.", e));
        }
    }

    /** A name that no other provider's file has. */
    static Path free(Path folder, String id, String ending, Optional<Path> before) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> folder.resolve(number == 1 ? id + ending : id + "-" + number + ending))
                .filter(file -> before.filter(file::equals).isPresent() || !Files.exists(file))
                .findFirst()
                .orElseThrow();
    }

    /** Writes a file in place of the one that described its provider before. */
    static void replace(Optional<Path> before, Path file, Bytes content) throws Problem {
        write(file, content);
        if (before.isPresent() && !before.get().equals(file)) {
            remove(before.get());
        }
    }

    /** Writes a file, whose folder is made if need be. */
    static void write(Path file, Bytes content) throws Problem {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnerOnly.write(file, content.array());
        } catch (IOException e) {
            throw new Problem("The sender cannot be saved to " + file + " (" + e.getMessage()
                    + "); check the folder's permissions.", e);
        }
    }

    private static void remove(Path file) throws Problem {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Problem(file + " cannot be removed (" + e.getMessage()
                    + "), and describes the same provider; remove it by hand.", e);
        }
    }
}
