package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.event.Header;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The headers to send, in their order. */
final class HeadersPane {
    private final VBox rows = new VBox();
    private final Label note = new Label();
    private final ScrollPane root;

    private final Runnable onChange;

    /** @param onChange called after every change of what is sent, by whomever */
    HeadersPane(Runnable onChange) {
        this.onChange = onChange;
        rows.getStyleClass().add("header-rows");
        note.getStyleClass().add("secondary");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        Button add = new Button(text("compose.header.add"), Icon.ADD.node());
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "add-header");
        add.setOnAction(_ -> add(new Header("", ""), false).focusName());
        VBox content = new VBox(8, rows, add, note);
        content.getStyleClass().add("headers-pane");
        root = new ScrollPane(content);
        root.setFitToWidth(true);
    }

    Parent root() {
        return root;
    }

    /**
     * Shows other headers.
     *
     * @param isSecret tells whose values are masked
     * @param aboutOthers a sentence about the headers that are not here
     */
    void show(List<Header> headers, Predicate<Header> isSecret, String aboutOthers) {
        rows.getChildren().clear();
        onChange.run();
        headers.forEach(header -> add(header, isSecret.test(header)));
        note.setText(aboutOthers);
    }

    private HeaderRow add(Header header, boolean isSecret) {
        HeaderRow row = new HeaderRow(header, isSecret, onChange, gone -> {
            rows.getChildren().remove(gone);
            onChange.run();
        });
        rows.getChildren().add(row);
        onChange.run();
        return row;
    }

    /** Sets headers, each in the place of those with its name, and takes away others. */
    void replace(List<Header> gone, List<Header> wanted) {
        rows.getChildren().removeIf(node -> ((HeaderRow) node).header()
                .filter(header -> gone.stream().anyMatch(old -> old.is(header.name()))
                        || wanted.stream().anyMatch(fresh -> fresh.is(header.name())))
                .isPresent());
        wanted.forEach(header -> add(header, false));
    }

    /** Those of the headers whose values are not masked. */
    List<Header> plain() {
        return rows.getChildren().stream()
                .map(HeaderRow.class::cast)
                .filter(row -> !row.isMasked())
                .flatMap(row -> row.header().stream())
                .toList();
    }

    /** The headers as they stand. */
    List<Header> headers() {
        return rows.getChildren().stream().flatMap(node -> ((HeaderRow) node).header().stream()).toList();
    }
}
