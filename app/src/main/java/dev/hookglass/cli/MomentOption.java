package dev.hookglass.cli;

import dev.hookglass.signature.SecretWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: of the day, with its offset, or a day of this machine's calendar. */
final class MomentOption {
    private MomentOption() {}

    private static Instant read(String text, Function<LocalDate, Instant> ofDay) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? ofDay.apply(LocalDate.parse(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "“" + text + "” is not a time such as 2026-11-20 or 2026-11-20T12:00:00Z.");
        }
    }

    /** When something begins: a day at its beginning. */
    static final class From implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, day -> SecretWindow.beginningOf(day, ZoneId.systemDefault()));
        }
    }

    /** When something ends: a day at its end. */
    static final class Until implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, day -> SecretWindow.endOf(day, ZoneId.systemDefault()));
        }
    }
}
