package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Retry.Backoff;
import dev.hookglass.signature.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/**
 * The {@code x-webhook} block of a provider file: what AsyncAPI cannot say. A document without one gets what AsyncAPI says
 * itself, and what is usual.
 */
final class WebhookBlock {
    private static final List<String> NAMES = List.of("id", "signature", "type", "key", "acknowledge", "retry", "batch",
            "secret", "json", "handshake", "columns");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Part top;
    private final Part block;

    WebhookBlock(Part top) throws Problem {
        this.top = top;
        this.block = top.get("x-webhook");
        block.allow(NAMES);
    }

    String id() throws Problem {
        String id = block.isPresent() ? block.get("id").text("") : Words.slug(top.get("info").get("title").text(""));
        if (id.isEmpty()) {
            throw block.problem(block.isPresent()
                    ? "“x-webhook” has no id; add one such as “id: acme-orders”."
                    : "The document has no title to make an id of; add “title” to “info”.");
        }
        if (!ID.matcher(id).matches()) {
            throw block.get("id").problem("“" + id + "” cannot be an id; use at most 64 of a–z, 0–9 and -.");
        }
        return id;
    }

    boolean isPresent() {
        return block.isPresent();
    }

    Scheme scheme() throws Problem {
        return SchemeReader.read(block.get("signature").isPresent()
                ? block.get("signature")
                : Security.of(top).signature());
    }

    /** Where requests name their type; empty if it is not said. */
    List<Locator> type() throws Problem {
        return Locators.read(block.get("type"));
    }

    List<Locator> key() throws Problem {
        return Locators.read(block.get("key"));
    }

    Acknowledgement acknowledgement() throws Problem {
        Part part = block.get("acknowledge");
        part.allow(List.of("status", "within"));
        List<Integer> statuses = new ArrayList<>();
        for (Part status : part.get("status").items()) {
            statuses.add(status.number(200, 599));
        }
        return new Acknowledgement(statuses.isEmpty() ? List.of(200) : statuses, Durations.read(part.get("within")));
    }

    Optional<Retry> retry() throws Problem {
        Part part = block.get("retry");
        part.allow(List.of("backoff", "every", "for"));
        if (!part.isPresent()) {
            return Optional.empty();
        }
        Backoff backoff = switch (part.get("backoff").text("")) {
            case "fixed" -> Backoff.FIXED;
            case "exponential" -> Backoff.EXPONENTIAL;
            default -> throw part.problem("“retry” needs a backoff: fixed or exponential.");
        };
        return Optional.of(new Retry(backoff, Durations.read(part.get("every")), Durations.read(part.get("for"))));
    }

    Optional<Batch> batch() throws Problem {
        Part part = block.get("batch");
        part.allow(List.of("items", "max"));
        if (!part.isPresent()) {
            return Optional.empty();
        }
        String items = part.get("items").text("");
        if (!items.isEmpty() && !items.startsWith("/")) {
            throw part.get("items")
                    .problem("“" + items + "” is no JSON pointer; where the body is the list, write \"\".");
        }
        return Optional.of(new Batch(JsonPointer.compile(items), part.get("max").number(1, 1_000_000)));
    }

    List<Handshake> handshakes() throws Problem {
        return HandshakeReader.read(block.get("handshake"));
    }

    List<ValueColumn> columns() throws Problem {
        List<ValueColumn> columns = new ArrayList<>();
        for (Part item : block.get("columns").items()) {
            item.allow(List.of("name", "value"));
            try {
                columns.add(new ValueColumn(item.get("name").text(item.get("value").text("")),
                        Place.of(item.get("value").text(""))));
            } catch (Problem e) {
                throw item.problem(e.sentence());
            }
        }
        return columns;
    }

    SecretRules secretRules() throws Problem {
        Part part = block.get("secret");
        part.allow(List.of("max-length", "hint"));
        Part length = part.get("max-length");
        return new SecretRules(length.isPresent() ? OptionalInt.of(length.number(1, 100_000)) : OptionalInt.empty(),
                part.get("hint").text(""));
    }

    JsonStyle style() throws Problem {
        return switch (block.get("json").text("compact")) {
            case "compact" -> JsonStyle.COMPACT;
            case "spaced" -> JsonStyle.SPACED;
            default -> throw block.get("json").problem("“json” is either compact or spaced.");
        };
    }
}
