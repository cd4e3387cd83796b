package dev.hookglass.ledger;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.EventFilter.Condition;
import dev.hookglass.filter.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A filter as a question to an entry of the ledger. */
@FunctionalInterface
interface EntryTest {
    boolean passes(Page page, int at);

    /** Leaves of some places in a page those of entries that pass, and gives how many they are. */
    default int narrow(Page page, int[] places, int count) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (passes(page, places[i])) {
                places[left++] = places[i];
            }
        }
        return left;
    }

    /** Empty where an entry does not have what is asked. */
    static Optional<EntryTest> of(EventFilter filter, Names types, Names methods) {
        List<EntryTest> tests = new ArrayList<>();
        for (Condition condition : filter.conditions()) {
            Optional<EntryTest> test = of(condition.term(), types, methods);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            EntryTest asked = test.get();
            tests.add(condition.negated() ? (page, at) -> !asked.passes(page, at) : asked);
        }
        return Optional.of(tests.size() == 1 ? tests.getFirst() : new All(List.copyOf(tests)));
    }

    private static Optional<EntryTest> of(Term term, Names types, Names methods) {
        return Optional.ofNullable(switch (term) {
            case Term.Type type when !types.isFull() -> {
                NameTest test = new NameTest(types, like(type.globs()));
                yield (page, at) -> test.passes(page.types[at]);
            }
            case Term.Method method when !methods.isFull() -> {
                NameTest test = new NameTest(methods, name -> method.names().contains(name.toUpperCase(Locale.ROOT)));
                yield (page, at) -> test.passes(page.methods[at]);
            }
            case Term.VerdictIs verdict -> {
                boolean[] asked = new boolean[Outcome.values().length];
                verdict.outcomes().forEach(outcome -> asked[outcome.code()] = true);
                yield (page, at) -> asked[page.outcomes[at]];
            }
            case Term.SourceIs source -> {
                int[] asked = source.ids().stream().mapToInt(Integer::intValue).sorted().toArray();
                yield (page, at) -> Arrays.binarySearch(asked, page.sources[at]) >= 0;
            }
            case Term.Received received -> {
                long micros = Entry.micros(received.time());
                yield received.before()
                        ? (page, at) -> page.micros[at] < micros
                        : (page, at) -> page.micros[at] >= micros;
            }
            case Term.Reply reply -> (page, at) -> page.statuses[at] > 0
                    && compare(page.statuses[at], reply.comparison(), reply.status());
            case Term.Size size -> (page, at) -> compare(page.bytes[at], size.comparison(), size.bytes());
            case Term.Is is when is.mark() == Term.Mark.RETRY -> (page, at) -> page.attempts[at] > 1;
            default -> null;
        });
    }

    private static boolean compare(long value, Term.Comparison comparison, long with) {
        return switch (comparison) {
            case LESS -> value < with;
            case AT_MOST -> value <= with;
            case EQUAL -> value == with;
            case AT_LEAST -> value >= with;
            case MORE -> value > with;
        };
    }

    private static Predicate<String> like(List<String> globs) {
        return globs.stream()
                .map(glob -> Arrays.stream(glob.toLowerCase(Locale.ROOT).split("\\*", -1)).map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .map(expression -> Pattern.compile(expression, Pattern.DOTALL).asMatchPredicate())
                .reduce(_ -> false, Predicate::or);
    }

    /** Whether all of some tests are passed; looks at a page test by test, since the loops are short then. */
    record All(List<EntryTest> tests) implements EntryTest {
        @Override
        public boolean passes(Page page, int at) {
            return tests.stream().allMatch(test -> test.passes(page, at));
        }

        @Override
        public int narrow(Page page, int[] places, int count) {
            int left = count;
            for (EntryTest test : tests) {
                left = test.narrow(page, places, left);
            }
            return left;
        }
    }

    /** Whether a name passes, found out once for each. For one thread. */
    final class NameTest {
        private final Names names;
        private final Predicate<String> test;
        private final byte[] known = new byte[1 << Short.SIZE - 1];

        NameTest(Names names, Predicate<String> test) {
            this.names = names;
            this.test = test;
        }

        boolean passes(int number) {
            if (known[number] == 0) {
                boolean passes = number > Names.OTHER
                        && test.test(names.all().get(number).toLowerCase(Locale.ROOT));
                known[number] = (byte) (passes ? 1 : -1);
            }
            return known[number] > 0;
        }
    }
}
