package dev.hookglass.delivery;

import java.util.Optional;

/** What a person has allowed, for all that is sent. Asked on any thread while a connection is made; must not block. */
public interface Permissions {
    /** Nothing beyond what needs no permission. */
    Permissions NONE = new Permissions() {
        @Override
        public boolean allowsPublic(String host) {
            return false;
        }

        @Override
        public Optional<String> pin(String host, int port) {
            return Optional.empty();
        }
    };

    /**
     * Whether requests may go to a host although it is on the internet and not on this machine or in its own network.
     *
     * @param host as in {@link TargetUrl#host}
     */
    boolean allowsPublic(String host);

    /** SHA-256, in lower-case hex, of the one certificate that is trusted from there whoever issued it; empty if none is. */
    Optional<String> pin(String host, int port);
}
