package dev.hookglass.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another event made of an example: its ids become others of the same form, the same one wherever it stands, inside links
 * too; all its times move by the same span, so that their order stays. For one example only.
 */
final class Variation {
    /** Times begin within a year of this one: samples do not depend on the clock. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final long MIN_EPOCH_SECOND = 1_000_000_000L;
    private static final long MAX_EPOCH_SECOND = 4_000_000_000L;

    private static final Pattern TIME = Pattern
            .compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)((?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?)");
    /** A UUID, at least 16 letters and digits in a row with both among them, or at least 9 digits. */
    private static final Pattern ID = Pattern
            .compile("(?<![0-9A-Za-z])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
                    + "|(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[A-Za-z])[0-9A-Za-z]{16,}|[0-9]{9,})(?![0-9A-Za-z])");
    private static final int UUID_VERSION = 14;
    private static final int UUID_VARIANT = 19;
    private static final int MIN_ID_NUMBER = 1_000;

    private final Random random;
    private final Map<String, String> ids = new HashMap<>();
    private Duration shift = Duration.ZERO;

    Variation(Random random) {
        this.random = random;
    }

    JsonNode of(JsonNode example) {
        Instant start = EARLIEST.plusSeconds(random.nextInt(YEAR));
        earliest(example, "").ifPresent(first -> shift = Duration.between(first, start));
        return vary(example, "");
    }

    private static Optional<Instant> earliest(JsonNode node, String name) {
        Optional<Instant> earliest = time(node, name);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            earliest = earlier(earliest, earliest(property.getValue(), property.getKey()));
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                earliest = earlier(earliest, earliest(item, name));
            }
        }
        return earliest;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        if (isEpochSecond(node, name)) {
            return Optional.of(Instant.ofEpochSecond(node.longValue()));
        }
        Matcher matcher = TIME.matcher(node.asString(""));
        return node.isString() && matcher.matches()
                ? Optional.of(LocalDateTime.parse(matcher.group(1)).toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }

    private static boolean isEpochSecond(JsonNode node, String name) {
        return node.isIntegralNumber() && node.longValue() > MIN_EPOCH_SECOND && node.longValue() < MAX_EPOCH_SECOND
                && (name.contains("time") || name.endsWith("_at") || name.endsWith("At") || name.contains("created"));
    }

    private JsonNode vary(JsonNode node, String name) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), vary(entry.getValue(), entry.getKey())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            node.forEach(item -> array.add(vary(item, name)));
            return array;
        }
        if (node.isString()) {
            return nodes.stringNode(varyText(node.stringValue()));
        }
        if (isEpochSecond(node, name)) {
            return nodes.numberNode(node.longValue() + shift.toSeconds());
        }
        return isIdNumber(node, name) ? nodes.numberNode(Long.parseLong(another(node.asString()))) : node;
    }

    private static boolean isIdNumber(JsonNode node, String name) {
        return node.canConvertToLong() && node.isIntegralNumber() && node.longValue() >= MIN_ID_NUMBER
                && (name.equals("id") || name.endsWith("_id") || name.endsWith("Id"));
    }

    private String varyText(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            String moved = LocalDateTime.parse(time.group(1)).plus(shift).toString();
            // LocalDateTime leaves out seconds that are zero.
            return (moved.length() == 16 ? moved + ":00" : moved) + time.group(2);
        }
        return ID.matcher(text).replaceAll(id -> another(id.group()));
    }

    private String another(String id) {
        return ids.computeIfAbsent(id, this::sameForm);
    }

    /** Digit for digit and letter for letter; a number's first digit does not become zero. */
    private String sameForm(String id) {
        boolean uuid = id.length() == 36 && id.indexOf('-') == 8;
        boolean hex = id.chars().noneMatch(c -> c > 'F' && c < 'a' || c > 'f');
        StringBuilder other = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean keep = c == '-' || uuid && (i == UUID_VERSION || i == UUID_VARIANT) || i == 0 && c == '0';
            other.append(keep ? c : sameKind(c, hex, i == 0 ? 1 : 0));
        }
        return other.toString();
    }

    private char sameKind(char c, boolean hex, int minDigit) {
        if (c <= '9') {
            return (char) ('0' + random.nextInt(minDigit, 10));
        }
        return (char) ((c >= 'a' ? 'a' : 'A') + random.nextInt(hex ? 6 : 26));
    }
}
