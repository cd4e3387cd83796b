package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SignedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A captured event made ready to be sent again: same method, headers and body, and, unless the target has a query of its
 * own, same query.
 *
 * @param request what is to be sent
 * @param omitted the captured headers that are left out, since they belonged to the old connection
 * @param replaced the captured headers whose place fresh signature headers have taken; they are not in the request
 */
public record Replay(OutboundRequest request, List<Header> omitted, List<Header> replaced) {
    public Replay {
        omitted = List.copyOf(omitted);
        replaced = List.copyOf(replaced);
    }

    /** The event as it was, for a target. */
    public static Replay of(CapturedEvent event, TargetUrl target) {
        return of(StoredRequest.of(event), target);
    }

    /** The same, for what is known of it where many are sent. */
    public static Replay of(StoredRequest event, TargetUrl target) {
        RequestHead head = event.request();
        TargetUrl url = target.hasQuery() ? target : head.query().map(target::withQuery).orElse(target);
        List<Header> omitted = new ArrayList<>();
        List<Header> kept = new ArrayList<>();
        for (Header header : head.headers()) {
            (ConnectionHeaders.include(header) ? omitted : kept).add(header);
        }
        return new Replay(new OutboundRequest(head.method(), url, kept, event.body()), omitted, List.of());
    }

    /**
     * The same with fresh signature headers, each in the place of the old one, or at the end where there was none, and with
     * another body where the proof or its time stands in the body.
     */
    public Replay signedAnew(Signer signer) {
        Scheme scheme = signer.scheme();
        RequestHead head = new RequestHead(request.method(), request.url().requestTarget(), "HTTP/1.1",
                request.headers());
        Optional<String> url = signer.url().or(() -> Optional.of(request.url().toString()));
        Bytes body = scheme.signBody(new SignedMessage(head, request.body(), signer.at(), url), signer.secret());
        List<Header> unplaced = new ArrayList<>(
                scheme.sign(new SignedMessage(head, body, signer.at(), url), signer.secret()));
        List<Header> fresh = List.copyOf(unplaced);
        List<Header> headers = new ArrayList<>();
        List<Header> removed = new ArrayList<>(replaced);
        for (Header header : request.headers()) {
            if (fresh.stream().noneMatch(signature -> signature.is(header.name()))) {
                headers.add(header);
                continue;
            }
            removed.add(header);
            // Of several old headers with one name, those that are too many just go.
            unplaced.stream().filter(signature -> signature.is(header.name())).findFirst().ifPresent(signature -> {
                headers.add(new Header(header.name(), signature.value()));
                unplaced.remove(signature);
            });
        }
        headers.addAll(unplaced);
        OutboundRequest signed = new OutboundRequest(request.method(), request.url(), headers, body);
        return new Replay(signed, omitted, removed);
    }
}
