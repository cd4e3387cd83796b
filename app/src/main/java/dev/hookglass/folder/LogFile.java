package dev.hookglass.folder;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log in the data folder: what went wrong, in detail, for those who look into it. Bounded in size, the owner's only,
 * and without anything that was received.
 */
final class LogFile implements AutoCloseable {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} [%thread] %replace(%msg){'[\\r\\n\\e]', ' '}%n";
    private static final String MOST = "2MB";

    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFile(RollingFileAppender<ILoggingEvent> appender) {
        this.appender = appender;
    }

    /** Begins to log into a folder. */
    static LogFile begin(Path folder) throws IOException {
        Path file = folder.resolve("hookglass.log");
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        OwnerOnly.restrict(file);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        FixedWindowRollingPolicy one = new FixedWindowRollingPolicy();
        one.setContext(context);
        one.setParent(appender);
        one.setFileNamePattern(file + ".%i");
        one.setMinIndex(1);
        one.setMaxIndex(1);
        one.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setMaxFileSize(FileSize.valueOf(MOST));
        size.start();
        appender.setRollingPolicy(one);
        appender.setTriggeringPolicy(size);
        appender.start();
        root(context).addAppender(appender);
        return new LogFile(appender);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        root((LoggerContext) LoggerFactory.getILoggerFactory()).detachAppender(appender);
        appender.stop();
    }
}
