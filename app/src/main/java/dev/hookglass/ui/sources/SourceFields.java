package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Replies;
import dev.hookglass.source.SecretKeeping;
import dev.hookglass.source.Source;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.SchemeWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of the form: what is typed becomes a source, or a problem that says what is still wrong. */
final class SourceFields extends VBox {
    private final Supplier<Optional<String>> receiverUrl;
    private final Catalogue catalogue;
    private final ActionButton describeAgain;
    private final TextField name = new TextField();
    private final ComboBox<Provider> provider = new ComboBox<>();
    private final Label scheme = new Label();
    private final Label file = new Label();
    private final TextField path = new TextField();
    private final Label url = new Label();
    private final CopyButton copyUrl = new CopyButton(text("sources.url.copy"), url::getText);
    private final SecretRows secrets = new SecretRows();
    private final ReplyFields reply;
    private final ForwardFields forward;
    private final Label keeping = new Label();
    private final ToleranceField tolerance = new ToleranceField();
    private final TextField publicUrl = new TextField();
    private List<Source> others = List.of();
    private Proposal proposal = Proposal.NONE;
    private boolean proposes;
    private String cameTo = "";

    /**
     * @param replies how far the sources' sequences of answers have come
     * @param catalogue asked where a provider that is not built in is described
     * @param onDescribe told when a person wants to describe a sender that is not listed, or anew the one with that id
     */
    SourceFields(Supplier<Optional<String>> receiverUrl, Replies replies, Catalogue catalogue,
            Targets targets, Consumer<Optional<String>> onDescribe) {
        this.receiverUrl = receiverUrl;
        this.reply = new ReplyFields(replies);
        this.forward = new ForwardFields(targets);
        this.catalogue = catalogue;
        describeAgain = new ActionButton(text("sources.describe.again"),
                () -> onDescribe.accept(Optional.ofNullable(provider.getValue()).map(Provider::id))).flat();
        name.setPromptText(text("sources.name.prompt"));
        provider.setMaxWidth(Double.MAX_VALUE);
        provider.setPromptText(text("sources.provider.prompt"));
        provider.setConverter(new ChoiceWords<>("", Provider::name));
        provider.valueProperty().subscribe(this::showProvider);
        scheme.getStyleClass().add("secondary");
        scheme.setWrapText(true);
        scheme.setMinHeight(USE_PREF_SIZE);
        file.getStyleClass().add("secondary");
        file.setWrapText(true);
        file.setMinHeight(USE_PREF_SIZE);
        path.getStyleClass().add("mono");
        path.setPromptText(text("sources.path.prompt"));
        path.textProperty().subscribe(this::showUrl);
        url.getStyleClass().addAll("mono", "muted");
        HBox.setHgrow(url, Priority.ALWAYS);
        url.setMaxWidth(Double.MAX_VALUE);
        HBox urlLine = new HBox(6, url, copyUrl);
        urlLine.setAlignment(Pos.CENTER_LEFT);
        urlLine.getStyleClass().add("url-line");
        publicUrl.setPromptText(text("sources.publicUrl.prompt"));
        publicUrl.getStyleClass().add("mono");
        keeping.getStyleClass().add("secondary");
        keeping.setWrapText(true);
        keeping.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("fields");
        ActionButton describe = new ActionButton(text("sources.describe"), () -> onDescribe.accept(Optional.empty()))
                .flat();
        describe.getStyleClass().addAll(Styles.SMALL, "describe");
        describeAgain.getStyleClass().addAll(Styles.SMALL, "describe");
        getChildren().addAll(
                new Field(text("sources.provider"), provider, scheme, file, new HBox(describe, describeAgain)),
                new Field(text("sources.name"), name),
                new Field(text("sources.path"), path, urlLine),
                new Field(text("sources.secrets"), secrets, keeping, tolerance),
                new Field(text("sources.publicUrl"), publicUrl),
                new Field(text("sources.reply"), reply),
                new Field(text("sources.forward"), forward));
    }

    /** Nothing filled in but what the draft says of provider and path; the choice of a provider proposes the rest. */
    void add(Source draft, List<Provider> providers, List<Source> present) {
        fill(Source.draft("", "", ""), providers, present);
        cameTo = draft.path();
        proposes = true;
        choose(draft.provider());
    }

    /** Offers other providers than before, one of which is chosen, with a secret unless it is empty or there are others. */
    void choose(String providerId, String secret, List<Provider> providers) {
        provider.getItems().setAll(providers);
        choose(providerId);
        if (!secret.isEmpty() && secrets.secrets().isEmpty()) {
            secrets.show(List.of(new Secret(text("sources.secret.name", 1), secret)));
        }
    }

    private void choose(String providerId) {
        provider.setValue(provider.getItems().stream().filter(found -> found.id().equals(providerId)).findFirst()
                .orElse(null));
    }

    /** Everything as it is. */
    void edit(Source source, List<Provider> providers, List<Source> present) {
        fill(source, providers, present);
    }

    private void fill(Source source, List<Provider> providers, List<Source> present) {
        proposes = false;
        proposal = Proposal.NONE;
        others = present;
        provider.getItems().setAll(providers);
        choose(source.provider());
        name.setText(source.name());
        path.setText(source.path());
        secrets.show(source.secrets());
        tolerance.show(source.tolerance());
        publicUrl.setText(source.publicUrl());
        reply.show(source);
        forward.show(source.forward());
        showProvider(provider.getValue());
        showUrl();
    }

    /** Says how secrets are kept; nothing where there is none yet. */
    void showKeeping(SecretKeeping kept) {
        keeping.setText(kept.sentence());
        keeping.setManaged(!kept.sentence().isEmpty());
    }

    private void showProvider(@Nullable Provider chosen) {
        Optional<Provider> found = Optional.ofNullable(chosen);
        scheme.setText(found.map(known -> SchemeWords.sentence(known.scheme())).orElse(""));
        scheme.setManaged(found.isPresent());
        file.setText(found.flatMap(known -> catalogue.fileOf(known.id())).map(path -> text("sources.file", path))
                .orElse(""));
        file.setManaged(!file.getText().isEmpty());
        describeAgain.setVisible(found.flatMap(known -> catalogue.described(known.id())).isPresent());
        secrets.judgeBy(found);
        tolerance.judgeBy(found);
        reply.answerAs(found);
        found.filter(_ -> proposes).ifPresent(this::propose);
    }

    private void propose(Provider chosen) {
        Proposal next = Proposal.of(chosen, cameTo, others);
        if (name.getText().isBlank() || name.getText().equals(proposal.name())) {
            name.setText(next.name());
        }
        if (path.getText().isBlank() || path.getText().equals(proposal.path())) {
            path.setText(next.path());
        }
        proposal = next;
    }

    private void showUrl() {
        Optional<String> listening = receiverUrl.get();
        String typed = path.getText().strip();
        url.setText(listening.map(own -> own + (typed.startsWith("/") ? typed : "/" + typed))
                .orElseGet(() -> text("sources.url.none")));
        copyUrl.setVisible(listening.isPresent());
    }

    /**
     * The source as it stands.
     *
     * @throws Problem if something is missing or of no use; the field in question has the focus then
     */
    Source source(int id) throws Problem {
        Provider chosen = provider.getValue();
        if (chosen == null) {
            provider.requestFocus();
            throw new Problem(text("sources.provider.missing"));
        }
        Optional<SecretRow> refused = secrets.refused();
        if (refused.isPresent()) {
            refused.get().focusSecret();
            throw new Problem(text("sources.secret.refused", chosen.name()));
        }
        return Source.draft(name.getText(), chosen.id(), path.getText())
                .withId(id)
                .withSecrets(secrets.secrets())
                .withPublicUrl(publicUrl.getText())
                .withTolerance(tolerance.tolerance())
                .withReply(reply.rule())
                .withForward(forward.forward());
    }

    /** Puts the cursor where a secret is pasted. */
    void focusSecret() {
        secrets.focus();
    }

    /** Puts the cursor where typing begins. */
    void focus() {
        (proposes ? provider : name).requestFocus();
    }
}
