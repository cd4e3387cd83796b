package dev.hookglass.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as typed: {@code 500000}, {@code 512K}, {@code 64M}, {@code 1G}, in powers of 1024. */
final class ByteSize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12}) ?([KMG]?)(?:I?B)?");

    @Override
    public Long convert(String typed) {
        Matcher size = SIZE.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("“" + typed + "” is not a size; write it like 64M.");
        }
        int shift = switch (size.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(size.group(1)) << shift;
    }
}
