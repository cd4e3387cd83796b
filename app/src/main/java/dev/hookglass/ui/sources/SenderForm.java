package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.OwnSender;
import dev.hookglass.provider.Provider;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.FittingScroll;
import dev.hookglass.ui.base.Fx;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A panel in which a person describes a sender that no provider file knows, and tries it on a captured request. For the FX thread. */
public final class SenderForm {
    private static final double WIDTH = 640;

    private final Catalogue catalogue;
    private final Background background;
    private final BiConsumer<Provider, String> onSaved;
    private final Runnable onCancel;
    private final SenderFields fields;
    private final TrialPane trial;
    private final VBox findings = new VBox();
    private final ActionButton save = new ActionButton(text("sender.save"), this::save).accented();
    private final VBox root;
    private final Label title = new Label(text("sender.title"));
    private Optional<String> replaced = Optional.empty();

    /**
     * @param onSaved told of the new provider and of the secret it was tried with, which may be empty and is not saved
     * @param onCancel called when nothing is to be saved
     */
    public SenderForm(EventStore events, Catalogue catalogue, Background background,
            BiConsumer<Provider, String> onSaved, Runnable onCancel) {
        this.catalogue = catalogue;
        this.background = background;
        this.onSaved = onSaved;
        this.onCancel = onCancel;
        fields = new SenderFields(this::changed);
        trial = new TrialPane(events, sender -> catalogue.preview(sender, replaced), background, fields::sender,
                fields::offerHeaders);
        title.getStyleClass().add("title");
        Label where = words(text("sender.where", catalogue.folder()));
        VBox content = new VBox(fields, trial, where);
        content.getStyleClass().add("fields");
        FittingScroll scroll = new FittingScroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        findings.getStyleClass().add("form-findings");
        save.setDefaultButton(true);
        ActionButton cancel = new ActionButton(text("sources.cancel"), this::cancel);
        cancel.setCancelButton(true);
        HBox buttons = new HBox(8, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-buttons");
        root = new VBox(title, findings, scroll, buttons);
        root.getStyleClass().addAll("source-form", "sender-form");
        root.setPrefWidth(WIDTH);
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        clearFindings();
    }

    private static Label words(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public Parent root() {
        return root;
    }

    /**
     * Empties the form, or fills it with a sender that was described before.
     *
     * @param described the id of its provider; empty for another one
     * @param selected the event to try it on first; empty for the latest of the Inbox
     */
    public void open(Optional<String> described, Optional<EventSummary> selected) {
        Optional<OwnSender> before = described.flatMap(catalogue::described);
        replaced = before.isPresent() ? described : Optional.empty();
        title.setText(before.map(OwnSender::name).map(name -> text("sender.edit.title", name))
                .orElse(text("sender.title")));
        fields.clear();
        before.ifPresent(fields::show);
        clearFindings();
        trial.open(selected);
        Fx.later(fields::focus);
    }

    private void changed() {
        trial.tryIt();
    }

    private void save() {
        OwnSender described = fields.sender();
        String secret = trial.secretText();
        save.setDisable(true);
        Optional<String> replacedNow = replaced;
        background.run(() -> catalogue.save(described, replacedNow), provider -> {
            save.setDisable(false);
            trial.close();
            onSaved.accept(provider, secret);
        }, this::tell);
    }

    private void cancel() {
        trial.close();
        onCancel.run();
    }

    private void tell(Problem problem) {
        save.setDisable(false);
        findings.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
        findings.setManaged(true);
    }

    private void clearFindings() {
        findings.getChildren().clear();
        findings.setManaged(false);
    }
}
