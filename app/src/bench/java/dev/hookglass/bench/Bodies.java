package dev.hookglass.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bodies of about 1 KiB. */
enum Bodies {
    /** As a content platform sends them: names that repeat, values that do not. */
    JSON("{\"event_id\":\"".length()) {
        @Override
        byte[] next(Random random) {
            StringBuilder json = new StringBuilder(1_100);
            json.append("{\"event_id\":\"0000000000\",\"event_name\":\"task_asset_added\"")
                    .append(",\"data\":{\"task\":{\"id\":\"").append(hex(random, 24))
                    .append("\",\"title\":\"").append(words(random, 8))
                    .append("\",\"is_completed\":").append(random.nextBoolean())
                    .append("},\"assets\":[");
            for (int i = 0; json.length() < 800; i++) {
                json.append(i == 0 ? "" : ",").append("{\"id\":\"").append(hex(random, 24))
                        .append("\",\"title\":\"").append(words(random, 3))
                        .append("\",\"mime_type\":\"image/png\",\"size\":").append(random.nextInt(9_000_000))
                        .append(",\"links\":{\"self\":\"https://api.example.com/v3/images/").append(hex(random, 24))
                        .append("\"}}");
            }
            json.append("],\"note\":\"");
            json.repeat('.', Math.max(0, SIZE - 3 - json.length())).append("\"}}");
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    },
    /** Bytes that nothing can make smaller. */
    RANDOM(0) {
        @Override
        byte[] next(Random random) {
            byte[] bytes = new byte[SIZE];
            random.nextBytes(bytes);
            return bytes;
        }
    };

    static final int SIZE = 1_024;
    private static final int DIGITS = 10;
    private static final String[] WORDS = {"autumn", "campaign", "banner", "draft", "review", "launch", "header",
            "summer", "teaser", "brief", "final", "landing", "page", "video", "social", "email", "print", "copy"};

    private final int numberAt;

    Bodies(int numberAt) {
        this.numberAt = numberAt;
    }

    abstract byte[] next(Random random);

    /** Writes a number into a body that begins at an offset, so that it is like no other. */
    void number(byte[] bytes, int offset, long number) {
        long rest = number;
        for (int i = offset + numberAt + DIGITS - 1; i >= offset + numberAt; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String hex(Random random, int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
