package dev.hookglass.search;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Generated bodies of few different characters, so that what is looked for is there now and then; and filters. */
final class Bodies {
    private static final String[] PIECES = {"a", "b", "A", "é", "É", "ß", "ẞ", "0", "7", " ", "\"", ":", ".", "@", "\n",
            "日", "本", "😀", "ſ", "K", "İ", "\u0000", "task", "Grüße"};

    private Bodies() {}

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    static void store(Events events, Random random) throws Exception {
        String text = text(random, random.nextInt(60));
        String target = "/hook/" + random.nextInt(20);
        switch (random.nextInt(6)) {
            case 0 -> events.store(target, List.of(), Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
            case 1 -> events.store(target, List.of(new Header("Content-Encoding", "gzip")),
                    Events.gzip(text.getBytes(StandardCharsets.UTF_8)));
            case 2 -> events.store(target, List.of(new Header("Content-Type", "text/plain; charset=windows-1252")),
                    Bytes.wrap(text.getBytes(Charset.forName("windows-1252"))));
            case 3 -> events.store(target, List.of(new Header("X-Id", "a" + random.nextInt(30)),
                    new Header("X-Name", text(random, 3).replaceAll("\\s", ""))), Bytes.ofUtf8(text));
            case 4 -> {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                events.store(target, List.of(), Bytes.wrap(bytes));
            }
            default -> events.store(target, List.of(), Bytes.ofUtf8(text));
        }
    }

    static String filter(Random random) {
        StringBuilder filter = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            filter.append(random.nextInt(6) == 0 ? "-" : "").append(switch (random.nextInt(8)) {
                case 0 -> "header:x-id=A" + random.nextInt(30);
                case 1 -> "header:x-id=*" + random.nextInt(9) + "*";
                case 2 -> "verdict:valid";
                case 3 -> "hook/" + random.nextInt(20);
                default -> '"' + text(random, 1 + random.nextInt(3)).replace("\"", "'") + '"';
            }).append(' ');
        }
        return filter.toString();
    }
}
