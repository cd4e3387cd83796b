package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens to a check of several secrets; what is the same for each of them is taken down once. */
final class Explaining implements Trace {
    private final Set<Step> steps = new LinkedHashSet<>();
    private final Set<Received> received = new LinkedHashSet<>();
    private final List<Trial> trials = new ArrayList<>();
    private @Nullable SignedTime time;
    private @Nullable List<byte[]> signed;
    private @Nullable List<byte[]> latest;

    @Override
    public void step(Step.Sign sign, Supplier<String> words) {
        steps.add(new Step(sign, words.get()));
    }

    @Override
    public void received(Supplier<Received> presented) {
        received.add(presented.get());
    }

    @Override
    public void time(Supplier<SignedTime> read) {
        time = read.get();
    }

    /** Keeps what was signed for the secret that matches, else for the first. */
    @Override
    public void signed(List<byte[]> pieces, Supplier<String> words) {
        step(Step.Sign.NOTE, words);
        latest = pieces;
        if (signed == null) {
            signed = pieces;
        }
    }

    @Override
    public void tried(Supplier<Trial> tried) {
        Trial trial = tried.get();
        trials.add(trial);
        if (trial.matches()) {
            signed = latest;
        }
        step(trial.matches() ? Step.Sign.GOOD : Step.Sign.BAD, () -> (trial.how().isEmpty()
                ? "Secret “"
                : trial.how() + " with secret “") + trial.secret()
                + (trial.matches() ? "” is what the request carries." : "” is not what the request carries."));
    }

    Explanation explanation(Scheme scheme, Verdict verdict) {
        Outcome outcome = verdict.outcome();
        if (outcome == Outcome.MISSING || outcome == Outcome.MALFORMED) {
            steps.add(new Step(Step.Sign.BAD, verdict.reason()));
        } else if (steps.isEmpty()) {
            steps.add(new Step(Step.Sign.NOTE, verdict.reason()));
        }
        return new Explanation(verdict, scheme.id(), List.copyOf(steps),
                Optional.ofNullable(signed).map(Explaining::joined), List.copyOf(received), Optional.ofNullable(time),
                trials);
    }

    private static Bytes joined(List<byte[]> pieces) {
        if (pieces.size() == 1) {
            return Bytes.wrap(pieces.getFirst());
        }
        byte[] whole = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return Bytes.wrap(whole);
    }
}
