package dev.hookglass.compose;

import dev.hookglass.event.Header;
import java.util.List;

/**
 * A request as a person is writing it. Which secret signs it is not part of it.
 *
 * @param provider the id of the provider whose event it is
 * @param type the event type; may be empty
 * @param headers in their order, as written
 * @param body as written
 * @param edited whether a person changed the body, else it is a sample
 * @param variables whether <code>{{now}}</code> and the like are filled in when it is sent
 */
public record Draft(String provider, String type, List<Header> headers, String body, boolean edited,
        boolean variables) {
    public Draft {
        headers = List.copyOf(headers);
    }
}
