package dev.hookglass.delivery;

import dev.hookglass.delivery.Exchange.Stage;
import dev.hookglass.delivery.GuardedResolver.RefusedAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Tells a person in one sentence why there is no answer, and where there is something to do, what. */
final class FailureWords {
    private FailureWords() {}

    /** @throws IllegalStateException if the cause is not a failure of the network but a bug */
    static String of(Exchange exchange, Throwable cause) {
        String place = exchange.url().authority();
        return switch (cause) {
            case RefusedAddressException refused -> String.valueOf(refused.getMessage());
            case UnknownHostException _ -> "No host named " + exchange.url().host() + " was found; check its spelling.";
            case SocketTimeoutException _ -> timedOut(exchange);
            case NoRouteToHostException _ -> "This machine has no way to " + place + "; check the network.";
            case ConnectException connect -> connecting(place, connect);
            case SSLException tls -> tls(exchange.url(), tls);
            case MessageConstraintException _ -> place + " answered with headers that are too large.";
            case NoHttpResponseException _ -> place + " closed the connection without an answer.";
            case HttpException _ -> place + " did not answer with HTTP" + hint(exchange.url()) + ".";
            case IOException broken -> broken(exchange, broken);
            case TimeoutException _ -> timedOut(exchange);
            default -> throw new IllegalStateException("Sending to " + place + " failed", cause);
        };
    }

    static String timedOut(Exchange exchange) {
        String place = exchange.url().authority();
        return switch (exchange.stage()) {
            case QUEUED -> "No connection to " + place + " came free within " + words(exchange.limits().total()) + ".";
            case CONNECTING ->
                place + " did not accept a connection within " + words(exchange.limits().connect()) + ".";
            case WAITING -> place + " did not answer within " + words(exchange.limits().total()) + ".";
            case READING -> place + " answered " + exchange.status() + ", but did not finish its answer within "
                    + words(exchange.limits().total()) + ".";
        };
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String connecting(String place, ConnectException failure) {
        return String.valueOf(failure.getMessage()).contains("refused")
                ? "Nothing listens at " + place
                        + ": the connection was refused; check the port and that the target runs."
                : "No connection to " + place + " could be made: "
                        + String.valueOf(failure.getMessage()).replaceFirst(".* failed: ", "") + ".";
    }

    private static String tls(TargetUrl url, SSLException failure) {
        String place = url.authority();
        if (String.valueOf(failure.getMessage()).startsWith("Unsupported or unrecognized SSL message")) {
            return place + " does not speak TLS; try http:// instead of https://.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "The certificate of " + place + " has expired.";
            }
            if (cause instanceof CertificateException
                    && String.valueOf(cause.getMessage()).matches("(?s)No (name matching|subject alternative).*")) {
                return "The certificate of " + place + " was issued for another host, so it was not trusted.";
            }
            if (cause instanceof CertPathBuilderException) {
                return "The certificate of " + place
                        + " is not trusted by this machine: it is self-signed, or its issuer is unknown here. If it is the"
                        + " right one, trust its fingerprint, as the window offers or with “hookglass target trust "
                        + url.origin() + "”.";
            }
        }
        return "The TLS handshake with " + place + " failed: " + failure.getMessage() + ".";
    }

    private static String hint(TargetUrl url) {
        return url.isSecure() ? "" : "; if it expects TLS, try https:// instead of http://";
    }

    private static String broken(Exchange exchange, IOException failure) {
        String place = exchange.url().authority();
        if (exchange.stage() == Stage.READING) {
            return place + " answered " + exchange.status() + ", but broke off in the middle of its answer.";
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("reset") || message.contains("Broken pipe") || message.contains("closed")) {
            return place + " broke the connection off without an answer.";
        }
        return "Sending to " + place + " failed: " + message + ".";
    }
}
