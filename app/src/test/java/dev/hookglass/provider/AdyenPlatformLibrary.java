package dev.hookglass.provider;

import com.adyen.util.HMACValidator;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.security.SignatureException;
import java.util.List;

/** {@code com.adyen:adyen-java-api-library} for the webhooks that are signed in a header. */
final class AdyenPlatformLibrary extends SenderLibrary {
    AdyenPlatformLibrary() {
        super("adyen", "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056",
                "{\"type\":\"merchant.created\",\"data\":{\"companyId\":\"Müller 🦊\"}}");
    }

    /** The header that tells this way of signing from the other. */
    @Override
    List<Header> headers() {
        return List.of(new Header("HmacSignature", ""));
    }

    @Override
    List<Header> sign(String body) throws SignatureException {
        return List.of(new Header("HmacSignature", new HMACValidator().calculateHMAC(body, secret())));
    }

    @Override
    boolean accepts(SignedMessage message) throws SignatureException {
        return new HMACValidator().validateHMAC(message.head().first("HmacSignature").orElse(""), secret(),
                message.body().utf8());
    }
}
