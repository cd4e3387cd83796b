package dev.hookglass.provider;

import com.adyen.model.notification.NotificationRequestItem;
import com.adyen.notification.WebhookHandler;
import com.adyen.util.HMACValidator;
import com.google.gson.JsonParseException;
import dev.hookglass.signature.SignedMessage;
import java.io.IOException;
import java.security.SignatureException;
import java.util.List;

/** {@code com.adyen:adyen-java-api-library} for the notifications that carry their signature in the body. */
final class AdyenNotificationLibrary extends SenderLibrary {
    private static final String BEFORE = "\"hmacSignature\":\"";

    AdyenNotificationLibrary() {
        super("adyen", "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056", body(""));
    }

    private static String body(String signature) {
        return "{\"live\":\"false\",\"notificationItems\":[{\"NotificationRequestItem\":{\"additionalData\":{" + BEFORE
                + signature + "\"},\"amount\":{\"currency\":\"EUR\",\"value\":1130},\"eventCode\":\"AUTHORISATION\","
                + "\"eventDate\":\"2026-11-20T12:00:00+01:00\",\"merchantAccountCode\":\"Müller:KG\","
                + "\"merchantReference\":\"Test\\\\Payment-1407325143704\",\"paymentMethod\":\"visa\","
                + "\"pspReference\":\"7914073381342284\",\"success\":\"true\"}}]}";
    }

    @Override
    List<String> covered() {
        return List.of("EUR", "1130", "AUTHORISATION", "Müller:KG", "Payment-1407325143704", "7914073381342284",
                "true");
    }

    @Override
    String signedBody(String body) throws Exception {
        return body(new HMACValidator().calculateHMAC(item(body), secret()));
    }

    @Override
    String signature(SignedMessage message) {
        String body = message.body().utf8();
        int start = body.indexOf(BEFORE) + BEFORE.length();
        return body.substring(start, body.indexOf('"', start));
    }

    @Override
    boolean accepts(SignedMessage message) throws Exception {
        try {
            return new HMACValidator().validateHMAC(item(message.body().utf8()), secret());
        } catch (JsonParseException | SignatureException refused) {
            return false;
        }
    }

    private static NotificationRequestItem item(String body) throws IOException {
        return new WebhookHandler().handleNotificationJson(body).getNotificationItems().getFirst();
    }
}
