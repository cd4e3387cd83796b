package dev.hookglass.ui.base;

import dev.hookglass.provider.Provider;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Providers by their names, in boxes that offer a choice of them and take nothing that is typed. */
public final class ProviderNames extends StringConverter<Provider> {
    @Override
    public String toString(@Nullable Provider shown) {
        return shown == null ? "" : shown.name();
    }

    @Override
    public @Nullable Provider fromString(String typed) {
        return null;
    }
}
