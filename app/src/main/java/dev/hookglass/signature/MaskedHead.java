package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;

/** The beginning of a request that nobody understood, without the secrets in it, so that it can be shown. */
public final class MaskedHead {
    private static final String MASK = "********";

    private MaskedHead() {}

    /**
     * Puts a mask in place of the values of secret headers, and of the lines that continue them. A head that is broken or cut
     * off is read line by line, whatever ends them.
     *
     * @param known which headers are secret to the sources there are; a value that is secret to one of them is masked
     */
    public static Bytes of(Bytes first, List<SecretHeaders> known) {
        StringBuilder shown = new StringBuilder(first.size());
        boolean secret = false;
        for (String line : first.latin1().split("(?<=\n)|(?<=\r)(?!\n)", -1)) {
            String text = line.stripTrailing();
            int colon = text.indexOf(':');
            boolean continued = text.startsWith(" ") || text.startsWith("\t");
            if (!continued) {
                secret = colon > 0
                        && isSecret(text.substring(0, colon).strip(), text.substring(colon + 1).strip(), known);
            }
            if (secret) {
                String end = line.substring(text.length());
                shown.append(continued ? " " : text.substring(0, colon + 1) + " ").append(MASK).append(end);
            } else {
                shown.append(line);
            }
        }
        return Bytes.ofLatin1(shown.toString());
    }

    private static boolean isSecret(String name, String value, List<SecretHeaders> known) {
        Header header = new Header(name, value);
        return known.stream().anyMatch(headers -> headers.isSecret(header));
    }
}
