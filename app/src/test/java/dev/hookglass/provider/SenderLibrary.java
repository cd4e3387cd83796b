package dev.hookglass.provider;

import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.util.List;

/** A library in which a sender's customers check its webhooks, by the sender itself. Its clock is the system's. */
interface SenderLibrary {
    /** The built-in file that describes the same sender. */
    String provider();

    /** What a person would paste as the secret. */
    String secret();

    /** A body such as the sender sends, with characters outside ASCII. */
    String body();

    /** The parts of that body that the sender signs. */
    default List<String> covered() {
        return List.of(body());
    }

    /** The URL that requests are sent to. */
    default String url() {
        return "https://hooks.example/in?tenant=7";
    }

    /** The headers with which a request goes out before it is signed. */
    default List<Header> headers() {
        return List.of();
    }

    /** The headers with which the library signs a body that is sent now, the signature last; none if it only checks. */
    default List<Header> sign(String body) throws Exception {
        return List.of();
    }

    /** The body with its signature, where that is its place. */
    default String signedBody(String body) throws Exception {
        return body;
    }

    /** The text that holds the signature of a signed message, at its end. */
    default String signature(SignedMessage message) {
        return message.head().headers().getLast().value();
    }

    /** Whether the library takes the message for genuine. */
    boolean accepts(SignedMessage message) throws Exception;
}
