package dev.hookglass.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers and texts that a schema accepts and that look like what their name says. */
final class ScalarSample {
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final String PADDING = "sample ";

    private final Random random;

    ScalarSample(Random random) {
        this.random = random;
    }

    JsonNode integer(JsonNode schema, String name) {
        long usual = switch (name.toLowerCase(Locale.ROOT)) {
            case String n when n.contains("time") || n.endsWith("_at") -> time().getEpochSecond();
            case String n when n.endsWith("id") -> random.nextLong(1_000_000_000L, 10_000_000_000L);
            default -> random.nextLong(1, 100);
        };
        return JsonNodeFactory.instance
                .numberNode(bounded(schema, BigDecimal.valueOf(usual), BigDecimal.ONE).longValue());
    }

    JsonNode number(JsonNode schema) {
        BigDecimal usual = BigDecimal.valueOf(random.nextLong(100, 10_000), 2);
        return JsonNodeFactory.instance.numberNode(bounded(schema, usual, new BigDecimal("0.01")));
    }

    /** The number, moved between the schema's bounds and onto the multiple it asks for. */
    private static BigDecimal bounded(JsonNode schema, BigDecimal usual, BigDecimal smallest) {
        BigDecimal step = schema.path("multipleOf").isNumber() ? schema.path("multipleOf").decimalValue() : smallest;
        BigDecimal number = round(usual, step, RoundingMode.FLOOR);
        JsonNode maximum = schema.path("maximum");
        if (maximum.isNumber() && number.compareTo(maximum.decimalValue()) > 0) {
            number = round(maximum.decimalValue(), step, RoundingMode.FLOOR);
        }
        JsonNode below = schema.path("exclusiveMaximum");
        if (below.isNumber() && number.compareTo(below.decimalValue()) >= 0) {
            number = round(below.decimalValue(), step, RoundingMode.CEILING).subtract(step);
        }
        JsonNode minimum = schema.path("minimum");
        if (minimum.isNumber() && number.compareTo(minimum.decimalValue()) < 0) {
            number = round(minimum.decimalValue(), step, RoundingMode.CEILING);
        }
        JsonNode above = schema.path("exclusiveMinimum");
        if (above.isNumber() && number.compareTo(above.decimalValue()) <= 0) {
            number = round(above.decimalValue(), step, RoundingMode.FLOOR).add(step);
        }
        return number;
    }

    private static BigDecimal round(BigDecimal number, BigDecimal step, RoundingMode mode) {
        return number.divide(step, 0, mode).multiply(step);
    }

    String text(JsonNode schema, String name) {
        String format = schema.path("format").asString("");
        if (schema.path("pattern").isString()) {
            return new PatternSample(random).of(schema.path("pattern").stringValue()).orElse(PADDING.strip());
        }
        return switch (format) {
            case "date-time" -> time().toString();
            case "date" -> time().toString().substring(0, 10);
            case "time" -> time().toString().substring(11);
            case "uri", "url", "iri" -> "https://example.com/" + hex(24);
            case "uri-reference", "iri-reference" -> "/" + hex(24);
            case "email", "idn-email" -> "person" + random.nextInt(1, 1_000) + "@example.com";
            case "hostname", "idn-hostname" -> "host" + random.nextInt(1, 1_000) + ".example.com";
            // RFC 5737 and RFC 3849: addresses for documentation.
            case "ipv4" -> "192.0.2." + random.nextInt(1, 255);
            case "ipv6" -> "2001:db8::" + random.nextInt(1, 10);
            case "uuid" ->
                new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63).toString();
            default -> fitted(schema, plain(name));
        };
    }

    private String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("id") || name.endsWith("_id") || name.endsWith("Id")) {
            return hex(24);
        }
        if (lower.endsWith("url") || lower.endsWith("href")) {
            return "https://example.com/" + hex(24);
        }
        if (lower.contains("email")) {
            return "person" + random.nextInt(1, 1_000) + "@example.com";
        }
        return name.isEmpty()
                ? PADDING.strip()
                : NamedSample.of(name, random).orElseGet(() -> Words.sentence(name) + " " + random.nextInt(1, 1_000));
    }

    private static String fitted(JsonNode schema, String text) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (text.length() < least) {
            return (text + PADDING.repeat(least / PADDING.length() + 1)).substring(0, least);
        }
        return text.substring(0, Math.min(text.length(), most));
    }

    private String hex(int length) {
        StringBuilder hex = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    private Instant time() {
        return EARLIEST.plus(random.nextInt(YEAR), ChronoUnit.SECONDS);
    }
}
