package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.Batch;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which provider's event, of which type, how many of them. */
final class SampleChoice extends VBox {
    private static final int MOST_VARIANTS = 1_000;

    private final ComboBox<Provider> provider = new ComboBox<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final Spinner<Integer> count = new Spinner<>();
    private final Field countField = new Field(text("compose.count"), count);
    private final Spinner<Integer> variants = new Spinner<>(1, MOST_VARIANTS, 1);
    private final Label about = new Label();
    private final Consumer<Provider> onProvider;
    /** While it is so, changes are not a person's. */
    private boolean isFilling = true;

    /**
     * @param onProvider told when a person chooses another provider
     * @param onChange called when a person chooses another type or number
     * @param onNew called when a person asks for another sample
     */
    SampleChoice(Consumer<Provider> onProvider, Runnable onChange, Runnable onNew) {
        this.onProvider = onProvider;
        provider.setConverter(new ChoiceWords<>("", Provider::name));
        provider.setPrefWidth(230);
        provider.valueProperty().subscribe(this::chosen);
        type.setEditable(true);
        type.setVisibleRowCount(16);
        type.setPromptText(text("compose.type.prompt"));
        type.valueProperty().subscribe(_ -> changed(onChange));
        for (Spinner<Integer> number : List.of(count, variants)) {
            number.setEditable(true);
            number.setPrefWidth(92);
            number.setMinWidth(92);
        }
        variants.setTooltip(new Tooltip(text("compose.variants.tooltip")));
        count.valueProperty().subscribe(_ -> changed(onChange));
        Button another = new Button(text("compose.sample.new"));
        another.setMinWidth(Region.USE_PREF_SIZE);
        another.setOnAction(_ -> onNew.run());
        Field typeField = new Field(text("compose.type"), type);
        HBox.setHgrow(typeField, Priority.ALWAYS);
        HBox line = new HBox(10, new Field(text("compose.provider"), provider), typeField, countField,
                new Field(text("compose.variants"), variants), another);
        line.setAlignment(Pos.BOTTOM_LEFT);
        about.getStyleClass().add("secondary");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("sample-choice");
        getChildren().addAll(line, about);
    }

    /** A provider whose file is gone is replaced by the one that knows nothing. */
    static Provider named(List<Provider> providers, String id) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .or(() -> providers.stream().filter(each -> each.id().equals(Source.INBOX.provider())).findFirst())
                .orElse(providers.getFirst());
    }

    /** Shows a choice without telling anyone. */
    void show(List<Provider> providers, Provider chosen, @Nullable String typeName) {
        isFilling = true;
        provider.getItems().setAll(providers);
        provider.setValue(chosen);
        fill(chosen);
        if (typeName != null) {
            type.setValue(typeName);
        }
        isFilling = false;
        describe();
    }

    private void chosen(@Nullable Provider chosen) {
        if (chosen == null || isFilling) {
            return;
        }
        isFilling = true;
        fill(chosen);
        isFilling = false;
        describe();
        onProvider.accept(chosen);
    }

    /** Makes ready for another request. */
    void begin() {
        variants.getValueFactory().setValue(1);
    }

    private void fill(Provider chosen) {
        type.getItems().setAll(chosen.events().stream().map(EventType::name).toList());
        type.setValue(chosen.events().isEmpty() ? "" : chosen.events().getFirst().name());
        int max = chosen.batch().map(Batch::max).orElse(1);
        count.setValueFactory(new IntegerSpinnerValueFactory(1, max, 1));
        countField.setVisible(max > 1);
        countField.setManaged(max > 1);
    }

    private void changed(Runnable onChange) {
        if (!isFilling) {
            describe();
            onChange.run();
        }
    }

    private void describe() {
        about.setText(provider().flatMap(chosen -> chosen.event(typeName())).map(EventType::summary)
                .filter(summary -> !summary.isEmpty())
                .orElseGet(() -> text(typeName().isEmpty() ? "compose.type.none" : "compose.type.unknown")));
    }

    Optional<Provider> provider() {
        return Optional.ofNullable(provider.getValue());
    }

    /** The type as it is chosen or typed. */
    String typeName() {
        String chosen = type.getValue();
        return chosen == null ? "" : chosen.strip();
    }

    /** How many events are in a request. */
    int count() {
        return value(count);
    }

    /** How many requests are sent, each with another sample. */
    int variants() {
        return value(variants);
    }

    private static int value(Spinner<Integer> number) {
        Integer chosen = number.getValue();
        return chosen == null ? 1 : chosen;
    }
}
