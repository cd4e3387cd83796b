package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Header;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.Multipart;
import dev.hookglass.payload.Multipart.Part;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Sizes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart body: a list, and the one that is selected with its headers. */
final class PartsPane {
    private final TableView<Part> table = new TableView<>();
    private final Label headers = new Label();
    private final VBox notices = new VBox();
    private final Background background;
    private final BodyTab body;
    private final SplitPane root;

    PartsPane(Background background, Choices choices) {
        this.background = background;
        body = new BodyTab(background, choices, _ -> {});
        TableColumn<Part, String> size = column("size", part -> Sizes.of(part.body().size()), 70);
        size.getStyleClass().add("number");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getColumns().setAll(List.of(column("name", part -> part.name().orElse(""), 110),
                column("file", part -> part.fileName().orElse(""), 110),
                column("type", part -> MediaType.of(part.headers()).name(), 120),
                size));
        table.setAccessibleText(text("parts.table"));
        table.getSelectionModel().selectedItemProperty().subscribe(this::showPart);
        headers.getStyleClass().add("mono");
        headers.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(headers, Priority.ALWAYS);
        headers.setMaxWidth(Double.MAX_VALUE);
        ActionButton save = new ActionButton(text("parts.save"), this::save);
        save.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, headers, save);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("tab-bar");
        notices.getStyleClass().add("notes");
        VBox.setVgrow(body.root(), Priority.ALWAYS);
        root = new SplitPane(table, new VBox(head, notices, body.root()));
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.3);
    }

    private static TableColumn<Part, String> column(String key, Function<Part, String> content, double width) {
        TableColumn<Part, String> column = new TableColumn<>(text("parts." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(content.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    Parent root() {
        return root;
    }

    void find() {
        body.find();
    }

    void show(Multipart multipart) {
        table.getItems().setAll(multipart.parts());
        table.getSelectionModel().select(0);
    }

    private void showPart(@Nullable Part part) {
        notices.getChildren().clear();
        if (part != null) {
            headers.setText(part.headers().stream().map(PartsPane::line).collect(Collectors.joining("\n")));
            body.show(part.body(), part.headers());
        }
    }

    private static String line(Header header) {
        return header.name() + ": " + header.value();
    }

    private void save() {
        Part part = table.getSelectionModel().getSelectedItem();
        if (part == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("parts.save"));
        chooser.setInitialFileName(fileName(part));
        Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(File::toPath)
                .ifPresent(file -> background.run(() -> write(part, file),
                        () -> tell(Banner.Kind.SUCCESS, text("parts.saved", file)),
                        problem -> tell(Banner.Kind.DANGER, problem.sentence())));
    }

    /** A name that stays in the folder that a person chooses, whatever the sender wrote. */
    static String fileName(Part part) {
        String name = part.fileName().or(part::name).orElse("part").replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceFirst("^[. ]+", "");
        return name.isBlank() ? "part" : name;
    }

    private static void write(Part part, Path file) throws Problem {
        try {
            Files.write(file, part.body().array());
        } catch (IOException e) {
            throw new Problem(text("parts.notSaved", file), e);
        }
    }

    private void tell(Banner.Kind kind, String sentence) {
        notices.getChildren().setAll(new Banner(kind, sentence).withClose(notices.getChildren()::clear));
    }
}
