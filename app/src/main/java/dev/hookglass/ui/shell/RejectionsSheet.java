package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Rejection;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Moments;
import dev.hookglass.workbench.MaskedRejections;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The latest requests that never became an event, and why. */
final class RejectionsSheet extends VBox {
    private static final int MOST = 100;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 520;

    private final VBox rows = new VBox(12);

    RejectionsSheet(Workbench workbench, Background background, Runnable onClose) {
        getStyleClass().addAll("sheet", "rejections");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, HEIGHT);
        Label title = new Label(text("rejections.title"));
        title.getStyleClass().add("title");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        HBox buttons = new HBox(new ActionButton(text("rejections.close"), onClose));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, scroll, buttons);
        background.run(() -> MaskedRejections.newest(workbench, MOST), this::show,
                problem -> rows.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    private void show(List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            rows.getChildren().setAll(line(text("rejections.none"), "muted"));
        } else {
            rows.getChildren().setAll(rejections.stream().map(RejectionsSheet::row).toList());
        }
    }

    private static VBox row(Rejection rejection) {
        VBox row = new VBox(2,
                line(text("rejections.line", Moments.of(rejection.rejectedAt()), rejection.remote(),
                        rejection.reason().word()), "strong"),
                line(rejection.detail(), "muted"));
        if (!rejection.firstText().isEmpty()) {
            row.getChildren().add(line(rejection.firstText(), "mono"));
        }
        return row;
    }

    private static Label line(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
