package dev.hookglass.check;

/** What a correct endpoint does with a request. */
public enum Expectation {
    /** It is authentic and fresh: acknowledged as its provider wants it. */
    ACCEPT("accept"),
    /** It is not: answered with a 4xx. */
    REFUSE("refuse"),
    /** Unusual but authentic: either, as long as the endpoint stands and says which. */
    EITHER("accept or refuse");

    private final String words;

    Expectation(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
