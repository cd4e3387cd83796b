package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.ui.targets.TargetForm;
import dev.hookglass.ui.targets.TargetList;
import dev.hookglass.workbench.DeliveryLog;
import dev.hookglass.workbench.Workbench;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;

/** The side bar's targets: adding, changing and removing them, and what was sent to them. For the FX thread. */
final class TargetCommands {
    /** Between two looks at what was sent, so that a replay of many events costs the window little. */
    private static final Duration BREATH = Duration.millis(400);

    private final Workbench workbench;
    private final Targets targets;
    private final DeliveryLog deliveries;
    private final Background background;
    private final Sheets sheets;
    private final ObservableList<Node> notices;
    private final Consumer<Problem> onProblem;
    private final TargetForm form;
    private final TargetList list = new TargetList(this::edit, this::remove, this::add);
    private final PauseTransition breath = new PauseTransition(BREATH);
    private final Runnable stop;

    /** @param onSent told, from time to time, that something was sent */
    TargetCommands(Workbench workbench, Background background, Sheets sheets, ObservableList<Node> notices,
            Runnable onSent, Consumer<Problem> onProblem) {
        this.workbench = workbench;
        this.targets = workbench.targets();
        this.deliveries = workbench.deliveryLog();
        this.background = background;
        this.sheets = sheets;
        this.notices = notices;
        this.onProblem = onProblem;
        form = new TargetForm(targets, background, () -> {
            sheets.close();
            show();
        });
        breath.setOnFinished(_ -> {
            show();
            onSent.run();
        });
        stop = deliveries.onRecorded(new Signal(() -> {
            if (breath.getStatus() != PauseTransition.Status.RUNNING) {
                breath.playFromStart();
            }
            return false;
        })::signal);
        background.run(deliveries::recall, this::show, onProblem);
        show();
    }

    Parent root() {
        return list.root();
    }

    private void show() {
        list.show(targets.all(), deliveries::last);
    }

    void add() {
        form.add();
        sheets.centre(form.root());
    }

    private void edit(Target target) {
        form.edit(target);
        sheets.centre(form.root());
    }

    private void remove(Target target) {
        background.run(() -> workbench.removeTarget(target), () -> {
            show();
            notices.setAll(new Banner(Banner.Kind.INFO, text("targets.removed", target.name()))
                    .withButton(text("targets.undo"), () -> restore(target))
                    .withClose(notices::clear));
        }, onProblem);
    }

    private void restore(Target target) {
        background.run(() -> targets.restore(target), () -> {
            notices.clear();
            show();
        }, onProblem);
    }

    void close() {
        stop.run();
        breath.stop();
    }
}
