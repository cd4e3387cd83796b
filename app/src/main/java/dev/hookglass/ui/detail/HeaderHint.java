package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Header;
import dev.hookglass.ui.base.Moments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the value of a header means, where that is not to be read off it. */
final class HeaderHint {
    private static final Pattern BASIC = Pattern.compile("(?i)Basic\\s+(\\S+)");
    private static final Pattern SECONDS = Pattern.compile("\\d{10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

    private HeaderHint() {}

    /** @param isMasked whether secrets are not shown */
    static Optional<String> of(Header header, boolean isMasked) {
        String value = header.value().strip();
        if (BASIC.matcher(value).matches()) {
            return basic(value, isMasked);
        }
        if (!isMasked && header.name().toLowerCase(Locale.ROOT).contains("time")) {
            return SECONDS.matcher(value).matches()
                    ? Optional.of(Moments.of(Instant.ofEpochSecond(Long.parseLong(value))))
                    : MILLISECONDS.matcher(value).matches()
                            ? Optional.of(Moments.of(Instant.ofEpochMilli(Long.parseLong(value))))
                            : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> basic(String value, boolean isMasked) {
        try {
            byte[] decoded = Base64.getDecoder().decode(BASIC.matcher(value).replaceFirst("$1"));
            String[] both = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return Optional.of(both.length < 2
                    ? text("headers.basic.noPassword")
                    : isMasked ? text("headers.basic.masked", both[0]) : text("headers.basic", both[0], both[1]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.of(text("headers.basic.broken"));
        }
    }
}
