package dev.hookglass.source;

import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.SecretsFile.Form;
import dev.hookglass.source.SecretsFile.Texts;
import dev.hookglass.source.SourcesFile.Content;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sources in their file, and the texts of their secrets in another. The texts are written first, so that a crash between
 * the two loses none; those of sources that are not in the other file are not looked at.
 */
final class SourcesOnDisk {
    private final SourcesFile file;
    private final SecretsFile secrets;
    private @Nullable Form form;
    private boolean hasTextsInside;

    /** @param path of the sources; the secrets are beside them */
    SourcesOnDisk(Path path, Keychain keychain) {
        file = new SourcesFile(path);
        secrets = new SecretsFile(path.resolveSibling("secrets.json"), keychain);
    }

    /** The content as far as it can be read at once, or empty if there is no file yet. */
    Optional<Content> read() throws Problem {
        Optional<Content> saved = file.read();
        if (saved.isEmpty()) {
            return saved;
        }
        form = secrets.read().orElse(null);
        hasTextsInside = texts(saved.get()).values().stream().anyMatch(SourcesOnDisk::isAnyReadable);
        Content content = form == null
                ? saved.get()
                : form.secrets().map(t -> with(saved.get(), t)).orElse(saved.get());
        if (form == null && !hasTextsInside && !texts(content).isEmpty()) {
            secrets.missing();
        }
        return Optional.of(content);
    }

    SecretKeeping keeping() {
        return secrets.keeping();
    }

    /** Whether the keychain is to be asked for the key. */
    boolean isSealed() {
        return form != null && form.secrets().isEmpty();
    }

    /** The secrets' texts from the keychain's key; empty if they cannot be had. Takes as long as the keychain does. */
    Optional<Texts> unseal() throws InterruptedException {
        return form == null ? Optional.empty() : secrets.decrypt(form);
    }

    /** Moves texts out of the sources' file, where Hookglass once kept them, and encrypts plain ones if that can be done now. */
    void protect(Content content) throws Problem {
        boolean isPlain = form != null && form.secrets().isPresent();
        if (hasTextsInside || (isPlain && !texts(content).isEmpty() && secrets.canEncrypt())) {
            secrets.write(new Texts(texts(content)));
            file.write(withoutTexts(content));
            hasTextsInside = false;
        }
    }

    /**
     * Saves a content in place of another.
     *
     * @throws Problem if it cannot be saved, or the secrets in it while those that are kept cannot be read
     */
    void save(Content before, Content after) throws Problem {
        boolean areSame = sameTexts(texts(before), texts(after));
        if (!areSame) {
            secrets.write(new Texts(texts(after)));
        }
        try {
            file.write(withoutTexts(after));
        } catch (Problem e) {
            if (!areSame) {
                secrets.write(new Texts(texts(before)));
            }
            throw e;
        }
    }

    private static boolean sameTexts(Map<Integer, List<Secret>> before, Map<Integer, List<Secret>> after) {
        Map<Integer, List<Secret>> all = new HashMap<>(before);
        all.putAll(after);
        return all.keySet().stream().allMatch(id -> before.containsKey(id) && after.containsKey(id)
                ? before.getOrDefault(id, List.of()).equals(after.getOrDefault(id, List.of()))
                : !isAnyReadable(all.getOrDefault(id, List.of())));
    }

    private static boolean isAnyReadable(List<Secret> some) {
        return some.stream().anyMatch(Secret::isReadable);
    }

    private static Map<Integer, List<Secret>> texts(Content content) {
        Map<Integer, List<Secret>> texts = new HashMap<>();
        content.sources().stream().filter(source -> !source.secrets().isEmpty())
                .forEach(source -> texts.put(source.id(), source.secrets()));
        return texts;
    }

    /** The content with secrets that were read; where it has texts itself, they were not moved out yet. */
    static Content with(Content content, Texts texts) {
        return changed(content, source -> isAnyReadable(source.secrets())
                ? source
                : source.withSecrets(texts.bySource().getOrDefault(source.id(), source.secrets())));
    }

    private static Content withoutTexts(Content content) {
        return changed(content,
                source -> source.withSecrets(source.secrets().stream().map(Secret::withoutText).toList()));
    }

    private static Content changed(Content content, UnaryOperator<Source> change) {
        return new Content(content.nextId(), content.sources().stream().map(change).toList(), content.removed());
    }
}
