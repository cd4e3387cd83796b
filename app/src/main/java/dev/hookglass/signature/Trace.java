package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.util.List;
import java.util.function.Supplier;

/**
 * Told how a check goes, by the check itself, so that an explanation cannot differ from the verdict. Words are made only if
 * somebody asks for them: requests are judged by the thousand, and explained one at a time.
 */
public interface Trace {
    /** Nobody listens. */
    Trace NONE = new Trace() {};

    /** A step that was taken. The words never contain a secret or an expected signature. */
    default void step(Step.Sign sign, Supplier<String> words) {}

    /** What the request presents as its proof. */
    default void received(Supplier<Received> received) {}

    /** The time that the request says it was signed for. */
    default void time(Supplier<SignedTime> time) {}

    /** What is signed, piece by piece. */
    default void signed(List<byte[]> pieces, Supplier<String> words) {}

    /** A secret was tried. */
    default void tried(Supplier<Trial> trial) {}

    /** A proof of bytes that are no secret themselves. */
    default void received(String place, byte[] bytes, String writtenAs) {
        received(() -> new Received(place, Bytes.wrap(bytes), writtenAs, false));
    }
}
