package dev.hookglass.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Figures as a Markdown table whose columns line up. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(titles);
    }

    void add(String... cells) {
        rows.add(cells);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void print() {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            printRow(rows.get(i), widths);
            if (i == 0) {
                printRow(Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new), widths);
            }
        }
        System.out.println();
    }

    private static void printRow(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.length; i++) {
            line.append(' ').append(cells[i]).repeat(' ', widths[i] - cells[i].length()).append(" |");
        }
        System.out.println(line);
    }
}
