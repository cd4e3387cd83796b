package dev.hookglass.ui.base;

import dev.hookglass.problem.Problem;
import dev.hookglass.settings.FilterSettings;
import dev.hookglass.settings.SavedFilter;
import dev.hookglass.settings.SettingsFile;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The filters that are kept, as the window shows them. For the FX thread; they are saved in the background. */
public final class FilterMemory {
    private final SettingsFile settings;
    private final Background background;
    private final Consumer<Problem> onFailure;
    private final ReadOnlyObjectWrapper<FilterSettings> filters;

    public FilterMemory(SettingsFile settings, Background background, Consumer<Problem> onFailure) {
        this.settings = settings;
        this.background = background;
        this.onFailure = onFailure;
        this.filters = new ReadOnlyObjectWrapper<>(settings.get().filters());
    }

    /** The filters that are kept. */
    public ReadOnlyObjectProperty<FilterSettings> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /** Keeps a filter. */
    public void save(SavedFilter filter) {
        change(before -> before.withSaved(filter));
    }

    /** Puts a filter in the place of another. */
    public void replace(SavedFilter before, SavedFilter after) {
        change(all -> all.withReplaced(before, after));
    }

    public void remove(SavedFilter filter) {
        change(before -> before.without(filter));
    }

    /** Notes that a filter was used; an empty one is not. */
    public void used(String filter) {
        String typed = filter.strip();
        if (!typed.isEmpty() && !filters.get().recent().stream().limit(1).toList().contains(typed)) {
            change(before -> before.withRecent(typed));
        }
    }

    private void change(UnaryOperator<FilterSettings> change) {
        background.run(() -> {
            settings.change(all -> all.withFilters(change.apply(all.filters())));
            return settings.get().filters();
        }, filters::set, onFailure);
    }
}
