package dev.hookglass.payload;

import java.util.Arrays;
import java.util.List;

/**
 * The lines of a text, found once and cut on demand. A line too long to be laid out goes on in further lines without a
 * number; what is copied is the text as it is.
 */
public final class TextLines implements Lines {
    /** The most a line holds, in chars: a control lays out a hundred lines beyond those in sight. */
    public static final int MOST_LENGTH = 1_000;
    /** How far before that a line is rather cut behind a space or comma. */
    private static final int LOOK_BACK = 60;

    private final String text;
    /** Offset of each line. */
    private int[] starts = new int[64];
    /** Number of each line, negative for one that goes on with the line before. */
    private int[] numbers = new int[64];
    private int count;

    private TextLines(String text) {
        this.text = text;
        int number = 1;
        int start = 0;
        for (int end = nextEnd(0); end >= 0; end = nextEnd(start)) {
            addCut(start, end, number++);
            start = end + 1;
        }
        addCut(start, text.length(), number);
        starts = Arrays.copyOf(starts, count);
        numbers = Arrays.copyOf(numbers, count);
    }

    /** Takes time with the length of the text, some milliseconds for a megabyte. */
    public static TextLines of(String text) {
        return new TextLines(text);
    }

    private int nextEnd(int start) {
        return text.indexOf('\n', start);
    }

    private void addCut(int start, int end, int number) {
        add(start, number);
        int at = start;
        while (end - at > MOST_LENGTH) {
            at = cutAfter(at);
            add(at, 0);
        }
    }

    private int cutAfter(int start) {
        int most = start + MOST_LENGTH;
        for (int at = most; at > most - LOOK_BACK; at--) {
            if (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ',') {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }

    private void add(int start, int number) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        starts[count] = start;
        numbers[count++] = number;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String line(int index) {
        return text.substring(starts[index], end(index));
    }

    private int end(int index) {
        int end = index + 1 < count ? starts[index + 1] : text.length();
        boolean endsLine = index + 1 < count && numbers[index + 1] > 0;
        end -= endsLine ? 1 : 0;
        return endsLine && end > starts[index] && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    @Override
    public int number(int index) {
        return numbers[index];
    }

    @Override
    public int highestNumber() {
        int last = numbers.length - 1;
        while (last > 0 && numbers[last] == 0) {
            last--;
        }
        return numbers[last];
    }

    @Override
    public String between(int startLine, int startColumn, int endLine, int endColumn) {
        return text.substring(starts[startLine] + startColumn, starts[endLine] + endColumn);
    }

    @Override
    public List<Match> find(String wanted, int most) {
        return Lines.offsets(text, wanted, most).stream().map(start -> match(start, start + wanted.length())).toList();
    }

    /** The offset in the text of a place in a line. */
    public int offset(int line, int column) {
        return starts[line] + column;
    }

    /** The place from one offset to another. */
    public Match match(int start, int end) {
        int line = lineAt(start);
        int endLine = lineAt(end);
        return new Match(line, start - starts[line], endLine, end - starts[endLine]);
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
