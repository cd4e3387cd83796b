package dev.hookglass.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javafx.stage.Stage;

/**
 * What JavaFX says of rules in style sheets that it cannot apply to a window in sight, which it does nowhere but in its
 * log. JavaFX forgets the colours of a window when it is hidden: what is laid out after that, as by work that ends late,
 * finds none, and nobody sees it.
 */
final class StyleWarnings extends Handler {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Stage stage;

    /** Listens from now on. */
    StyleWarnings(Stage stage) {
        this.stage = stage;
        setFormatter(new SimpleFormatter());
        logger.addHandler(this);
    }

    /** Called on the FX thread. */
    @Override
    public void publish(LogRecord said) {
        if (stage.isShowing() && said.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(getFormatter().formatMessage(said));
        }
    }

    @Override
    public void flush() {}

    /** Stops listening. */
    @Override
    public void close() {
        logger.removeHandler(this);
    }

    /** All so far. */
    List<String> all() {
        return List.copyOf(warnings);
    }
}
