package dev.hookglass.workbench;

import dev.hookglass.certificate.SelfSigned;
import dev.hookglass.certificate.ServerCertificate;
import dev.hookglass.compose.Drafts;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.folder.DataFolder;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Scheme;
import dev.hookglass.provider.Provider;
import dev.hookglass.event.EventSummary;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.Receiver;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.search.SearchIndex;
import dev.hookglass.settings.Settings;
import dev.hookglass.settings.SettingsFile;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Replies;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.AttemptTable;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.Salvage;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private static final String INCOMING = "incoming";
    private static final String SEARCH = "search";

    private final DataFolder folder;
    private final Catalogue providers;
    private final Sources sources;
    private final EventStore events;
    private final SearchIndex search;
    private final SettingsFile settings;
    private final Targets targets;
    private final DeliveryLog deliveryLog;
    private final Sender sender;
    private final Deliveries deliveries;
    private final Replies replies = new Replies();
    private final Rejudging rejudging;
    private final Forwarding forwarding;
    private final Capturing capturing;
    private final Replaying replaying;
    private final Exporting exporting;
    private final Importing importing;
    private final Drafts drafts;
    private final List<Runnable> commitListeners;
    /** Changed under this object's lock; read without it, since the FX thread asks and must not wait. */
    private volatile @Nullable Receiver receiver;
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
        this.deliveryLog = new DeliveryLog(events.attempts());
        this.sender = new Sender(SenderLimits.DEFAULT, targets);
        this.deliveries = new Deliveries(sender, deliveryLog, InstantSource.system());
        this.search = new SearchIndex(folder.resolve(SEARCH), events.contents());
        events.setTextIndex(search);
        commitListeners.add(search::committed);
        this.rejudging = new Rejudging(sources, providers, events);
        this.replaying = new Replaying(events, sources, providers, deliveries, targets, this::signedUrl);
        this.forwarding = new Forwarding(events, sources,
                new Passing(events, targets, providers, replaying, deliveries));
        this.capturing = new Capturing(sources, providers, replies, events, rejudging, forwarding);
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
     * @throws dev.hookglass.store.UnreadableStore if its events cannot be taken as they are; {@link #repair} has the ways on
     * @throws Problem if it cannot be opened; nothing in it is changed then
     */
    public static Workbench open(Path path, Keychain keychain) throws Problem {
        DataFolder folder = DataFolder.open(path);
        try {
            Receiver.clear(folder.resolve(INCOMING));
            Catalogue providers = Catalogue.load(folder.resolve("providers"));
            // Reading the files takes a while and is not needed to listen.
            Thread.startVirtualThread(providers::all);
            Sources sources = Sources.load(folder.resolve("sources.json"), providers, keychain);
            SettingsFile settings = SettingsFile.load(folder.resolve("settings.json"));
            Targets targets = targetsIn(folder.path());
            List<Runnable> listeners = new CopyOnWriteArrayList<>();
            EventStore events = EventStore.open(folder.path(), () -> listeners.forEach(Runnable::run));
            settings.listen(changed -> apply(changed, events));
            return new Workbench(folder, providers, sources, events, settings, targets, listeners);
        } catch (Problem | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void apply(Settings settings, EventStore events) {
        events.setPowerSafe(settings.storage().powerSafe());
        events.setRetention(settings.storage().retention());
    }

    /** Work on the events of a folder that nobody has open. */
    @FunctionalInterface
    public interface Repair<T> {
        T run(Salvage salvage) throws Problem;
    }

    /** Does something about a data folder's events before it is opened. */
    public static <T> T repair(Path path, Repair<T> repair) throws Problem {
        DataFolder folder = DataFolder.open(path);
        try {
            // What it is of may be put back or mended: the index is made anew.
            SearchIndex.discard(folder.resolve(SEARCH));
            EventStore.discardLedger(folder.path());
            return repair.run(new Salvage(folder.path(), InstantSource.system()));
        } finally {
            folder.close();
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
        if (current != null && current.settings().equals(settings)) {
            return current.url();
        }
        sources.awaitSecrets(TO_READ_SECRETS);
        if (current != null && current.isInTheWayOf(settings)) {
            return listenInPlaceOf(current, settings);
        }
        Receiver started = start(settings);
        stopListening();
        receiver = started;
        rejudging.resume();
        forwarding.resume();
        return started.url();
    }

    /** The ports are not free before the one is stopped; if they cannot be had all the same, it goes on as it was. */
    private String listenInPlaceOf(Receiver current, ReceiverSettings settings) throws Problem {
        stopListening();
        try {
            receiver = start(settings);
        } catch (Problem e) {
            receiver = start(current.settings());
            throw e;
        }
        return receiver.url();
    }

    private Receiver start(ReceiverSettings settings) throws Problem {
        return Receiver.start(settings, folder.resolve(INCOMING), capturing);
    }

    /**
     * The certificate that this folder's receiver shows unless a person has another; made when it is first asked for.
     *
     * @throws Problem if it cannot be read or written
     */
    public ServerCertificate certificate() throws Problem {
        return certificateIn(folder.path());
    }

    /** The same for a folder that need not be open. */
    public static ServerCertificate certificateIn(Path path) throws Problem {
        return SelfSigned.in(path.resolve("tls"), InstantSource.system());
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

    /** The URL to send webhooks to over HTTPS; empty while that is off. */
    public Optional<String> httpsUrl() {
        return Optional.ofNullable(receiver).flatMap(Receiver::httpsUrl);
    }

    /** How it listens, with the ports that were found; empty while not listening. */
    public Optional<ReceiverSettings> listening() {
        return Optional.ofNullable(receiver).map(Receiver::settings);
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
        Optional<Source> user = sources.all().stream()
                .filter(source -> source.forward().filter(to -> to.targetId() == target.id()).isPresent())
                .findFirst();
        if (user.isPresent()) {
            throw new Problem("The source “" + user.get().name() + "” passes its events on to “" + target.name()
                    + "”; change the source first.");
        }
        targets.remove(target.id());
    }

    /** The targets of a folder that need not be open; what is changed in them must not be saved then. */
    public static Targets targetsIn(Path path) throws Problem {
        return Targets.load(path.resolve("targets.json"));
    }

    /** Attempts as they are recorded. */
    public DeliveryLog deliveryLog() {
        return deliveryLog;
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

    /**
     * The URL that a request is to be signed for: what its sender would have sent to. For one that goes to a source here,
     * that is the source's public URL, if it has one; else the target itself.
     */
    public String signedUrl(TargetUrl target) {
        Source source = sources.claiming(target.requestTarget());
        boolean here = url().filter(target.origin()::equals).isPresent() || target.isLoopback() && !source.isInbox();
        return (here ? Intake.publicUrl(source, target.requestTarget()) : Optional.<String>empty())
                .orElseGet(target::toString);
    }

    /** Tells which headers of an event are masked on screen and in exports. */
    public SecretHeaders secretHeaders(EventSummary event) {
        Scheme scheme = providers.find(event.provider()).map(Provider::scheme).orElseGet(Unsigned::new);
        return new SecretHeaders(scheme, sources.find(event.sourceId()).map(Source::secrets).orElse(List.of()));
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
        forwarding.close();
        sender.close();
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
