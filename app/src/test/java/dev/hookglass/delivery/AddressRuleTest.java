package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "169.254.169.254",
            "169.254.0.1",
            "2852039166",
            "100.100.100.200",
            "fe80::1",
            "febf::1",
            "fd00:ec2::254",
            "fd20:ce::254",
            "::ffff:169.254.169.254",
            "::169.254.169.254",
            "2002:a9fe:a9fe::1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::a9fe:a9fe",
            "0.0.0.0",
            "0.1.2.3",
            "::",
            "224.0.0.1",
            "ff02::1",
            "255.255.255.255"})
    void objection_toWhatNoTargetHas(String address) throws UnknownHostException {
        assertTrue(AddressRule.objection(InetAddress.getByName(address)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "127.0.0.1",
            "::1",
            "::ffff:127.0.0.1",
            "10.1.2.3",
            "172.17.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "fd00::1",
            "93.184.215.14",
            "2606:2800:21f::1",
            "64:ff9b::5db8:d70e",
            "2002:5db8:d70e::1"})
    void objection_noneToLoopbackPrivateAndPublic(String address) throws UnknownHostException {
        assertFalse(AddressRule.objection(InetAddress.getByName(address)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "::1,false", "::ffff:127.0.0.1,false", "10.1.2.3,false", "172.17.0.1,false",
            "192.168.1.1,false", "100.64.0.1,false", "fd00::1,false", "64:ff9b::a01:203,false", "93.184.215.14,true",
            "172.32.0.1,true", "100.128.0.1,true", "2606:2800:21f::1,true", "::ffff:93.184.215.14,true",
            "64:ff9b::5db8:d70e,true", "1572395790,true"})
    void isPublic_whatIsNeitherHereNorInANetworkOfOnesOwn(String address, boolean expected)
            throws UnknownHostException {
        assertEquals(expected, AddressRule.isPublic(InetAddress.getByName(address)));
    }
}
