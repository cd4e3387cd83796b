package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import java.util.Optional;
import javafx.scene.Node;

/** What a new user sees: where to send webhooks, and how to see one at once. */
final class NothingYet {
    private NothingYet() {}

    static Node view(Optional<String> url, Runnable onSample) {
        if (url.isEmpty()) {
            return new EmptyState(Icon.LISTENING, text("nothing.stopped.title"), text("nothing.stopped.text"));
        }
        return new EmptyState(Icon.LISTENING, text("nothing.title"), text("nothing.text"))
                .withCode(text("nothing.curl", url.get()))
                .withButton(text("nothing.sample"), onSample);
    }
}
