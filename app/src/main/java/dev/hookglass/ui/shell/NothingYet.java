package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.source.Source;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;

/** What a new user sees: where to send webhooks, how to see one at once, and how to have real ones come. */
final class NothingYet {
    private static final int MOST_SENDERS = 4;

    private NothingYet() {}

    /** @param chosen the source whose events are looked at; empty for all */
    static Node view(Workbench workbench, OptionalInt chosen, Commands commands) {
        Optional<String> url = workbench.url();
        if (url.isEmpty()) {
            return new EmptyState(Icon.LISTENING, text("nothing.stopped.title"), text("nothing.stopped.text"))
                    .withButton(text("port.another"), commands::askPort);
        }
        List<Source> senders = workbench.sources().all().stream().filter(source -> !source.isInbox()).toList();
        if (chosen.isEmpty()) {
            return new EmptyState(Icon.LISTENING, text("nothing.title"), text("nothing.text"))
                    .withCode(text("nothing.curl", url.get()))
                    .withButton(text("nothing.sample"), commands::sendSample)
                    .withMore(text("nothing.senders"), senders.stream().limit(MOST_SENDERS)
                            .map(source -> new ActionButton(text("nothing.setUp", source.name()),
                                    () -> commands.setUp(source)))
                            .toList());
        }
        return senders.stream().filter(source -> source.id() == chosen.getAsInt()).findFirst()
                .map(source -> of(source, url.get(), commands))
                .orElseGet(() -> new EmptyState(Icon.INBOX, text("nothing.inbox.title"), text("nothing.inbox.text"))
                        .withCode(text("nothing.source.curl", url.get() + "/hello")));
    }

    private static EmptyState of(Source source, String url, Commands commands) {
        return new EmptyState(Icon.LISTENING, text("nothing.source.title", source.name()), text("nothing.source.text"))
                .withCode(text("nothing.source.curl", url + source.path()))
                .withButton(text("nothing.sample"), commands::sendSample)
                .withMore("", List.of(new ActionButton(text("sources.setUp"), () -> commands.setUp(source))));
    }
}
