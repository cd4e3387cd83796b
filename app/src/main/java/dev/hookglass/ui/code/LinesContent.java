package dev.hookglass.ui.code;

import dev.hookglass.payload.Lines;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/** Lines as the content of a code area: nothing is copied, and only what is in sight is asked for. */
final class LinesContent implements BasicTextModel.Content {
    /** From here on Unicode has a picture for each control character. */
    private static final char CONTROL_PICTURES = '\u2400';

    private final Lines lines;

    LinesContent(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int size() {
        return lines.count();
    }

    /** The line, with pictures for control characters: they have no form, or break the line where there is no line end. */
    @Override
    public String getText(int index) {
        String line = lines.line(index);
        return line.chars().noneMatch(LinesContent::isControl) ? line : withPictures(line);
    }

    private static String withPictures(String line) {
        char[] chars = line.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = isControl(chars[i]) ? (char) (CONTROL_PICTURES + chars[i]) : chars[i];
        }
        return new String(chars);
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t';
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public int insertTextSegment(int index, int offset, String text, StyleAttributeMap attributes) {
        throw readOnly();
    }

    @Override
    public void insertLineBreak(int index, int offset) {
        throw readOnly();
    }

    @Override
    public void removeRange(TextPos start, TextPos end) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("These lines are for reading");
    }
}
