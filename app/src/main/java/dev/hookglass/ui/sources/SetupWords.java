package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** What differs between senders when a webhook is set up at them; facts of Optimizely's documentation, November 2026. */
enum SetupWords {
    /** Settings, “Apps and Webhooks”; any text of at most 32 characters is the secret. */
    CMP {
        @Override
        String where(String provider) {
            return text("setup.cmp.where");
        }

        @Override
        String secret() {
            return text("setup.cmp.secret");
        }

        @Override
        boolean canGenerate() {
            return true;
        }
    },
    /** Its REST API takes the secret as JSON: Basic, or a header of one’s choice. */
    CAMPAIGN {
        private static final String KEY = "Authorization: Bearer ";

        @Override
        String where(String provider) {
            return text("setup.campaign.where");
        }

        @Override
        String secret() {
            return text("setup.campaign.secret");
        }

        @Override
        boolean canGenerate() {
            return true;
        }

        @Override
        String generated() {
            return KEY + random();
        }

        @Override
        String pasted(String secret) {
            int header = secret.indexOf(": ");
            int user = secret.indexOf(':');
            return header >= 0
                    ? JsonNodeFactory.instance.objectNode().put("type", "keyAuth")
                            .put("key", secret.substring(0, header))
                            .put("passphrase", secret.substring(header + 2)).toString()
                    : JsonNodeFactory.instance.objectNode().put("type", "basicAuth")
                            .put("userName", secret.substring(0, Math.max(0, user)))
                            .put("password", secret.substring(user + 1)).toString();
        }
    },
    /** The token is made there, and shown once. */
    EXPERIMENTATION {
        @Override
        String where(String provider) {
            return text("setup.experimentation.where");
        }

        @Override
        String secret() {
            return text("setup.experimentation.secret");
        }
    },
    OTHER {
        @Override
        String where(String provider) {
            return text("setup.other.where", provider);
        }

        @Override
        String secret() {
            return text("setup.other.secret");
        }
    };

    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;

    static SetupWords of(String provider) {
        return switch (provider) {
            case "optimizely-cmp" -> CMP;
            case "optimizely-campaign" -> CAMPAIGN;
            case "optimizely-experimentation" -> EXPERIMENTATION;
            default -> OTHER;
        };
    }

    /** Where a webhook is made there. */
    abstract String where(String provider);

    /** What the secret is, and where it goes. */
    abstract String secret();

    /** Whether the secret is the receiver's to choose. */
    boolean canGenerate() {
        return false;
    }

    /** A new secret, as sources have it. */
    String generated() {
        return random();
    }

    /** A secret as it is pasted there. */
    String pasted(String secret) {
        return secret;
    }

    private static String random() {
        return new SecureRandom().ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> String.valueOf(CHARACTERS.charAt(index))).collect(Collectors.joining());
    }
}
