package dev.hookglass.workbench;

import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.Receiver;
import dev.hookglass.receiver.ReceiverSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receiver as it comes and goes: started, started otherwise, stopped. Safe for use by many threads. */
final class Receiving {
    private final Path incoming;
    private final Capturing capturing;
    /** Changed under this object's lock; read without it, since the FX thread asks and must not wait. */
    private volatile @Nullable Receiver receiver;

    /** @param incoming the folder for large bodies while they arrive */
    Receiving(Path incoming, Capturing capturing) {
        this.incoming = incoming;
        this.capturing = capturing;
    }

    /**
     * Starts it.
     *
     * @return whether anything changed
     * @throws Problem if the address or port cannot be had; a receiver that was listening before goes on
     */
    synchronized boolean start(ReceiverSettings settings) throws Problem {
        Receiver current = receiver;
        if (current != null && current.settings().equals(settings)) {
            return false;
        }
        if (current != null && current.isInTheWayOf(settings)) {
            startInPlaceOf(current, settings);
        } else {
            Receiver started = Receiver.start(settings, incoming, capturing);
            stop();
            receiver = started;
        }
        return true;
    }

    /** The ports are not free before the one is stopped; if they cannot be had all the same, it goes on as it was. */
    private void startInPlaceOf(Receiver current, ReceiverSettings settings) throws Problem {
        stop();
        try {
            receiver = Receiver.start(settings, incoming, capturing);
        } catch (Problem e) {
            receiver = Receiver.start(current.settings(), incoming, capturing);
            throw e;
        }
    }

    /** Stops it; requests under way are finished first. */
    synchronized void stop() {
        Receiver current = receiver;
        if (current != null) {
            current.close();
            receiver = null;
        }
    }

    /** The one that is listening. */
    Optional<Receiver> current() {
        return Optional.ofNullable(receiver);
    }
}
