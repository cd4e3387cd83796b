package dev.hookglass.provider;

import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.util.List;

/** A library in which a sender's customers check its webhooks, by the sender itself. Its clock is the system's. */
abstract class SenderLibrary {
    private final String provider;
    private final String secret;
    private final String body;

    /**
     * Tells of the sender.
     *
     * @param provider the built-in file that describes the same one
     * @param secret what a person would paste
     * @param body such as it sends, with characters outside ASCII
     */
    SenderLibrary(String provider, String secret, String body) {
        this.provider = provider;
        this.secret = secret;
        this.body = body;
    }

    final String provider() {
        return provider;
    }

    final String secret() {
        return secret;
    }

    final String body() {
        return body;
    }

    /** The parts of that body that the sender signs. */
    List<String> covered() {
        return List.of(body);
    }

    /** The URL that requests are sent to. */
    String url() {
        return "https://hooks.example/in?tenant=7";
    }

    /** The headers with which a request goes out before it is signed. */
    List<Header> headers() {
        return List.of();
    }

    /** The headers with which the library signs a body that is sent now, the signature last; none if it only checks. */
    List<Header> sign(String body) throws Exception {
        return List.of();
    }

    /** The body with its signature, where that is its place. */
    String signedBody(String body) throws Exception {
        return body;
    }

    /** The text that holds the signature of a signed message, at its end. */
    String signature(SignedMessage message) {
        return message.head().headers().getLast().value();
    }

    /** Whether the library takes the message for genuine. */
    abstract boolean accepts(SignedMessage message) throws Exception;

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " for " + provider;
    }
}
