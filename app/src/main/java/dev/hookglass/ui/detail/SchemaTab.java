package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.SchemaDifference;
import dev.hookglass.provider.SchemaReport;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Moments;
import dev.hookglass.workbench.FieldHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * In what a body differs from what its provider's file says of its type, and from earlier events of its source and type. For
 * information: a sender may add what it likes.
 */
final class SchemaTab {
    /** Larger bodies are compared when a person asks for it by opening the tab. */
    private static final long LARGE = 1 << 20;
    private static final double ROW_HEIGHT = 46;

    private final Latest comparing;
    private final Latest reading;
    private final FieldHistory history;
    private final Label schema = line();
    private final Label overTime = line();
    private final ListView<SchemaRow> rows = new ListView<>();
    private final VBox root;
    private final ReadOnlyIntegerWrapper differences = new ReadOnlyIntegerWrapper();
    private @Nullable CapturedEvent event;
    private Optional<Provider> provider = Optional.empty();
    private boolean isOpen;
    private boolean isCompared;
    private boolean isRead;

    /** @param onGoTo given the pointer of a place that a person wants to see in the body */
    SchemaTab(FieldHistory history, Background background, Consumer<String> onGoTo) {
        this.history = history;
        comparing = new Latest(background);
        reading = new Latest(background);
        rows.setCellFactory(_ -> new SchemaCell());
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setAccessibleText(text("schema.rows"));
        rows.setPlaceholder(new Region());
        rows.getStyleClass().add("schema");
        rows.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> go(onGoTo));
        rows.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                go(onGoTo);
            }
        });
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox words = new VBox(4, schema, overTime);
        words.getStyleClass().add("schema-words");
        root = new VBox(words, rows);
    }

    private static Label line() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void go(Consumer<String> onGoTo) {
        SchemaRow row = rows.getSelectionModel().getSelectedItem();
        if (row != null) {
            onGoTo.accept(row.pointer().replace("*", "0"));
        }
    }

    Parent root() {
        return root;
    }

    /** How many differences from the schema were found. */
    ReadOnlyIntegerProperty differences() {
        return differences.getReadOnlyProperty();
    }

    void show(CapturedEvent shown, Optional<Provider> from) {
        event = shown;
        provider = from;
        isCompared = false;
        isRead = false;
        comparing.drop();
        reading.drop();
        rows.getItems().clear();
        differences.set(0);
        schema.setText("");
        overTime.setText("");
        if (isOpen || shown.body().size() <= LARGE) {
            compare(shown);
        }
        if (isOpen) {
            readHistory(shown);
        }
    }

    /** The tab is opened or left: what takes long is only done for eyes that look at it. */
    void setOpen(boolean opens) {
        isOpen = opens;
        CapturedEvent shown = event;
        if (!opens) {
            reading.drop();
        } else if (shown != null) {
            if (!isCompared) {
                compare(shown);
            }
            if (!isRead) {
                readHistory(shown);
            }
        }
    }

    private record Compared(Optional<JsonNode> body, Optional<SchemaReport> report) {}

    private void compare(CapturedEvent shown) {
        isCompared = true;
        Optional<Provider> from = provider;
        comparing.ask(() -> {
            Optional<JsonNode> body = JsonBody.parse(shown.body(), shown.request().headers());
            return new Compared(body, body.flatMap(json -> from
                    .map(known -> SchemaReport.of(known, Optional.ofNullable(shown.summary().type()), json))));
        }, this::showReport, this::tell);
    }

    private void showReport(Compared compared) {
        String name = provider.map(Provider::name).orElse("");
        Optional<SchemaReport> report = compared.report();
        if (compared.body().isEmpty()) {
            schema.setText(text("schema.notJson"));
            return;
        }
        if (report.isEmpty() || report.get().known().isEmpty()) {
            List<String> types = report.map(found -> List.copyOf(found.unknown())).orElse(List.of());
            schema.setText(types.isEmpty()
                    ? text("schema.noType")
                    : text("schema.unknown", String.join(", ", types), name));
            return;
        }
        List<SchemaDifference> found = report.get().differences();
        String types = String.join(", ", report.get().known());
        schema.setText((found.isEmpty()
                ? text("schema.same", types, name)
                : count("schema.differs", SchemaRow.of(found).size()) + " " + text("schema.differs.from", types, name))
                + (report.get().unknown().isEmpty()
                        ? ""
                        : " " + text("schema.unknown", String.join(", ", report.get().unknown()), name)));
        List<SchemaRow> all = new ArrayList<>(SchemaRow.of(found));
        differences.set(all.size());
        all.addAll(rows.getItems());
        rows.getItems().setAll(all);
    }

    private void readHistory(CapturedEvent shown) {
        isRead = true;
        overTime.setText(text("schema.history.reading"));
        reading.ask(() -> history.of(shown), this::showHistory, problem -> overTime.setText(problem.sentence()));
    }

    private void showHistory(Optional<FieldHistory.Found> found) {
        if (found.isEmpty() || found.get().compared() == 0) {
            overTime.setText(found.isEmpty() ? "" : text("schema.history.none"));
            return;
        }
        FieldHistory.Found history = found.get();
        String oldest = history.oldest().map(Moments::of).orElse("");
        overTime.setText(history.compared() == 1
                ? text("schema.history.one", oldest)
                : text(history.isWhole() ? "schema.history.all" : "schema.history.some",
                        String.format("%,d", history.compared()), oldest));
        List<SchemaRow> all = new ArrayList<>(rows.getItems());
        history.news().forEach(news -> all.add(new SchemaRow(SchemaRow.Kind.FIRST_SEEN, news.field(),
                text("schema.firstSeen.detail", Moments.of(news.at()), news.eventId(),
                        String.format("%,d", news.before())))));
        history.gone().forEach(gone -> all.add(new SchemaRow(SchemaRow.Kind.GONE, gone, text("schema.gone.detail"))));
        rows.getItems().setAll(all);
    }

    private void tell(Problem problem) {
        schema.setText(problem.sentence());
    }
}
