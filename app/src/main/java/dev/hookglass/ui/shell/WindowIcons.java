package dev.hookglass.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The product's icon in the sizes that window systems ask for. */
final class WindowIcons {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private WindowIcons() {}

    static List<Image> all() {
        return SIZES.stream().map(WindowIcons::read).toList();
    }

    private static Image read(int size) {
        String name = "/dev/hookglass/ui/icons/hookglass-" + size + ".png";
        return new Image(Objects.requireNonNull(WindowIcons.class.getResource(name), name).toExternalForm());
    }
}
