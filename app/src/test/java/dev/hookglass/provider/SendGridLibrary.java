package dev.hookglass.provider;

import com.sendgrid.helpers.eventwebhook.EventWebhook;
import dev.hookglass.signature.SignedMessage;
import java.security.KeyPair;
import java.security.SignatureException;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** {@code com.sendgrid:sendgrid-java}, which only checks, and asks for BouncyCastle among the platform's providers. */
final class SendGridLibrary extends SenderLibrary {
    private final KeyPair keys;

    /** @param keys those that the sender would have */
    SendGridLibrary(KeyPair keys) {
        super("sendgrid", Keys.pem(keys),
                "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Überlauf 🦊\"}]\r\n");
        java.security.Security.addProvider(new BouncyCastleProvider());
        this.keys = keys;
    }

    @Override
    boolean accepts(SignedMessage message) throws Exception {
        EventWebhook library = new EventWebhook();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        try {
            return library.VerifySignature(library.ConvertPublicKeyToECDSA(publicKey), message.body().array(),
                    message.head().first("X-Twilio-Email-Event-Webhook-Signature").orElse(""),
                    message.head().first("X-Twilio-Email-Event-Webhook-Timestamp").orElse(""));
        } catch (SignatureException refused) {
            return false;
        }
    }
}
