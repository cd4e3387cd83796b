package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Header;
import dev.hookglass.ui.base.CopyButton;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Headers in the order and case they were sent; secrets are masked until a person asks to see them. */
final class HeadersTab {
    private static final String MASK = "••••••••";
    /** Room for the common names, which long values would else press into pieces. */
    private static final double LEAST_NAME_WIDTH = 130;
    private static final double MOST_NAME_WIDTH = 240;

    private final Label first = new Label();
    private final GridPane grid = new GridPane();
    private final ToggleButton reveal = new ToggleButton(text("headers.reveal"));
    private final VBox root;
    private List<Header> headers = List.of();
    private Predicate<Header> isSecret = _ -> false;

    HeadersTab() {
        first.getStyleClass().add("mono");
        first.setWrapText(true);
        reveal.getStyleClass().add("quiet");
        reveal.selectedProperty().subscribe(this::fill);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(first, Priority.SOMETIMES);
        HBox bar = new HBox(8, first, space, reveal, new CopyButton(text("headers.copy"), this::copied));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tab-bar");
        grid.getStyleClass().add("headers");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(LEAST_NAME_WIDTH);
        names.setMaxWidth(MOST_NAME_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(bar, scroll);
    }

    Parent root() {
        return root;
    }

    /**
     * Shows the lines of a head.
     *
     * @param firstLine the request line or status line
     * @param secret tells which headers are masked
     */
    void show(String firstLine, List<Header> shown, Predicate<Header> secret) {
        first.setText(firstLine);
        headers = shown;
        isSecret = secret;
        boolean any = shown.stream().anyMatch(secret);
        reveal.setVisible(any);
        reveal.setManaged(any);
        if (reveal.isSelected()) {
            reveal.setSelected(false);
        } else {
            fill();
        }
    }

    private void fill() {
        grid.getChildren().clear();
        for (int row = 0; row < headers.size(); row++) {
            Header header = headers.get(row);
            Label name = new Label(header.name());
            name.getStyleClass().add("header-name");
            name.setWrapText(true);
            name.setContextMenu(menu(header));
            CopyButton copy = new CopyButton(text("headers.copyOf", header.name()), () -> shownValue(header));
            List.of(name, copy).forEach(node -> GridPane.setValignment(node, VPos.TOP));
            grid.addRow(row, name, value(header), copy);
        }
    }

    private Region value(Header header) {
        Label value = words(shownValue(header), "mono");
        value.setContextMenu(menu(header));
        VBox lines = new VBox(value);
        HeaderHint.of(header, isMasked(header)).ifPresent(hint -> lines.getChildren().add(words(hint, "secondary")));
        return lines;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private ContextMenu menu(Header header) {
        MenuItem value = new MenuItem(text("headers.copyValue"));
        value.setOnAction(_ -> CopyButton.copy(shownValue(header)));
        MenuItem line = new MenuItem(text("headers.copyLine"));
        line.setOnAction(_ -> CopyButton.copy(line(header)));
        return new ContextMenu(value, line);
    }

    private boolean isMasked(Header header) {
        return isSecret.test(header) && !reveal.isSelected();
    }

    private String shownValue(Header header) {
        return isMasked(header) ? MASK : header.value();
    }

    private String line(Header header) {
        return header.name() + ": " + shownValue(header);
    }

    private String copied() {
        return headers.stream().map(this::line).collect(Collectors.joining("\n"));
    }
}
