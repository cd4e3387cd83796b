package dev.hookglass.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What JavaFX says of rules in style sheets that it cannot apply, which it does nowhere but in its log. */
final class StyleWarnings extends Handler {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    /** Listens from now on. */
    StyleWarnings() {
        setFormatter(new SimpleFormatter());
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord said) {
        if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
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
