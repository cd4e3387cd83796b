package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** With which secret a request is signed, if with any. */
final class SigningChoice extends HBox {
    private final ComboBox<Signing> choice = new ComboBox<>();
    private final PasswordTextField another = new PasswordTextField("", '•');
    private final Field anotherField = new Field(text("compose.sign.secret"), another);
    private final Function<TargetUrl, String> signedUrl;
    private @Nullable Provider provider;

    /** @param signedUrl for where a request goes, the URL that it is to be signed for */
    SigningChoice(Function<TargetUrl, String> signedUrl) {
        super(8);
        this.signedUrl = signedUrl;
        choice.setConverter(new ChoiceWords<>("", SigningChoice::words));
        another.setPromptText(text("compose.sign.secret.prompt"));
        Field choiceField = new Field(text("compose.sign"), choice);
        choice.setPrefWidth(230);
        another.setPrefWidth(130);
        getChildren().addAll(choiceField, anotherField);
        choice.valueProperty().subscribe(this::showAnother);
    }

    /**
     * Offers the secrets of a provider's sources.
     *
     * @param proof the headers that proved the captured request, if there is one
     * @param preferred the source whose secret is chosen if it has one; empty for any
     */
    void show(Provider newProvider, List<Source> sources, List<Header> proof, OptionalInt preferred) {
        provider = newProvider;
        List<Signing> choices = new ArrayList<>();
        List<Signing.Known> known = known(newProvider, sources);
        choices.addAll(known);
        if (!proof.isEmpty()) {
            choices.add(new Signing.AsCaptured(proof));
        }
        choices.add(new Signing.None());
        boolean signs = !(newProvider.scheme() instanceof Unsigned);
        if (signs) {
            choices.add(new Signing.Another());
        }
        another.setText("");
        choice.getItems().setAll(choices);
        choice.setValue(known.stream()
                .filter(secret -> OptionalInt.of(secret.sourceId()).equals(preferred))
                .map(Signing.class::cast)
                .findFirst()
                .orElseGet(() -> choices.stream()
                        // Another source's secret is not the one that this source's receiver knows.
                        .filter(each -> preferred.isEmpty() || !(each instanceof Signing.Known))
                        .findFirst()
                        .orElse(new Signing.None())));
        choice.setDisable(choices.size() == 1);
    }

    private static List<Signing.Known> known(Provider provider, List<Source> sources) {
        Instant now = Instant.now();
        return sources.stream()
                .filter(source -> source.provider().equals(provider.id()))
                .flatMap(source -> source.secrets().stream()
                        .filter(Secret::isReadable)
                        .filter(provider.scheme()::fits)
                        .sorted(Comparator.comparing(secret -> !secret.isValidAt(now)))
                        .map(secret -> new Signing.Known(source.id(),
                                text("compose.sign.known", source.name(), secret.name()), secret)))
                .toList();
    }

    private void showAnother() {
        boolean visible = choice.getValue() instanceof Signing.Another;
        anotherField.setVisible(visible);
        anotherField.setManaged(visible);
    }

    /** The source whose secret is chosen. */
    OptionalInt source() {
        return choice.getValue() instanceof Signing.Known known
                ? OptionalInt.of(known.sourceId())
                : OptionalInt.empty();
    }

    /**
     * A request with the proof that is chosen, headers of the same names replaced.
     *
     * @throws Problem if the secret that is typed cannot be used
     */
    OutboundRequest prove(OutboundRequest request) throws Problem {
        return switch (choice.getValue()) {
            case null -> request;
            case Signing.None _ -> request;
            case Signing.AsCaptured captured -> new OutboundRequest(request.method(), request.url(),
                    Stream.concat(request.headers().stream(), captured.proof().stream()).toList(), request.body());
            case Signing.Known known -> sign(request, known.secret());
            case Signing.Another _ -> sign(request, typed());
        };
    }

    private OutboundRequest sign(OutboundRequest request, Secret secret) throws Problem {
        if (provider == null) {
            return request;
        }
        Optional<String> objection = provider.scheme().signingObjection(secret);
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        Signer signer = new Signer(provider.scheme(), secret, Instant.now()).forUrl(signedUrl.apply(request.url()));
        return new Replay(request, List.of(), List.of()).signedAnew(signer).request();
    }

    private Secret typed() throws Problem {
        Secret secret = new Secret(text("compose.sign.another"), String.valueOf(another.getPassword()));
        Optional<String> objection = provider == null ? Optional.empty() : provider.objection(secret.text());
        if (objection.isPresent()) {
            another.requestFocus();
            throw new Problem(objection.get());
        }
        return secret;
    }

    private static String words(Signing shown) {
        return switch (shown) {
            case Signing.None _ -> text("compose.sign.none");
            case Signing.AsCaptured captured -> text("compose.sign.captured",
                    captured.proof().stream().map(Header::name).collect(Collectors.joining(", ")));
            case Signing.Known known -> known.label();
            case Signing.Another _ -> text("compose.sign.another");
        };
    }
}
