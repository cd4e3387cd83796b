package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Stores events until it is killed, and writes a line for each as soon as it is told that the event is stored. */
final class StoringProcess {
    private static final int WAITING = 20;

    private StoringProcess() {}

    public static void main(String[] arguments) throws Exception {
        Semaphore room = new Semaphore(WAITING);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        EventStore store = EventStore.open(Path.of(arguments[0]), () -> {});
        while (true) {
            room.acquire();
            store.append(Captures.draft().key("k").capture(), new AppendCallback() {
                @Override
                public void stored(EventSummary event) {
                    try {
                        out.write(("stored " + event.id() + "\n").getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    room.release();
                }

                @Override
                public void failed(Problem problem) {
                    System.exit(1);
                }
            });
        }
    }
}
