package dev.hookglass.keychain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All of it but macOS itself: a script takes the place of its command, which reads, writes and ends as the manual page says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the process is a shell script")
class MacKeychainIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEXT = "c2VjcmV0+2V5/w==";

    @TempDir
    private Path folder;

    private Keychain keychain(String firstLines) throws IOException {
        Path command = folder.resolve("security");
        Files.writeString(command,
                """
                        #!/bin/sh
                        echo "$@" >> 'FOLDER/asked'
                        FIRST
                        if [ "$1" = -i ]; then
                            read -r verb a id s service l label w text
                            [ "$verb $a $s $l $w" = 'add-generic-password -a -s -l -w' ] || exit 2
                            printf %s "$text" > "FOLDER/kept-$service-$id"
                        elif [ "$1 $2 $4 $6" = 'find-generic-password -a -s -w' ] && [ -f "FOLDER/kept-$5-$3" ]; then
                            cat "FOLDER/kept-$5-$3"; echo
                        else
                            echo 'security: SecKeychainSearchCopyNext: The specified item could not be found.' >&2; exit 44
                        fi
                        """
                        .replace("FIRST", firstLines).replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return new MacKeychain(command.toString());
    }

    @Test
    void find_whatWasKept_isGivenBack_andIsInNoArgument() throws Exception {
        Keychain keychain = keychain("");

        keychain.keep("0a1b", TEXT, PATIENCE);

        assertEquals(Optional.of(TEXT), keychain.find("0a1b", PATIENCE));
        assertEquals(Optional.empty(), keychain.find("2c3d", PATIENCE));
        assertFalse(Files.readString(folder.resolve("asked")).contains(TEXT));
    }

    @Test
    void keep_whereTheCommandEndsWellAndKeepsNothing_isRefused() throws Exception {
        Keychain keychain = keychain("[ \"$1\" = -i ] && { echo 'security: it is full.' >&2; exit 0; }");

        KeychainException refusal = assertThrows(KeychainException.class, () -> keychain.keep("0a1b", TEXT, PATIENCE));

        assertEquals("the system keychain said “security: it is full.”", refusal.reason());
    }

    @Test
    void find_inALockedKeychain_isRefusedInItsWords() throws Exception {
        Keychain keychain = keychain("echo 'security: User interaction is not allowed.' >&2; exit 36");

        KeychainException refusal = assertThrows(KeychainException.class, () -> keychain.find("0a1b", PATIENCE));

        assertEquals("the system keychain said “security: User interaction is not allowed.”", refusal.reason());
        assertThrows(KeychainException.class, () -> keychain.keep("0a1b", TEXT, PATIENCE));
    }

    @Test
    void find_whereAPersonIsAskedAndDoesNotAnswer_isGivenUp() throws Exception {
        Keychain keychain = keychain("exec sleep 60");

        KeychainException refusal = assertThrows(KeychainException.class,
                () -> keychain.find("0a1b", Duration.ofMillis(200)));

        assertTrue(refusal.reason().startsWith("the system keychain did not answer"), refusal.reason());
    }

    @Test
    void find_whereThereIsNoSuchCommand_isRefusedInWords() {
        Keychain keychain = new MacKeychain(folder.resolve("nothing").toString());

        KeychainException refusal = assertThrows(KeychainException.class, () -> keychain.find("0a1b", PATIENCE));

        assertTrue(refusal.reason().startsWith("there is no “"), refusal.reason());
    }
}
