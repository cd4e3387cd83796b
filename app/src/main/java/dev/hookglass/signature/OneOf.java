package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** For providers that sign in several ways. */
public sealed interface OneOf extends Scheme permits FirstFitting, ByHeader {
    /** All ways of signing, in the order they are tried. */
    List<Scheme> schemes();

    /** The one in which a message is signed that is still to be. The secret {@link #fits} it. */
    Scheme signing(SignedMessage message, Secret secret);

    @Override
    default List<Header> sign(SignedMessage message, Secret secret) {
        return signing(message, secret).sign(message, secret);
    }

    @Override
    default Bytes signBody(SignedMessage message, Secret secret) {
        return signing(message, secret).signBody(message, secret);
    }

    @Override
    default Optional<String> signingObjection(Secret secret) {
        return fitting(schemes(), secret).signingObjection(secret);
    }

    /** The first that the secret has the form for. */
    static Scheme fitting(List<Scheme> schemes, Secret secret) {
        return schemes.stream()
                .filter(scheme -> scheme.fits(secret))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The secret has the form of none of "
                        + schemes.stream().map(Scheme::id).collect(Collectors.joining(", "))));
    }

    @Override
    default Optional<String> objection(String secretText) {
        List<Optional<String>> objections = schemes().stream().map(scheme -> scheme.objection(secretText)).toList();
        return objections.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(objections.stream().flatMap(Optional::stream).collect(Collectors.joining(" ")));
    }

    @Override
    default List<String> secretHeaders() {
        return schemes().stream().flatMap(scheme -> scheme.secretHeaders().stream()).distinct().toList();
    }

    @Override
    default Optional<Timestamp> timestamp() {
        return schemes().stream().flatMap(scheme -> scheme.timestamp().stream()).findFirst();
    }
}
