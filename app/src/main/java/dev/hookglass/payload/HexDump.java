package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes sixteen to a line: offset, hex in two groups of eight, and the ASCII characters among them. */
public final class HexDump implements Lines {
    private static final int WIDTH = 16;
    private static final int HEX_COLUMN = 10;
    private static final int TEXT_COLUMN = HEX_COLUMN + 3 * WIDTH + 2;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private final byte[] bytes;

    public HexDump(Bytes bytes) {
        this.bytes = bytes.array();
    }

    @Override
    public int count() {
        return Math.max(1, (bytes.length + WIDTH - 1) / WIDTH);
    }

    @Override
    public String line(int index) {
        char[] line = new char[TEXT_COLUMN + WIDTH];
        Arrays.fill(line, ' ');
        int start = index * WIDTH;
        for (int digit = 0; digit < 8; digit++) {
            line[digit] = DIGITS[start >>> 28 - 4 * digit & 15];
        }
        int length = Math.min(WIDTH, bytes.length - start);
        for (int i = 0; i < length; i++) {
            int b = bytes[start + i] & 0xFF;
            int column = HEX_COLUMN + 3 * i + (i < WIDTH / 2 ? 0 : 1);
            line[column] = DIGITS[b >>> 4];
            line[column + 1] = DIGITS[b & 15];
            line[TEXT_COLUMN + i] = b >= ' ' && b < 0x7F ? (char) b : '.';
        }
        return new String(line, 0, TEXT_COLUMN + length);
    }

    /** None: a line's offset says where it is. */
    @Override
    public int number(int index) {
        return 0;
    }

    @Override
    public int highestNumber() {
        return 0;
    }

    @Override
    public String between(int startLine, int startColumn, int endLine, int endColumn) {
        StringBuilder copy = new StringBuilder();
        for (int index = startLine; index <= endLine; index++) {
            String line = line(index);
            copy.append(line, index == startLine ? startColumn : 0, index == endLine ? endColumn : line.length());
            if (index < endLine) {
                copy.append('\n');
            }
        }
        return copy.toString();
    }

    @Override
    public List<Match> find(String text, int most) {
        List<Match> matches = new ArrayList<>();
        for (int index = 0; index < count() && matches.size() < most; index++) {
            for (int column : Lines.offsets(line(index), text, most - matches.size())) {
                matches.add(new Match(index, column, index, column + text.length()));
            }
        }
        return matches;
    }
}
