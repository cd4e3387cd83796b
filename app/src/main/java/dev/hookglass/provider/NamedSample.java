package dev.hookglass.provider;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Texts that look like what a property's name says, for schemas that say no more than that it is a text. */
final class NamedSample {
    private static final List<String> FIRST = List.of("Ada", "Grace", "Alan", "Edsger", "Barbara", "Linus", "Radia");
    private static final List<String> LAST = List.of("Okafor", "Lindqvist", "Moreau", "Tanaka", "Silva", "Novak");
    private static final List<String> CITIES = List.of("Lisbon", "Osaka", "Toronto", "Nairobi", "Gdansk", "Quito");
    private static final List<String> COUNTRIES = List.of("PT", "JP", "CA", "KE", "PL", "EC");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "GBP", "CHF");
    private static final List<String> LOCALES = List.of("en-GB", "de-DE", "fr-FR", "ja-JP", "pt-BR");
    private static final List<String> ZONES = List.of("Europe/Lisbon", "Asia/Tokyo", "America/Toronto", "UTC");
    private static final List<String> STATES = List.of("active", "pending", "done");
    private static final List<String> COLOURS = List.of("#1f6feb", "#2da44e", "#bf8700", "#cf222e");
    private static final List<String> TITLES = List.of("Spring campaign", "Landing page", "Quarterly report",
            "Product film", "Price list");
    private static final List<String> SENTENCES = List.of("Please look at the second page.", "Ready from our side.",
            "The picture needs another crop.", "Moved to next week.");

    private NamedSample() {}

    /** A text for a name; empty for a name that says nothing of what it holds. */
    static Optional<String> of(String name, Random random) {
        return switch (Words.letters(name)) {
            case "firstname", "givenname" -> Optional.of(any(FIRST, random));
            case "lastname", "familyname", "surname" -> Optional.of(any(LAST, random));
            case "fullname", "displayname", "username", "author", "createdby", "customername" -> Optional.of(
                    any(FIRST, random) + " " + any(LAST, random));
            case "city" -> Optional.of(any(CITIES, random));
            case "country", "countrycode" -> Optional.of(any(COUNTRIES, random));
            case "currency", "currencycode" -> Optional.of(any(CURRENCIES, random));
            case "locale", "language" -> Optional.of(any(LOCALES, random));
            case "timezone" -> Optional.of(any(ZONES, random));
            case "status", "state" -> Optional.of(any(STATES, random));
            case "color", "colour" -> Optional.of(any(COLOURS, random));
            case "title", "subject", "headline" -> Optional.of(any(TITLES, random) + " " + random.nextInt(1, 1_000));
            case "description", "message", "comment", "summary", "text", "note" -> Optional.of(any(SENTENCES, random));
            // 555-0100 to 555-0199 are kept for fiction in North America.
            case "phone", "phonenumber" -> Optional.of("+1 202 555 01" + random.nextInt(10, 100));
            case "version" -> Optional.of(random.nextInt(1, 9) + "." + random.nextInt(0, 20) + ".0");
            default -> Optional.empty();
        };
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
