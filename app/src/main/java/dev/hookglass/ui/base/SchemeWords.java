package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.ByHeader;
import dev.hookglass.signature.ContentDigest;
import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHash;
import dev.hookglass.signature.TwilioUrl;
import dev.hookglass.signature.Unsigned;
import java.util.List;
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
            case Hmac hmac -> text("scheme.hmac", hmac.hash(), header(hmac.layout()));
            case SecretHash hash -> text("scheme.secretHash", hash.hash(), header(hash.layout()));
            case PublicKey key -> text("scheme.publicKey", header(key.layout()));
            case BodyFields _ -> text("scheme.bodyFields");
            case TwilioUrl _ -> text("scheme.twilio");
            case ContentDigest _ -> text("scheme.contentDigest");
            case MessageSignature _ -> text("scheme.messageSignature");
            case ByHeader choice -> text("scheme.byHeader") + list(choice.schemes());
            case FirstFitting choice -> text("scheme.choice") + list(choice.schemes());
        };
    }

    private static String list(List<Scheme> schemes) {
        return schemes.stream().map(each -> "\n•  " + sentence(each)).distinct().collect(Collectors.joining());
    }

    private static String header(Layout layout) {
        return String.join(" / ", layout.header().names());
    }

    /** What stands in an empty field for a secret. */
    public static String prompt(Scheme scheme) {
        return switch (scheme) {
            case Unsigned _ -> "";
            case ContentDigest _ -> "";
            case HeaderEquals _,Hmac _,SecretHash _,MessageSignature _,BodyFields _,TwilioUrl _ ->
                text("sources.secret.prompt");
            case PublicKey _ -> text("sources.secret.prompt.publicKey");
            case HttpBasic _ -> text("sources.secret.prompt.basic");
            case HeaderKey _ -> text("sources.secret.prompt.headerKey");
            case FirstFitting choice -> prompts(choice.schemes());
            case ByHeader choice -> prompts(choice.schemes());
        };
    }

    private static String prompts(List<Scheme> schemes) {
        return schemes.stream()
                .map(SchemeWords::prompt)
                .distinct()
                .collect(Collectors.joining(" " + text("sources.secret.prompt.or") + " "));
    }
}
