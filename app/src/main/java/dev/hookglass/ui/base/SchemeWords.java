package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Unsigned;
import java.util.stream.Collectors;

/** How a provider proves its requests, and so how a secret is written. */
public final class SchemeWords {
    private SchemeWords() {}

    /** How it proves them. */
    public static String sentence(Scheme scheme) {
        return switch (scheme) {
            case Unsigned _ -> text("scheme.none");
            case HeaderEquals equal -> text("scheme.headerEquals", equal.header());
            case HttpBasic _ -> text("scheme.basic");
            case HeaderKey _ -> text("scheme.headerKey");
            case Hmac hmac -> text("scheme.hmac", hmac.hash(), hmac.header());
            case FirstFitting choice -> text("scheme.choice") + choice.schemes().stream()
                    .map(each -> "\n•  " + sentence(each))
                    .collect(Collectors.joining());
        };
    }

    /** What stands in an empty field for a secret. */
    public static String prompt(Scheme scheme) {
        return switch (scheme) {
            case Unsigned _ -> "";
            case HeaderEquals _,Hmac _ -> text("sources.secret.prompt");
            case HttpBasic _ -> text("sources.secret.prompt.basic");
            case HeaderKey _ -> text("sources.secret.prompt.headerKey");
            case FirstFitting choice -> choice.schemes().stream()
                    .map(SchemeWords::prompt)
                    .distinct()
                    .collect(Collectors.joining(" " + text("sources.secret.prompt.or") + " "));
        };
    }
}
