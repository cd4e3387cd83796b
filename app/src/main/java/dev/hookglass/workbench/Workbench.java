package dev.hookglass.workbench;

import dev.hookglass.certificate.ServerCertificate;
import dev.hookglass.compose.Drafts;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.EventSummary;
import dev.hookglass.folder.DataFolder;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.receiver.Receiver;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.search.SearchIndex;
import dev.hookglass.settings.SettingsFile;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Replies;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.LastResort;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An open data folder: the one place where the parts are made, joined and closed. Safe for use by many threads.
 *
 * <p>A request's way: receiver → {@link Capturing} (source, verdict) → store → reply.
 */
public final class Workbench implements AutoCloseable {
    /** Then it listens without them, and judges again later. */
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(2);
    private static final String INCOMING = "incoming";

    private final DataFolder folder;
    private final Catalogue providers;
    private final Sources sources;
    private final EventStore events;
    private final SearchIndex search;
    private final SettingsFile settings;
    private final Targets targets;
    private final Replies replies = new Replies();
    private final Rejudging rejudging;
    private final Sending sending;
    private final Capturing capturing;
    private final Receiving receiving;
    private final Exporting exporting;
    private final Importing importing;
    private final Drafts drafts;
    private final List<Runnable> commitListeners;
    private boolean closed;

    private Workbench(DataFolder folder, Catalogue providers, Sources sources, EventStore events,
            SettingsFile settings, Targets targets, List<Runnable> commitListeners) {
        this.folder = folder;
        this.providers = providers;
        this.sources = sources;
        this.events = events;
        this.settings = settings;
        this.commitListeners = commitListeners;
        this.targets = targets;
        this.search = new SearchIndex(folder.resolve(ClosedFolder.SEARCH), events.contents());
        events.setTextIndex(search);
        commitListeners.add(search::committed);
        this.rejudging = new Rejudging(sources, providers, events);
        this.sending = new Sending(events, sources, providers, targets, this::url);
        this.capturing = new Capturing(sources, providers, replies, events, rejudging, sending.forwarding());
        this.receiving = new Receiving(folder.resolve(INCOMING), capturing);
        sources.watch(rejudging);
        this.exporting = new Exporting(events, sources, this::secretHeaders);
        this.drafts = new Drafts(folder.resolve("compose.json"));
        this.importing = new Importing(sources, providers, rejudging, new Intake(providers), events);
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
     * @throws dev.hookglass.store.UnreadableStore if its events cannot be taken as they are; {@link ClosedFolder#repair} has the ways on
     * @throws Problem if it cannot be opened; nothing in it is changed then
     */
    public static Workbench open(Path path, Keychain keychain) throws Problem {
        DataFolder folder = DataFolder.open(path);
        try {
            Receiver.clear(folder.resolve(INCOMING));
            Catalogue providers = Catalogue.load(folder.resolve("providers"));
            Sources sources = Sources.load(folder.resolve("sources.json"), providers, keychain);
            SettingsFile settings = SettingsFile.load(folder.resolve("settings.json"));
            Targets targets = ClosedFolder.targets(folder.path());
            List<Runnable> listeners = new CopyOnWriteArrayList<>();
            EventStore events = EventStore.open(folder.path(), () -> listeners.forEach(Runnable::run));
            settings.listen(changed -> {
                events.setPowerSafe(changed.storage().powerSafe());
                events.setRetention(changed.storage().retention());
            });
            return new Workbench(folder, providers, sources, events, settings, targets, listeners);
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
        sources.awaitSecrets(TO_READ_SECRETS);
        if (receiving.start(settings)) {
            rejudging.resume();
            sending.forwarding().resume();
            Thread.startVirtualThread(providers::all); // Reading takes a while, and is not needed to listen.
        }
        return url().orElseThrow();
    }

    /**
     * The certificate that this folder's receiver shows unless a person has another; made when it is first asked for.
     *
     * @throws Problem if it cannot be read or written
     */
    public ServerCertificate certificate() throws Problem {
        return ClosedFolder.certificate(folder.path());
    }

    /** Stops listening; requests under way are finished first. */
    public synchronized void stopListening() {
        receiving.stop();
    }

    /** The URL to send webhooks to; empty while not listening. */
    public Optional<String> url() {
        return receiving.current().map(Receiver::url);
    }

    /** The URL to send webhooks to over HTTPS; empty while that is off. */
    public Optional<String> httpsUrl() {
        return receiving.current().flatMap(Receiver::httpsUrl);
    }

    /** How it listens, with the ports that were found; empty while not listening. */
    public Optional<ReceiverSettings> listening() {
        return receiving.current().map(Receiver::settings);
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

    /** That the process before had to end itself; told once. Reads a file. */
    public Optional<Problem> lastEnd() {
        return LastResort.lastEnd(folder.path());
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

    /** How far the sources' sequences of answers have come. */
    public Replies replies() {
        return replies;
    }

    public EventStore events() {
        return events;
    }

    /** The index that finds text. */
    public SearchIndex search() {
        return search;
    }

    /** What can be set; changes are saved and take effect at once. */
    public SettingsFile settings() {
        return settings;
    }

    /** Where to send, and what a person has allowed of it. */
    public Targets targets() {
        return targets;
    }

    /**
     * Removes a target.
     *
     * @throws Problem if a source passes its events on to it
     */
    public void removeTarget(Target target) throws Problem {
        sending.removeTarget(target);
    }

    /** Attempts as they are recorded. */
    public DeliveryLog deliveryLog() {
        return sending.log();
    }

    public Rejudging rejudging() {
        return rejudging;
    }

    public Deliveries deliveries() {
        return sending.deliveries();
    }

    /** The URL that a request to a target is signed for, by schemes that sign one. */
    public String signedUrl(TargetUrl target) {
        return sending.signedUrl(target);
    }

    /** Tells which headers of an event are masked on screen and in exports. */
    public SecretHeaders secretHeaders(EventSummary event) {
        Scheme scheme = providers.find(event.provider()).map(Provider::scheme).orElseGet(Unsigned::new);
        return new SecretHeaders(scheme, sources.find(event.sourceId()).map(Source::secrets).orElse(List.of()));
    }

    public Replaying replaying() {
        return sending.replaying();
    }

    public Exporting exporting() {
        return exporting;
    }

    public Importing importing() {
        return importing;
    }

    /** What is being composed, and the templates for it. */
    public Drafts drafts() {
        return drafts;
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
        sending.close();
        capturing.close();
        rejudging.close();
        search.close();
        try {
            events.close();
        } finally {
            folder.close();
        }
    }
}
