package dev.hookglass.search;

import dev.hookglass.store.TextIndex.Look;
import dev.hookglass.store.TextIndexException;
import java.util.function.Supplier;

/** A look that tells where it meets damage. */
final class CarefulLook implements Look {
    private final Look look;
    private final Runnable onDamage;

    CarefulLook(Look look, Runnable onDamage) {
        this.look = look;
        this.onDamage = onDamage;
    }

    private <T> T told(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TextIndexException e) {
            onDamage.run();
            throw e;
        }
    }

    @Override
    public long reached() {
        return look.reached();
    }

    @Override
    public boolean exceeds(int number) {
        return told(() -> look.exceeds(number));
    }

    @Override
    public long[] older(long before, int limit) {
        return told(() -> look.older(before, limit));
    }

    @Override
    public long[] newer(long after, int limit) {
        return told(() -> look.newer(after, limit));
    }

    @Override
    public long[] among(long[] rising) {
        return told(() -> look.among(rising));
    }

    @Override
    public void close() {
        look.close();
    }
}
