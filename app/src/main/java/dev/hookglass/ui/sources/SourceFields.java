package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.SchemeWords;
import dev.hookglass.ui.base.Field;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.SecretKeeping;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.ProviderNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final double STATUS_WIDTH = 108;

    private final Supplier<Optional<String>> receiverUrl;
    private final TextField name = new TextField();
    private final ComboBox<Provider> provider = new ComboBox<>();
    private final Label scheme = new Label();
    private final TextField path = new TextField();
    private final Label url = new Label();
    private final CopyButton copyUrl = new CopyButton(text("sources.url.copy"), url::getText);
    private final SecretRows secrets = new SecretRows();
    private final Label keeping = new Label();
    private final ToleranceField tolerance = new ToleranceField();
    private final TextField status = new TextField();
    private final TextField publicUrl = new TextField();
    private List<Source> others = List.of();
    private Proposal proposal = Proposal.NONE;
    private boolean proposes;

    SourceFields(Supplier<Optional<String>> receiverUrl) {
        this.receiverUrl = receiverUrl;
        name.setPromptText(text("sources.name.prompt"));
        provider.setMaxWidth(Double.MAX_VALUE);
        provider.setPromptText(text("sources.provider.prompt"));
        provider.setConverter(new ProviderNames());
        provider.valueProperty().subscribe(this::showProvider);
        scheme.getStyleClass().add("secondary");
        scheme.setWrapText(true);
        scheme.setMinHeight(USE_PREF_SIZE);
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
        status.setMinWidth(STATUS_WIDTH);
        status.setPrefWidth(STATUS_WIDTH);
        Field publicField = new Field(text("sources.publicUrl"), publicUrl);
        HBox.setHgrow(publicField, Priority.ALWAYS);
        keeping.getStyleClass().add("secondary");
        keeping.setWrapText(true);
        keeping.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("fields");
        getChildren().addAll(new Field(text("sources.provider"), provider, scheme),
                new Field(text("sources.name"), name),
                new Field(text("sources.path"), path, urlLine),
                new Field(text("sources.secrets"), secrets, keeping, tolerance),
                new HBox(12, new Field(text("sources.status"), status), publicField));
    }

    /** Nothing filled in yet; the choice of a provider proposes the rest. */
    void add(List<Provider> providers, List<Source> present) {
        fill(Source.draft("", "", ""), providers, present);
        proposes = true;
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
        provider.setValue(providers.stream().filter(found -> found.id().equals(source.provider())).findFirst()
                .orElse(null));
        name.setText(source.name());
        path.setText(source.path());
        secrets.show(source.secrets());
        tolerance.show(source.tolerance());
        status.setText(source.status().isPresent() ? Integer.toString(source.status().getAsInt()) : "");
        publicUrl.setText(source.publicUrl());
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
        secrets.judgeBy(found);
        tolerance.judgeBy(found);
        status.setPromptText(found
                .map(known -> text("sources.status.prompt", known.acknowledgement().status())).orElse(""));
        found.filter(_ -> proposes).ifPresent(this::propose);
    }

    private void propose(Provider chosen) {
        Proposal next = Proposal.of(chosen, others);
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
                .withStatus(status());
    }

    private OptionalInt status() throws Problem {
        String typed = status.getText().strip();
        try {
            return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed));
        } catch (NumberFormatException e) {
            status.requestFocus();
            throw new Problem(text("sources.status.wrong"), e);
        }
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
