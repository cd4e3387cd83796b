package dev.hookglass.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses nothing is sent to: those that no target has, and those where cloud machines hand out their credentials
 * to whoever asks. Loopback and private addresses are where targets normally are.
 */
final class AddressRule {
    private static final String METADATA = "an address where cloud machines hand out credentials";
    private static final List<InetAddress> METADATA_ADDRESSES = List.of(address(100, 100, 100, 200),
            address(0xfd, 0, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54),
            address(0xfd, 0x20, 0, 0xce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54));

    private AddressRule() {}

    /** What an address is that nothing is sent to, in words; empty if it may be sent to. */
    static Optional<String> objection(InetAddress address) {
        if (METADATA_ADDRESSES.contains(address)) {
            return Optional.of(METADATA);
        }
        if (address.isLinkLocalAddress()) {
            return Optional.of(address instanceof Inet4Address ? "link-local, " + METADATA : "a link-local address");
        }
        if (address.isAnyLocalAddress() || address instanceof Inet4Address && address.getAddress()[0] == 0) {
            return Optional.of("no address that anything can be sent to (for this machine, write 127.0.0.1)");
        }
        if (address.isMulticastAddress() || address.equals(address(255, 255, 255, 255))) {
            return Optional.of("an address of many machines at once");
        }
        return embedded(address).flatMap(AddressRule::objection);
    }

    /**
     * Whether an address is on the internet: neither of this machine nor of a private network (RFC 1918, 4193, 6598).
     */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean sharedByCarrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
        boolean near = address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal || sharedByCarrier;
        return !near && embedded(address).map(AddressRule::isPublic).orElse(true);
    }

    /** The IPv4 address that an IPv6 address stands for: mapped, compatible, 6to4 (RFC 3056) or NAT64 (RFC 6052, 8215). */
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return Optional.empty();
        }
        if (begins(bytes, 0x20, 0x02)) {
            return Optional.of(address(Arrays.copyOfRange(bytes, 2, 6)));
        }
        boolean loopback = address.isLoopbackAddress();
        boolean mapped = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);
        boolean compatible = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && !loopback;
        boolean translated = begins(bytes, 0, 0x64, 0xff, 0x9b);
        return mapped || compatible || translated
                ? Optional.of(address(Arrays.copyOfRange(bytes, 12, 16)))
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return address(bytes);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Every 4 or 16 bytes are an address", e);
        }
    }
}
