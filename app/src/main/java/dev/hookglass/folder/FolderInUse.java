package dev.hookglass.folder;

import dev.hookglass.problem.Problem;

/** Another Hookglass has the data folder open. */
public final class FolderInUse extends Problem {
    private static final long serialVersionUID = 1L;

    FolderInUse(String sentence) {
        super(sentence);
    }
}
