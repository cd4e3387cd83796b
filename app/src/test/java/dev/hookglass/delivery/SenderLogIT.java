package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SenderLogIT {
    @Test
    void noHeaderOrBodyIsLoggedAtAnyLevel() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("org.apache.hc");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
        String answer = "HTTP/1.1 200 OK\r\nX-Key: hunter2\r\nContent-Length: 7\r\n\r\nhunter2";
        try (RecordingServer server = new RecordingServer(RecordingServer.answer(answer));
                Sender sender = new Sender()) {
            sender.send(new OutboundRequest("POST", server.url("/?token=hunter2"),
                    List.of(new Header("Callback-Secret", "hunter2")), Bytes.ofUtf8("hunter2")));
            server.take();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }

        assertFalse(log.list.isEmpty());
        assertEquals(List.of(), log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("hunter2"))
                .toList());
    }
}
