package dev.hookglass.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts and gives only addresses that may be sent to. Since the connection is made to just these, no name or
 * spelling, and no second answer of a name server, leads around the {@link AddressRule}.
 */
final class GuardedResolver implements DnsResolver {
    private final Permissions permissions;

    GuardedResolver(Permissions permissions) {
        this.permissions = permissions;
    }

    /** An address on the internet that a host leads to; empty where it leads to none, or is not known. Asks name servers. */
    static Optional<InetAddress> publicAddress(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(address -> AddressRule.objection(address).isEmpty() && AddressRule.isPublic(address))
                    .findFirst();
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> allowed = new ArrayList<>();
        String refusal = "";
        for (InetAddress address : InetAddress.getAllByName(host)) {
            String objection = AddressRule.objection(address).orElse("");
            if (objection.isEmpty() && (permissions.allowsPublic(host) || !AddressRule.isPublic(address))) {
                allowed.add(address);
            } else if (objection.isEmpty()) {
                refusal = host + " is on the internet (" + address.getHostAddress()
                        + "), and nothing is sent there before you have allowed it.";
            } else {
                refusal = host + " leads to " + address.getHostAddress() + ", which is " + objection
                        + "; nothing is sent there.";
            }
        }
        if (allowed.isEmpty()) {
            throw new RefusedAddressException(refusal);
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host has only addresses that nothing is sent to. The message is a sentence for the user. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String sentence) {
            super(sentence);
        }
    }
}
