package dev.hookglass.ui.settings;

import javafx.scene.Node;

/** One concern's part of the settings. For the FX thread. */
public interface SettingsSection {
    /** A word or two above it. */
    String title();

    /** Its controls. What is changed in them is saved by them. */
    Node content();

    /** Told when the sheet is closed: what is under way is given up. */
    void closed();
}
