package dev.hookglass.filter;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter.Condition;
import dev.hookglass.filter.Term.Comparison;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads filters such as {@code type:task_* verdict:invalid,missing source:cmp -method:GET size:>10k "free text"}. Words
 * are joined by “and”; values parted by commas by “or”; a minus turns a word into its opposite.
 */
public final class FilterParser {
    /** The field names, in the order they are offered to a person. */
    public static final List<String> FIELDS = List.of("type", "verdict", "source", "method", "path", "reply", "size",
            "is", "header", "remote", "after", "before", "tag", "colour", "note");

    private static final Pattern NUMBER = Pattern.compile("(<=|>=|<|>|=)?(\\d{1,12})([kKmM]?[bB]?)");

    private final SourceNames sources;
    private final MomentWords moments;

    /** A parser for the calendar and time zone of this machine. */
    public FilterParser(SourceNames sources) {
        this(sources, Clock.system(ZoneId.systemDefault()));
    }

    FilterParser(SourceNames sources, Clock clock) {
        this.sources = sources;
        this.moments = new MomentWords(clock);
    }

    /**
     * Reads a filter.
     *
     * @throws FilterException at the first word that is not understood
     */
    public EventFilter parse(String filter) throws FilterException {
        List<Condition> conditions = new ArrayList<>();
        for (Word word : Word.split(filter)) {
            if (word.text().isEmpty()) {
                // A pair of quotation marks, as stands there before something is typed between them.
                continue;
            }
            conditions.add(new Condition(term(word), word.negated()));
        }
        return new EventFilter(conditions);
    }

    private Term term(Word word) throws FilterException {
        String field = word.field().toLowerCase(Locale.ROOT);
        if (field.isEmpty() || word.value().startsWith("//")) {
            return new Term.Text(word.text());
        }
        if (!FIELDS.contains(field)) {
            throw word.wrong("There is no field “" + word.field() + "”; use " + String.join(", ", FIELDS)
                    + ", or put the word in quotation marks to search for it.");
        }
        if (word.values().isEmpty()) {
            throw word.wrong("Something is missing after “" + word.field() + ":”.");
        }
        return switch (field) {
            case "type" -> new Term.Type(word.values());
            case "verdict" -> new Term.VerdictIs(outcomes(word));
            case "source" -> new Term.SourceIs(sourceIds(word));
            case "method" -> new Term.Method(word.values().stream().map(v -> v.toUpperCase(Locale.ROOT)).toList());
            case "path" -> new Term.Path(word.values());
            case "reply" -> reply(word);
            case "is" -> new Term.Is(mark(word));
            case "tag" -> new Term.Tag(word.values());
            case "colour" -> new Term.ColourIs(colours(word));
            case "note" -> new Term.Note(word.value());
            case "header" -> header(word);
            case "remote" -> new Term.Remote(word.values());
            case "after", "before" -> new Term.Received(field.equals("before"), moments.read(word));
            default -> size(word);
        };
    }

    private static Set<Outcome> outcomes(Word word) throws FilterException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String value : word.values()) {
            outcomes.add(Arrays.stream(Outcome.values())
                    .filter(outcome -> outcome.word().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> word.wrong("There is no verdict “" + value + "”; use "
                            + Arrays.stream(Outcome.values()).map(Outcome::word).collect(Collectors.joining(", "))
                            + ".")));
        }
        return outcomes;
    }

    private static Set<Colour> colours(Word word) throws FilterException {
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        for (String value : word.values()) {
            colours.add(Colour.named(value)
                    .orElseThrow(() -> word.wrong("There is no colour “" + value + "” to mark events with; use "
                            + Arrays.stream(Colour.values()).map(Colour::word).collect(Collectors.joining(", "))
                            + ".")));
        }
        return colours;
    }

    private Set<Integer> sourceIds(Word word) throws FilterException {
        List<Pattern> patterns = word.values().stream().map(FilterParser::glob).toList();
        Set<Integer> ids = sources
                .idsNamed(name -> patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
        if (ids.isEmpty()) {
            throw word.wrong("There is no source “" + word.value() + "”.");
        }
        return ids;
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Term.Mark mark(Word word) throws FilterException {
        return Arrays.stream(Term.Mark.values())
                .filter(mark -> mark.word().equalsIgnoreCase(word.value()))
                .findFirst()
                .orElseThrow(() -> word
                        .wrong("“" + word.value()
                                + "” is nothing that an event can be; use is:pinned, is:noted, is:retry"
                                + " (it came before), is:duplicate (it came more than once) or is:handshake."));
    }

    /** A header's value may well have commas in it, so that there is no “or” here. */
    private static Term header(Word word) throws FilterException {
        int equals = word.value().indexOf('=');
        String name = equals < 0 ? word.value() : word.value().substring(0, equals);
        if (name.isBlank()) {
            throw word.wrong("A header is asked for by its name, as in header:x-id, or with a value: header:x-id=42.");
        }
        return new Term.HeaderIs(name, equals < 0 ? "*" : word.value().substring(equals + 1));
    }

    private static Term reply(Word word) throws FilterException {
        Matcher number = number(word);
        if (!number.group(3).isEmpty() || number.group(2).length() > 3) {
            throw word.wrong("A reply is a status such as 200 or >=400.");
        }
        return new Term.Reply(comparison(number), Integer.parseInt(number.group(2)));
    }

    private static Term size(Word word) throws FilterException {
        Matcher number = number(word);
        long unit = switch (number.group(3).toLowerCase(Locale.ROOT)) {
            case "k", "kb" -> 1_000;
            case "m", "mb" -> 1_000_000;
            default -> 1;
        };
        return new Term.Size(comparison(number), Long.parseLong(number.group(2)) * unit);
    }

    private static Matcher number(Word word) throws FilterException {
        Matcher matcher = NUMBER.matcher(word.value());
        if (!matcher.matches()) {
            throw word.wrong("“" + word.value() + "” is not a number such as 400, >=400 or >10k.");
        }
        return matcher;
    }

    private static Comparison comparison(Matcher number) {
        String sign = number.group(1) == null ? "=" : number.group(1);
        return Arrays.stream(Comparison.values()).filter(c -> c.sign().equals(sign)).findFirst().orElseThrow();
    }
}
