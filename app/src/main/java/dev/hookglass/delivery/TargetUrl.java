package dev.hookglass.delivery;

import dev.hookglass.problem.Problem;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request is sent to. Unlike {@link java.net.URI} it keeps path and query exactly as written, whatever they hold:
 * {@code //a/../b;c?x=%2F|} stays that, since a target may tell apart what a standard calls the same, and a captured query
 * must be sent as it came.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or address; an IPv6 address without its brackets
 * @param port given or that of the scheme
 * @param requestTarget path and query as they stand in the request line; begins with a slash
 */
public record TargetUrl(String scheme, String host, int port, String requestTarget) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~-]+)(?::([0-9]{0,6}))?");
    private static final Pattern USER_INFO = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?(//)?[^/?#]*@.*",
            Pattern.DOTALL);
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(.*\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|::1");

    /**
     * Reads what a person wrote.
     *
     * @throws Problem if nothing can be sent there; says what to write instead
     */
    public static TargetUrl parse(String written) throws Problem {
        String text = written.strip();
        TargetUrl url = read(text);
        if (text.indexOf('#') >= 0) {
            throw new Problem(
                    "The part of the URL from # on is never sent; leave it out, or write %23 for a # that is meant.");
        }
        Optional<String> illegal = text.codePoints().filter(c -> c <= ' ' || c >= 0x7f).mapToObj(TargetUrl::name)
                .findFirst();
        if (illegal.isPresent()) {
            throw new Problem("The URL contains " + illegal.get() + "; write it percent-encoded (a space is %20).");
        }
        return url;
    }

    /**
     * Reads back what {@link #toString} wrote, also with a captured query that no person could write.
     *
     * @throws IllegalArgumentException if it was not written by {@link #toString}
     */
    public static TargetUrl of(String text) {
        try {
            return read(text);
        } catch (Problem notUrl) {
            throw new IllegalArgumentException("Not the text of a target URL", notUrl);
        }
    }

    private static TargetUrl read(String text) throws Problem {
        if (text.isEmpty()) {
            throw new Problem("The URL is empty; write where to send to, such as http://localhost:3000/hook.");
        }
        if (USER_INFO.matcher(text).matches()) {
            throw new Problem("The URL contains a user name or password, which would end up in logs; "
                    + "leave out what precedes the @ and send an Authorization header instead.");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw withoutScheme(text);
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Problem("Only http:// and https:// URLs can be sent to, not " + scheme + "://.");
        }
        String rest = form.group(3);
        return at(scheme, form.group(2), rest.startsWith("/") ? rest : "/" + rest);
    }

    private static TargetUrl at(String scheme, String authority, String requestTarget) throws Problem {
        if (authority.matches("(:[0-9]*)?")) {
            throw new Problem("The URL names no host; write one behind " + scheme + "://, such as " + scheme
                    + "://localhost:3000/.");
        }
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            throw new Problem("“" + authority + "” is not a host name, or one with a port: letters, digits, dots and "
                    + "hyphens, then perhaps a colon and a number; an IPv6 address stands in brackets.");
        }
        String host = matcher.group(1).startsWith("[")
                ? matcher.group(1).substring(1, matcher.group(1).length() - 1)
                : matcher.group(1);
        String port = matcher.group(2);
        int number = port == null || port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw new Problem("The port " + number + " does not exist; ports are 1 to 65535.");
        }
        return new TargetUrl(scheme, host, number, requestTarget);
    }

    private static Problem withoutScheme(String text) {
        // The query may hold a token and is not repeated.
        String shown = text.replaceFirst("[?#].*", "").replaceFirst("^(?i:https?:)?/*", "");
        return shown.isEmpty() || text.matches("/[^/].*")
                ? new Problem("The URL names no host; write it in full, such as http://localhost:3000/hook.")
                : new Problem("The URL does not begin with http:// or https://; write http://" + shown + ".");
    }

    private static String name(int codePoint) {
        return switch (codePoint) {
            case ' ' -> "a space";
            case '\n', '\r' -> "a line break";
            default -> codePoint < ' ' || codePoint == 0x7f
                    ? "a control character"
                    : "the character “" + Character.toString(codePoint) + "”";
        };
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Whether TLS is spoken there. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether it names this machine, as far as its host tells without asking anybody. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Host and, unless it is that of the scheme, port: the value of the Host header. */
    public String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == defaultPort(scheme) ? name : name + ":" + port;
    }

    /** Whether both lead to the same port of the same host, in the same way. */
    boolean isSameServer(TargetUrl other) {
        return port == other.port && host.equals(other.host) && scheme.equals(other.scheme);
    }

    /** Scheme and authority, as in {@code http://localhost:3000}. */
    public String origin() {
        return scheme + "://" + authority();
    }

    /** An address on the internet that it leads to; empty for this machine and its own network. Asks name servers. */
    public Optional<InetAddress> publicAddress() {
        return GuardedResolver.publicAddress(host);
    }

    /** A place below this one: its path without a slash at the end, then a slash and the rest. */
    public TargetUrl below(String rest) {
        String path = hasQuery() ? requestTarget.substring(0, requestTarget.indexOf('?')) : requestTarget;
        return new TargetUrl(scheme, host, port, path.replaceFirst("/$", "") + "/" + rest);
    }

    /** Whether it has a query, even an empty one. */
    public boolean hasQuery() {
        return requestTarget.indexOf('?') >= 0;
    }

    /** The same place with a query, which is taken as it is. This URL has none. */
    TargetUrl withQuery(String query) {
        return new TargetUrl(scheme, host, port, requestTarget + "?" + query);
    }

    /** The URL as text. Its query may hold a token that a target asks for: it does not belong in logs. */
    @Override
    public String toString() {
        return origin() + requestTarget;
    }
}
