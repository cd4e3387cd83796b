package dev.hookglass.workbench;

import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.Sender;
import dev.hookglass.folder.DataFolder;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.Receiver;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Sources;
import dev.hookglass.store.AttemptTable;
import dev.hookglass.store.EventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An open data folder: the one place where the parts are made, joined and closed. Safe for use by many threads.
 *
 * <p>A request's way: receiver → {@link Capturing} (source, verdict) → store → reply.
 */
public final class Workbench implements AutoCloseable {
    /** Then it listens without them, and judges again later. */
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(2);

    private final DataFolder folder;
    private final Catalogue providers;
    private final Sources sources;
    private final EventStore events;
    private final Sender sender;
    private final Deliveries deliveries;
    private final Rejudging rejudging;
    private final Capturing capturing;
    private final Replaying replaying;
    private final Exporting exporting;
    private final Importing importing;
    private final List<Runnable> commitListeners;
    /** Changed under this object's lock; read without it, since the FX thread asks and must not wait. */
    private volatile @Nullable Receiver receiver;
    private boolean closed;

    private Workbench(DataFolder folder, Catalogue providers, Sources sources, EventStore events,
            List<Runnable> commitListeners) {
        this.folder = folder;
        this.providers = providers;
        this.sources = sources;
        this.events = events;
        this.commitListeners = commitListeners;
        this.sender = new Sender();
        this.deliveries = new Deliveries(sender, events.attempts(), InstantSource.system());
        this.rejudging = new Rejudging(sources, providers, events);
        this.capturing = new Capturing(sources, providers, events, rejudging);
        sources.watch(rejudging);
        this.replaying = new Replaying(events, sources, providers, deliveries);
        this.exporting = new Exporting(events, sources, providers);
        this.importing = new Importing(sources, new Intake(providers), events);
    }

    /** Opens a data folder without a keychain; secrets that need one cannot be read. */
    public static Workbench open(Path path) throws Problem {
        return open(path, Keychain.none("no keychain is used"));
    }

    /**
     * Opens a data folder; one that is not there yet is made, with the first sources in it.
     *
     * @param keychain keeps the key to the secrets
     * @throws dev.hookglass.folder.FolderInUse if another Hookglass has it open
     * @throws Problem if it cannot be opened; nothing in it is changed then
     */
    public static Workbench open(Path path, Keychain keychain) throws Problem {
        DataFolder folder = DataFolder.open(path);
        try {
            Catalogue providers = Catalogue.load(folder.resolve("providers"));
            // Reading the files takes a while and is not needed to listen.
            Thread.startVirtualThread(providers::all);
            Sources sources = Sources.load(folder.resolve("sources.json"), providers, keychain);
            List<Runnable> listeners = new CopyOnWriteArrayList<>();
            EventStore events = EventStore.open(folder.path(), () -> listeners.forEach(Runnable::run));
            return new Workbench(folder, providers, sources, events, listeners);
        } catch (Problem | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts listening for webhooks.
     *
     * @return the URL to send them to
     * @throws Problem if the address or port cannot be had; a receiver that was listening before goes on
     */
    public synchronized String listen(ReceiverSettings settings) throws Problem {
        Receiver current = receiver;
        if (current != null && current.isAt(settings)) {
            return current.url();
        }
        sources.awaitSecrets(TO_READ_SECRETS);
        Receiver started = Receiver.start(settings, capturing);
        stopListening();
        receiver = started;
        rejudging.resume();
        return started.url();
    }

    /** Stops listening; requests under way are finished first. */
    public synchronized void stopListening() {
        Receiver current = receiver;
        if (current != null) {
            current.close();
            receiver = null;
        }
    }

    /** The URL to send webhooks to; empty while not listening. */
    public Optional<String> url() {
        return Optional.ofNullable(receiver).map(Receiver::url);
    }

    /** The port it listens on; empty while not listening. */
    public OptionalInt port() {
        Receiver current = receiver;
        return current == null ? OptionalInt.empty() : OptionalInt.of(current.port());
    }

    /**
     * Calls a listener after each group of events is committed.
     *
     * @param listener called on the store's writer thread; must not block
     * @return ends it
     */
    public Runnable onCommit(Runnable listener) {
        commitListeners.add(listener);
        return () -> commitListeners.remove(listener);
    }

    public Path folder() {
        return folder.path();
    }

    public Catalogue providers() {
        return providers;
    }

    public Sources sources() {
        return sources;
    }

    public EventStore events() {
        return events;
    }

    public AttemptTable attempts() {
        return events.attempts();
    }

    public Rejudging rejudging() {
        return rejudging;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Replaying replaying() {
        return replaying;
    }

    public Exporting exporting() {
        return exporting;
    }

    public Importing importing() {
        return importing;
    }

    /** Closes once, in order: receiver, writer, store, folder, so that what was acknowledged is on disk before the lock is given back. */
    @Override
    public synchronized void close() throws Problem {
        if (closed) {
            return;
        }
        closed = true;
        sources.close();
        stopListening();
        sender.close();
        capturing.close();
        rejudging.close();
        try {
            events.close();
        } finally {
            folder.close();
        }
    }
}
