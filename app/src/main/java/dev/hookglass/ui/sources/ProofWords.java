package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.OwnSender.Proof;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How requests are proven, in words, for a box that takes nothing that is typed. */
final class ProofWords extends StringConverter<Proof> {
    @Override
    public String toString(@Nullable Proof proof) {
        return switch (proof) {
            case SIGNATURE -> text("sender.proof.signature");
            case SECRET -> text("sender.proof.secret");
            case NOTHING -> text("sender.proof.nothing");
            case null -> "";
        };
    }

    @Override
    public @Nullable Proof fromString(String typed) {
        return null;
    }
}
