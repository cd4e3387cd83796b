package dev.hookglass.ui.base;

import atlantafx.base.theme.Styles;
import dev.hookglass.problem.Problem;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A panel to fill in: a title, what is wrong, fields that scroll where there is no room for them, and what to do below. */
public final class FormPanel extends VBox {
    private final Label title = new Label();
    private final VBox findings = new VBox();

    /**
     * @param aside stands on the left of the buttons
     * @param cancel what leaves it as it was
     * @param save what Enter does
     */
    public FormPanel(double width, Region fields, Node aside, Button cancel, Button save) {
        title.getStyleClass().add("title");
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        cancel.setCancelButton(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, aside, space, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-buttons");
        FittingScroll scroll = new FittingScroll(fields);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        findings.getStyleClass().add("form-findings");
        getChildren().addAll(title, findings, scroll, buttons);
        getStyleClass().add("source-form");
        setPrefWidth(width);
        setMaxSize(width, USE_PREF_SIZE);
        tell(Optional.empty());
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    /** Says what is wrong, or that nothing is any more. */
    public void tell(Optional<Problem> problem) {
        findings.getChildren().clear();
        problem.ifPresent(known -> add(new Banner(Banner.Kind.DANGER, known.sentence())));
        findings.setManaged(problem.isPresent());
    }

    /** Tells of something that keeps nobody from going on. */
    public void warn(Problem problem) {
        add(new Banner(Banner.Kind.WARNING, problem.sentence()));
    }

    private void add(Banner banner) {
        findings.getChildren().add(banner);
        findings.setManaged(true);
    }
}
