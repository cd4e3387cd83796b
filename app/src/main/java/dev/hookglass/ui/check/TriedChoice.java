package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** With what an endpoint is tried: a captured event, or a sample of a source's sender. */
final class TriedChoice extends HBox {
    private static final double TYPE_WIDTH = 280;

    private final Catalogue providers;
    private final ComboBox<Tried> choice = new ComboBox<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final Field typeField = new Field(text("check.type"), type);

    TriedChoice(Catalogue providers) {
        super(10);
        this.providers = providers;
        getStyleClass().add("tried");
        choice.setConverter(new ChoiceWords<>("", Tried::words));
        typeField.setMinWidth(TYPE_WIDTH);
        type.setVisibleRowCount(16);
        Field choiceField = new Field(text("check.with"), choice);
        setHgrow(choiceField, Priority.ALWAYS);
        choice.valueProperty().subscribe(this::chosen);
        getChildren().addAll(choiceField, typeField);
    }

    /** Offers the event, if there is one, and a sample for each source whose sender's events are known. */
    void show(Optional<EventSummary> event, List<Source> sources) {
        List<Tried> all = new ArrayList<>();
        event.map(Tried.Captured::new).ifPresent(all::add);
        sources.stream()
                .filter(source -> !types(source).isEmpty())
                .map(Tried.SampleFor::new)
                .forEach(all::add);
        choice.getItems().setAll(all);
        choice.setValue(all.isEmpty() ? null : all.getFirst());
    }

    private List<EventType> types(Source source) {
        return providers.find(source.provider()).map(Provider::events).orElse(List.of());
    }

    private void chosen(Tried tried) {
        List<String> names = tried instanceof Tried.SampleFor sample
                ? types(sample.source()).stream().map(EventType::name).toList()
                : List.of();
        type.getItems().setAll(names);
        type.setValue(names.isEmpty() ? null : names.getFirst());
        typeField.setVisible(!names.isEmpty());
        typeField.setManaged(!names.isEmpty());
    }

    /** What is chosen; empty if there is nothing to choose. */
    Optional<Tried> tried() {
        return Optional.ofNullable(choice.getValue());
    }

    /** The type of the sample that is chosen; empty for a captured event. */
    Optional<String> type() {
        return Optional.ofNullable(type.getValue());
    }
}
