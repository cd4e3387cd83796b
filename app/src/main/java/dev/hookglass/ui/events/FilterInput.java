package dev.hookglass.ui.events;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.filter.SourceNames;
import dev.hookglass.filter.Term;
import java.util.OptionalInt;
import java.util.Set;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What a person typed and chose, as a filter. For the FX thread. */
final class FilterInput {
    /** After a key, before what is typed is looked for, so that half a word is not. */
    private static final Duration WORD = Duration.millis(150);

    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<OptionalInt> source = new SimpleObjectProperty<>(OptionalInt.empty());
    final ReadOnlyObjectWrapper<@Nullable FilterException> error = new ReadOnlyObjectWrapper<>();
    private final FilterParser parser;
    private final Runnable onChange;
    private final PauseTransition typing = new PauseTransition(WORD);
    private EventFilter filter = EventFilter.ALL;

    /** @param onChange called when there is another filter that is understood */
    FilterInput(SourceNames sources, Runnable onChange) {
        this.parser = new FilterParser(sources);
        this.onChange = onChange;
    }

    void listen() {
        text.subscribe(typing::playFromStart);
        source.subscribe(this::read);
        typing.setOnFinished(_ -> read());
    }

    /** Reads what is typed at once, for a person who does not wait. */
    void readNow() {
        if (typing.getStatus() == Status.RUNNING) {
            typing.stop();
            read();
        }
    }

    /** The last that was understood. */
    EventFilter filter() {
        return filter;
    }

    private void read() {
        try {
            EventFilter typed = parser.parse(text.get());
            error.set(null);
            OptionalInt chosen = source.get();
            filter = chosen.isEmpty() ? typed : typed.and(new Term.SourceIs(Set.of(chosen.getAsInt())));
            onChange.run();
        } catch (FilterException e) {
            error.set(e);
        }
    }
}
