package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverWordsTest {
    @ParameterizedTest
    @CsvSource({"0,0 bytes", "1000,1000 bytes", "1024,1 KiB", "1025,1.1 KiB", "262144,256 KiB", "67108864,64 MiB",
            "67108865,64.1 MiB", "1610612736,1.5 GiB", "10995116277760,10240 GiB"})
    void size_isRoundedUpInThePowersOf1024(long bytes, String words) {
        assertEquals(words, ReceiverWords.size(bytes));
    }
}
