package dev.hookglass.store;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.EventFilter.Condition;
import dev.hookglass.filter.Term;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A filter as a condition on the event table. What asks for content is left out: {@link ContentTest} answers that.
 *
 * @param same a column that is the same in all rows, with an index that has them by id; empty if there is none
 */
record SqlCondition(String sql, List<Object> values, Optional<String> same) {
    static SqlCondition of(EventFilter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("TRUE");
        for (Condition condition : filter.conditions()) {
            String term = term(condition.term(), values);
            if (!term.isEmpty()) {
                // COALESCE: an event without a type is not of any type, whichever way it is asked.
                sql.append(condition.negated() ? " AND NOT COALESCE(" : " AND (").append(term)
                        .append(condition.negated() ? ", FALSE)" : ")");
            }
        }
        return new SqlCondition(sql.toString(), List.copyOf(values),
                same(filter, SqlCondition::isOneSource, "source")
                        .or(() -> same(filter, SqlCondition::isOneVerdict, "verdict")));
    }

    private static Optional<String> same(EventFilter filter, Predicate<Term> isOne, String column) {
        return filter.conditions().stream().anyMatch(each -> !each.negated() && isOne.test(each.term()))
                ? Optional.of(column)
                : Optional.empty();
    }

    private static boolean isOneSource(Term term) {
        return term instanceof Term.SourceIs source && source.ids().size() == 1;
    }

    private static boolean isOneVerdict(Term term) {
        return term instanceof Term.VerdictIs verdict && verdict.outcomes().size() == 1;
    }

    /** By id; by what is the same before, or H2 would not see that an index has this order, and read all rows. */
    String orderedBy(String direction) {
        return same.map(column -> column + " " + direction + ", ").orElse("") + "id " + direction;
    }

    private static String term(Term term, List<Object> values) {
        return switch (term) {
            case Term.Text _,Term.HeaderIs _ -> "";
            case Term.Type type -> globs("type", type.globs(), values);
            case Term.VerdictIs verdict ->
                in("verdict", verdict.outcomes().stream().map(Outcome::code).toList(), values);
            case Term.SourceIs source -> in("source", source.ids(), values);
            case Term.Method method -> in("UPPER(method)", method.names(), values);
            case Term.Path path -> globs("target", path.globs(), values);
            case Term.Remote remote ->
                globs("remote", remote.globs(), values) + " OR "
                        + globs("remote", remote.globs().stream().map(glob -> glob + ":*").toList(), values);
            case Term.Received received -> {
                values.add(EventRows.micros(received.time()));
                yield "received_at " + (received.before() ? "<" : ">=") + " ?";
            }
            case Term.Reply reply -> "status > 0 AND "
                    + number("status", reply.comparison(), reply.status(), values);
            case Term.Is is -> mark(is.mark());
            case Term.Tag tag -> "id IN (SELECT event_tag.event FROM event_tag WHERE "
                    + globs("tag", tag.globs(), values) + ")";
            case Term.ColourIs colour -> "id IN (SELECT event_mark.event FROM event_mark WHERE "
                    + in("event_mark.colour", colour.colours().stream().map(Colour::code).toList(), values) + ")";
            case Term.Note note -> "id IN (SELECT event_mark.event FROM event_mark WHERE "
                    + globs("event_mark.note", List.of("*" + note.text() + "*"), values) + ")";
            case Term.Size size -> number("body_bytes", size.comparison(), size.bytes(), values);
        };
    }

    private static String mark(Term.Mark mark) {
        return switch (mark) {
            case PINNED -> "id IN (SELECT pin.event FROM pin)";
            case NOTED -> "id IN (SELECT event_mark.event FROM event_mark WHERE event_mark.note <> '')";
            case HANDSHAKE -> "id IN (SELECT answer.event FROM answer WHERE answer.handshake > 0)";
            case RETRY -> "attempt > 1";
            case DUPLICATE -> """
                    attempt > 1 OR EXISTS (SELECT 1 FROM event AS other WHERE other.key_hash = event.key_hash
                    AND other.attempt > event.attempt AND other.source = event.source
                    AND other.event_key = event.event_key)""";
        };
    }

    private static String in(String column, Collection<?> options, List<Object> values) {
        values.addAll(options);
        return options.size() == 1
                ? column + " = ?"
                : column + " IN (" + String.join(", ", Collections.nCopies(options.size(), "?")) + ")";
    }

    private static String number(String column, Term.Comparison comparison, long number, List<Object> values) {
        values.add(number);
        return column + " " + comparison.sign() + " ?";
    }

    private static String globs(String column, List<String> globs, List<Object> values) {
        List<String> parts = new ArrayList<>();
        for (String glob : globs) {
            if (glob.indexOf('*') < 0) {
                // The plain comparison comes first so that the index answers the usual case.
                parts.add(column + " = ? OR LOWER(" + column + ") = ?");
                values.add(glob);
                values.add(glob.toLowerCase(Locale.ROOT));
            } else {
                parts.add("LOWER(" + column + ") LIKE ? ESCAPE '\\'");
                values.add(glob.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace('*', '%'));
            }
        }
        return String.join(" OR ", parts);
    }

    /** Whether it holds for every event. */
    boolean isTrue() {
        return values.isEmpty() && sql.equals("TRUE");
    }

    /** This and another condition with one value. */
    SqlCondition and(String other, Object value) {
        List<Object> all = new ArrayList<>(values);
        all.add(value);
        return new SqlCondition(sql + " AND " + other, List.copyOf(all), same);
    }

    /** Sets the values and gives the index of the next free parameter. */
    int bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
