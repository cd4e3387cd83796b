package dev.hookglass.ui.targets;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.FormPanel;
import dev.hookglass.ui.base.Fx;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A panel that adds a target or changes one. For the FX thread. */
public final class TargetForm {
    private static final double WIDTH = 560;
    private static final int NEW = 0;

    private final Targets targets;
    private final Background background;
    private final Runnable onDone;
    private final TargetFields fields = new TargetFields(this::distrust);
    private final Button save = new Button(text("targets.save"));
    private final FormPanel root;
    private Target edited = Target.draft("", "");
    private Background.@Nullable Running saving;

    /** @param onDone called when the form is to be closed: after saving, or without it */
    public TargetForm(Targets targets, Background background, Runnable onDone) {
        this.targets = targets;
        this.background = background;
        this.onDone = onDone;
        save.setOnAction(_ -> save());
        Button cancel = new Button(text("targets.cancel"));
        cancel.setOnAction(_ -> onDone.run());
        root = new FormPanel(WIDTH, fields, new Region(), cancel, save);
    }

    public Parent root() {
        return root;
    }

    /** Empties the form for a target that is not there yet. */
    public void add() {
        open(Target.draft("", ""), text("targets.add.title"));
    }

    /** Fills the form with a target that is there. */
    public void edit(Target target) {
        open(target, text("targets.edit.title", target.name()));
    }

    private void open(Target target, String newTitle) {
        edited = target;
        root.setTitle(newTitle);
        root.tell(Optional.empty());
        fields.show(target, targets);
        // Later, because new fields take the keyboard only once they have been laid out.
        Fx.later(fields::focus);
    }

    private void save() {
        if (saving != null) {
            return;
        }
        try {
            Target typed = fields.target(edited.id());
            saving = background.run(() -> typed.id() == NEW ? targets.add(typed) : targets.replace(typed), _ -> {
                saving = null;
                onDone.run();
            }, problem -> {
                saving = null;
                tell(problem);
            });
        } catch (Problem problem) {
            tell(problem);
        }
    }

    private void distrust() {
        background.run(() -> targets.distrust(TargetUrl.of(edited.url())), () -> fields.showPin(Optional.empty()),
                this::tell);
    }

    private void tell(Problem problem) {
        root.tell(Optional.of(problem));
    }
}
