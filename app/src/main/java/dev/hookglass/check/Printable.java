package dev.hookglass.check;

/** Text for reports: what an endpoint said may hold characters that XML cannot. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c >= ' ' && Character.isDefined(c) && c != 0xfffe && c != 0xffff
                        && !Character.isISOControl(c) && (c < 0xd800 || c > 0xdfff) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String html(String text) {
        return of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
