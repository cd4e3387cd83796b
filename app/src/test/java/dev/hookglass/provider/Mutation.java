package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may become of a signed request on its way, or in the hands of somebody who has no secret. */
enum Mutation {
    DROP_HEADER {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            headers.remove(at);
        }
    },
    RENAME_HEADER {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            Header header = headers.get(at);
            headers.set(at, new Header(changed(header.name() + "a", random).replace(':', '-') + "x", header.value()));
        }
    },
    CHANGE_VALUE {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            value(headers, at, changed(headers.get(at).value(), random));
        }
    },
    TRUNCATE_VALUE {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            String value = headers.get(at).value();
            value(headers, at, value.substring(0, random.nextInt(Math.max(1, value.length()))));
        }
    },
    LENGTHEN_VALUE {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            value(headers, at, headers.get(at).value() + "0".repeat(1 + random.nextInt(3_000)));
        }
    },
    SWAP_VALUES {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            int other = random.nextInt(headers.size());
            String value = headers.get(at).value();
            value(headers, at, headers.get(other).value());
            value(headers, other, value);
        }
    },
    PUT_ANOTHER_BEFORE {
        @Override
        void headers(List<Header> headers, int at, Random random) {
            headers.add(at, new Header(headers.get(at).name(), changed(headers.get(at).value(), random)));
        }
    },
    CHANGE_BODY {
        @Override
        String body(String body, Random random) {
            return changed(body, random);
        }
    },
    TRUNCATE_BODY {
        @Override
        String body(String body, Random random) {
            return body.substring(0, random.nextInt(Math.max(1, body.length())));
        }
    },
    APPEND_TO_BODY {
        @Override
        String body(String body, Random random) {
            return body + List.of("\n", "\r\n", " ", "\u0000", "x", body).get(random.nextInt(6));
        }
    },
    SWAP_BYTES_OF_BODY {
        @Override
        String body(String body, Random random) {
            int at = random.nextInt(Math.max(1, body.length() - 1));
            return body.length() < 2
                    ? "x"
                    : body.substring(0, at) + body.charAt(at + 1) + body.charAt(at) + body.substring(at + 2);
        }
    },
    PUT_MARK_BEFORE_BODY {
        @Override
        String body(String body, Random random) {
            return "\u00ef\u00bb\u00bf" + body;
        }
    };

    private static final List<Mutation> ALL = List.of(values());
    private static final String CHARACTERS = "0aZ9\"{(=:\u0000\u0001\u007f\u00e9\u00ff";

    static Mutation any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** Changes the headers; the one at that index proves. */
    void headers(List<Header> headers, int at, Random random) {}

    /** Another body, a character for each byte. */
    String body(String body, Random random) {
        return body;
    }

    boolean isOfBody() {
        return switch (this) {
            case CHANGE_BODY, TRUNCATE_BODY, APPEND_TO_BODY, SWAP_BYTES_OF_BODY, PUT_MARK_BEFORE_BODY -> true;
            default -> false;
        };
    }

    /** The message after this has happened to it. */
    SignedMessage apply(SignedMessage message, Random random) {
        List<Header> headers = new ArrayList<>(message.head().headers());
        if (headers.size() > SignedWay.OTHERS) {
            headers(headers, SignedWay.OTHERS + random.nextInt(headers.size() - SignedWay.OTHERS), random);
        }
        String body = message.body().latin1();
        return SignedWay.with(message, Collections.unmodifiableList(headers), Bytes.ofLatin1(body(body, random)));
    }

    private static void value(List<Header> headers, int at, String value) {
        headers.set(at, new Header(headers.get(at).name(), value));
    }

    /** With one character replaced, inserted or left out; never the same. */
    private static String changed(String text, Random random) {
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        int at = random.nextInt(text.length() + 1);
        String end = text.substring(Math.min(text.length(), at + 1));
        String changed = text.substring(0, at) + switch (random.nextInt(3)) {
            case 0 -> other + end;
            case 1 -> other + text.substring(at);
            default -> end;
        };
        return changed.equals(text) ? changed(text, random) : changed;
    }
}
