package dev.hookglass.payload;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side.
 *
 * @param rows a line of the left text, of the right one, or one of each that belong together
 */
public record Comparison(List<Row> rows) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\W)|(?=\\W)");
    /** Longer lines are coloured whole: finding out what differs in them takes too long. */
    private static final int LONGEST_TO_LOOK_INTO = 4_000;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** What two lines are to each other. */
    public enum Kind {
        SAME, CHANGED, LEFT_ONLY, RIGHT_ONLY
    }

    /**
     * A part of a line.
     *
     * @param differs whether the other side has something else here
     */
    public record Piece(String text, boolean differs) {}

    /**
     * A line on each side.
     *
     * @param left empty where there is none, or an empty one
     * @param leftNumber from 1; 0 where there is no line
     */
    public record Row(Kind kind, List<Piece> left, List<Piece> right, int leftNumber, int rightNumber) {}

    /** Compares lines. Takes time with their number and the number of differences: not for the FX thread. */
    public static Comparison of(List<String> left, List<String> right) {
        List<Row> rows = new ArrayList<>();
        int atLeft = 0;
        int atRight = 0;
        for (LineDifference.Change change : LineDifference.between(left, right)) {
            while (atLeft < change.leftStart()) {
                rows.add(same(left.get(atLeft), ++atLeft, ++atRight));
            }
            List<String> removed = left.subList(change.leftStart(), change.leftEnd());
            List<String> added = right.subList(change.rightStart(), change.rightEnd());
            for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
                rows.add(row(i < removed.size() ? removed.get(i) : null, i < added.size() ? added.get(i) : null,
                        i < removed.size() ? ++atLeft : 0, i < added.size() ? ++atRight : 0));
            }
        }
        while (atLeft < left.size()) {
            rows.add(same(left.get(atLeft), ++atLeft, ++atRight));
        }
        return new Comparison(rows);
    }

    private static Row same(String line, int leftNumber, int rightNumber) {
        List<Piece> pieces = List.of(new Piece(line, false));
        return new Row(Kind.SAME, pieces, pieces, leftNumber, rightNumber);
    }

    private static Row row(@Nullable String left,
            @Nullable String right, int leftNumber, int rightNumber) {
        if (left == null) {
            return new Row(Kind.RIGHT_ONLY, List.of(), List.of(new Piece(String.valueOf(right), true)), 0, rightNumber);
        }
        if (right == null) {
            return new Row(Kind.LEFT_ONLY, List.of(new Piece(left, true)), List.of(), leftNumber, 0);
        }
        int leftIndent = indentation(left);
        int rightIndent = indentation(right);
        boolean nothingElse = left.substring(leftIndent).equals(right.substring(rightIndent));
        return nothingElse
                ? changed(left, 0, right, 0, leftNumber, rightNumber)
                : changed(left, leftIndent, right, rightIndent, leftNumber, rightNumber);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** What stands before the two places is as deep as its line and does not count as another text. */
    private static Row changed(String left, int leftFrom, String right, int rightFrom, int leftNumber,
            int rightNumber) {
        List<Piece> leftPieces = new ArrayList<>();
        List<Piece> rightPieces = new ArrayList<>();
        add(leftPieces, left.substring(0, leftFrom), false);
        add(rightPieces, right.substring(0, rightFrom), false);
        if (left.length() + right.length() > LONGEST_TO_LOOK_INTO) {
            add(leftPieces, left.substring(leftFrom), true);
            add(rightPieces, right.substring(rightFrom), true);
        } else {
            addWords(leftPieces, words(left.substring(leftFrom)), rightPieces, words(right.substring(rightFrom)));
        }
        return new Row(Kind.CHANGED, leftPieces, rightPieces, leftNumber, rightNumber);
    }

    private static List<String> words(String text) {
        return List.of(BETWEEN_WORDS.split(text));
    }

    private static void addWords(List<Piece> leftPieces, List<String> left, List<Piece> rightPieces,
            List<String> right) {
        for (AbstractDelta<String> delta : DiffUtils.diff(left, right, true).getDeltas()) {
            boolean differs = delta.getType() != DeltaType.EQUAL;
            add(leftPieces, String.join("", delta.getSource().getLines()), differs);
            add(rightPieces, String.join("", delta.getTarget().getLines()), differs);
        }
    }

    private static void add(List<Piece> pieces, String text, boolean differs) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, differs));
        }
    }

    /** The index of the first row of each difference; rows that differ one after another are one. */
    public List<Integer> differences() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() != Kind.SAME && (i == 0 || rows.get(i - 1).kind() == Kind.SAME)) {
                starts.add(i);
            }
        }
        return starts;
    }
}
