package dev.hookglass.ui.base;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a box offers, in words; for boxes that take nothing that is typed. */
public final class ChoiceWords<T> extends StringConverter<T> {
    private final String none;
    private final Function<T, String> words;

    /** @param none said where nothing is chosen */
    public ChoiceWords(String none, Function<T, String> words) {
        this.none = none;
        this.words = words;
    }

    @Override
    public String toString(@Nullable T shown) {
        return shown == null ? none : words.apply(shown);
    }

    @Override
    public @Nullable T fromString(String typed) {
        return null;
    }
}
