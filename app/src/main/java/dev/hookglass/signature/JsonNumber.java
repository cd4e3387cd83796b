package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Puts another number into a JSON body and leaves every other byte as it is. */
final class JsonNumber {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private JsonNumber() {}

    /**
     * The body with another number in a place.
     *
     * @param number in decimal digits
     * @return the same body where no number stands there, bare or in quotes
     */
    static Bytes put(Bytes body, JsonPointer place, String number) {
        try (JsonParser parser = JsonMapper.shared().createParser(body.array())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (isNumber(token) && parser.streamReadContext().pathAsPointer().equals(place)) {
                    int quote = token == JsonToken.VALUE_STRING ? 1 : 0;
                    int start = (int) parser.currentTokenLocation().getByteOffset() + quote;
                    return spliced(body, start, parser.getString(), number);
                }
            }
        } catch (JacksonException notJson) {
            // What is no JSON has no place for a number.
        }
        return body;
    }

    private static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING;
    }

    private static Bytes spliced(Bytes body, int start, String old, String number) {
        byte[] array = body.array();
        // Whatever is not written as it reads, such as an escaped text, is not a number that a sender writes.
        boolean plain = DIGITS.matcher(old).matches()
                && new String(array, start, Math.min(old.length(), array.length - start), StandardCharsets.ISO_8859_1)
                        .equals(old);
        if (!plain) {
            return body;
        }
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        int end = start + old.length();
        byte[] changed = Arrays.copyOf(array, array.length - old.length() + digits.length);
        System.arraycopy(digits, 0, changed, start, digits.length);
        System.arraycopy(array, end, changed, start + digits.length, array.length - end);
        return Bytes.wrap(changed);
    }
}
