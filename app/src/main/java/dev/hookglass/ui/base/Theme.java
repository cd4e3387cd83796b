package dev.hookglass.ui.base;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/** How the window looks: AtlantaFX's Primer, light or dark, with our style sheets on top, and in stronger colours where a person needs them. For the FX thread. */
public final class Theme implements AutoCloseable {
    /** What a person chose. */
    public enum Mode {
        SYSTEM, LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST
    }

    private static final String ROOM = "/dev/hookglass/ui/";
    private static final List<String> SHEETS = List.of("text", "controls", "rows", "events", "plots", "verdicts",
            "findings", "shell", "payload", "sources", "compose", "detail", "check", "compare",
            "targets", "replay", "filter", "marks");
    private static final List<String> FONTS = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold",
            "JetBrainsMono-Regular", "JetBrainsMono-Bold");
    private static final double ANY_SIZE = 13;

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYSTEM);
    private final BooleanBinding contrast = Fx.contrast();
    private final Scene scene;
    private final Subscription subscription;

    /** Dresses a scene, and keeps it dressed until closed. */
    public Theme(Scene scene, Mode mode) {
        this.scene = scene;
        FONTS.forEach(Theme::loadFont);
        this.mode.set(mode);
        subscription = Subscription.combine(this.mode.subscribe(this::apply), Fx.colorScheme().subscribe(this::apply),
                contrast.subscribe(this::apply));
        apply();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    private void apply() {
        boolean dark = switch (mode.get()) {
            case SYSTEM -> Fx.colorScheme().get() == ColorScheme.DARK;
            case LIGHT, LIGHT_CONTRAST -> false;
            case DARK, DARK_CONTRAST -> true;
        };
        boolean strong = switch (mode.get()) {
            case SYSTEM -> contrast.get();
            case LIGHT, DARK -> false;
            case LIGHT_CONTRAST, DARK_CONTRAST -> true;
        };
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>(SHEETS.stream().map(name -> sheet("css/" + name)).toList());
        if (strong) {
            sheets.add(sheet(dark ? "contrast-dark" : "contrast-light"));
        } else if (!dark) {
            sheets.add(sheet("light"));
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
        // The window's own frame follows, where the system draws it.
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    /** A font that is not there is no reason to show nothing: the system's stands in for it. */
    private static void loadFont(String name) {
        for (String suffix : List.of(".otf", ".ttf")) {
            URL url = Theme.class.getResource(ROOM + "fonts/" + name + suffix);
            if (url != null) {
                Font.loadFont(url.toExternalForm(), ANY_SIZE);
            }
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(ROOM + name + ".css"), name).toExternalForm();
    }

    /** Stops following the system. */
    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
