package dev.hookglass.source;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Handshake;
import dev.hookglass.provider.Locator;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Recognises and judges requests. A pure function of the request, its source and the time, so that stored events can be
 * judged again by the same code. Safe for use by many threads.
 */
public final class Intake {
    private static final int LONGEST = 1_000;
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(1);

    private final Catalogue providers;

    public Intake(Catalogue providers) {
        this.providers = providers;
    }

    /**
     * Everything about a request that its source decides. Never throws for what was received.
     *
     * @param scheme {@code http} or {@code https}: how it came here, which some signatures cover
     */
    public Recognition recognise(Source source, RequestHead head, Bytes body, Instant receivedAt, String scheme) {
        Provider provider = provider(source);
        JsonNode json = JsonBody.parse(body, head.headers()).orElse(MissingNode.getInstance());
        String type = Locator.findFirst(provider.type(), head, json).map(Intake::bounded).orElse(null);
        SignedMessage message = message(source, head, body, receivedAt, scheme);
        Optional<Handshake> handshake = provider.handshake(head, json);
        Verdict verdict = judge(source, provider, json, message);
        return new Recognition(type, items(provider, json), key(source, provider, head, json, body), verdict,
                provider.acknowledgement().status(),
                handshake.map(found -> HandshakeReply.of(found, head, json, verdict,
                        proving(provider, usable(source.secrets(), receivedAt), message))));
    }

    /** The secret that proves a message; where none does, the first. */
    private static Optional<Secret> proving(Provider provider, List<Secret> secrets, SignedMessage message) {
        return secrets.stream()
                .filter(secret -> Judge.judge(provider.scheme(), List.of(secret), message).outcome() == Outcome.VALID)
                .findFirst()
                .or(() -> secrets.stream().findFirst());
    }

    /**
     * How long a source's sender may be kept waiting for what somebody else answers: ten seconds, or a second less than it
     * waits where that is less.
     */
    public Duration patience(Source source) {
        return provider(source).acknowledgement()
                .within()
                .map(within -> within.minus(TO_ANSWER))
                .filter(within -> within.compareTo(LONGEST_PATIENCE) < 0)
                .map(within -> within.isPositive() ? within : TO_ANSWER)
                .orElse(LONGEST_PATIENCE);
    }

    /** The verdict alone, by the source as it is now and the time the request came. */
    public Verdict judge(Source source, RequestHead head, Bytes body, Instant receivedAt, String scheme) {
        Provider provider = provider(source);
        JsonNode json = !provider.handshakes().isEmpty()
                ? JsonBody.parse(body, head.headers()).orElse(MissingNode.getInstance())
                : MissingNode.getInstance();
        return judge(source, provider, json, message(source, head, body, receivedAt, scheme));
    }

    private static Verdict judge(Source source, Provider provider, JsonNode json, SignedMessage message) {
        return provider.handshake(message.head(), json)
                .filter(found -> !found.isSigned())
                .map(found -> HandshakeReply.verdict(found, provider, message.head(), json,
                        usable(source.secrets(), message.time())))
                .orElseGet(() -> Judge.judge(provider.scheme(), source.secrets(), message));
    }

    private static List<Secret> usable(List<Secret> secrets, Instant at) {
        return secrets.stream().filter(secret -> secret.isReadable() && secret.isValidAt(at)).toList();
    }

    private static SignedMessage message(Source source, RequestHead head, Bytes body, Instant receivedAt,
            String scheme) {
        return new SignedMessage(head, body, receivedAt, sentTo(source, head, scheme), source.tolerance());
    }

    /** A source outlives its provider's file; its events are taken without knowledge of their sender then. */
    private Provider provider(Source source) {
        return providers.find(source.provider())
                .or(() -> providers.find(Source.INBOX.provider()))
                .orElseThrow(() -> new IllegalStateException("The generic provider is built in"));
    }

    /** Where the sender sent to: the source's public URL, or where it arrived. */
    static Optional<String> sentTo(Source source, RequestHead head, String scheme) {
        return publicUrl(source, head.target())
                .or(() -> head.first("Host").map(host -> scheme + "://" + host + head.target()));
    }

    /**
     * The public URL in place of the source's path. One without a path is a tunnel, which leaves paths as they are. Empty if
     * the source has none.
     */
    public static Optional<String> publicUrl(Source source, String target) {
        String url = source.publicUrl();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.replaceFirst("^[^/]*//", "").replaceFirst("/$", "").contains("/")) {
            return Optional.of(url.replaceFirst("/$", "") + target);
        }
        // An earlier event may have come when the source had another path.
        String rest = target.startsWith(source.path()) ? target.substring(source.path().length()) : "";
        return Optional.of(rest.isEmpty() ? url : url.replaceFirst("/?(\\?.*)?$", "") + rest);
    }

    private static int items(Provider provider, JsonNode json) {
        return provider.batch()
                .map(batch -> json.at(batch.items()))
                .filter(JsonNode::isArray)
                .map(JsonNode::size)
                .orElse(1);
    }

    private static @Nullable String key(Source source, Provider provider, RequestHead head, JsonNode json, Bytes body) {
        List<Optional<String>> parts = provider.key().stream().map(locator -> locator.find(head, json)).toList();
        if (!parts.isEmpty() && parts.stream().allMatch(Optional::isPresent)) {
            String key = String.join(" ", parts.stream().flatMap(Optional::stream).toList());
            return key.length() <= LONGEST ? key : Bytes.ofUtf8(key).sha256();
        }
        if (body.isEmpty()) {
            return null;
        }
        // The Inbox has many senders: the same few bytes to another place are another event.
        return source.isInbox()
                ? Bytes.ofUtf8(head.method() + " " + head.path() + " " + body.sha256()).sha256()
                : body.sha256();
    }

    private static String bounded(String type) {
        return type.length() <= LONGEST ? type : type.substring(0, LONGEST);
    }
}
