package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TargetCommandIT extends WithDataFolder {
    @Test
    void target_addChangeListRemove_withoutSecretValues() throws Exception {
        Path secrets = parent.resolve("headers.txt");
        Files.writeString(secrets, "Authorization: Bearer hunter2\n");
        done("target", "add", "dev", "--url", "http://localhost:3000/hook", "--header", "X-Env: dev", "--variable",
                "tenant=acme", "--secret-header-file", secrets.toString());
        assertEquals(
                "{\"name\":\"dev\",\"url\":\"http://localhost:3000/hook\",\"headers\":[[\"X-Env\",\"dev\"],"
                        + "[\"Authorization\",null]],\"variables\":{\"tenant\":\"acme\"},\"trustedCertificate\":null}\n",
                done("target", "list", "--json").out());
        assertTrue(done("target", "list").out().endsWith("http://localhost:3000/hook  2 headers\n"));
        done("target", "change", "DEV", "--header", "X-Env: two", "--url", "http://localhost:4000/");
        String changed = done("target", "list", "--json").out();
        assertTrue(changed.contains("[\"X-Env\",\"two\"],[\"Authorization\",null]"), changed);
        assertOneSentence(1, run("target", "add", "Dev", "--url", "http://h/"));
        assertOneSentence(2, run("target", "change", "dev"));
        done("target", "remove", "dev");
        assertEquals("", done("target", "list").out());
        assertOneSentence(1, run("target", "remove", "dev"));
    }

    @Test
    void to_takesTheNameOfATarget_andItsHeadersGoAlong() throws Exception {
        receive(post("/any?x=1", "body".getBytes(StandardCharsets.UTF_8)));
        try (RecordingServer server = RecordingServer.answering(500)) {
            done("target", "add", "dev", "--url", server.url("/base").toString(), "--header", "X-Env: dev");
            assertTrue(run("replay", "1", "--to", "dev", "--json").out().contains("\"change\":\"first\""));
            assertTrue(server.take().latin1().startsWith("POST /base?x=1 HTTP/1.1\r\n"));
            assertTrue(run("replay", "1", "--to", "dev", "--json").out().contains("\"change\":\"same\""));
            assertTrue(server.take().latin1().contains("\r\nX-Env: dev\r\n"));
            run("send", "--provider", "github", "--type", "push", "--to", "Dev/below", "--json");
            String sample = server.take().latin1();
            assertTrue(sample.startsWith("POST /base/below HTTP/1.1\r\n") && sample.contains("X-Env: dev"), sample);
            run("check", "--provider", "github", "--secret", "abc", "--to", "dev");
            assertTrue(server.take().latin1().contains("\r\nX-Env: dev\r\n"));
        }
        assertOneSentence(1, run("replay", "1", "--to", "nowhere"));
    }

    @Test
    void theInternet_mustBeAllowed() throws Exception {
        receive(post("/any", new byte[]{1}));
        Run refused = run("replay", "1", "--to", "http://203.0.113.7/");
        assertOneSentence(1, refused);
        assertTrue(refused.err().contains("is on the internet (203.0.113.7); allow it with --allow-public"),
                refused.err());
        for (String command : new String[]{"send", "deliver", "check"}) {
            assertOneSentence(1, command.equals("send")
                    ? run(command, "--provider", "github", "--type", "push", "--to", "http://203.0.113.7/")
                    : run(command, "--provider", "github", "--secret", "a", "--to", "http://203.0.113.7/"));
        }
    }

    @Test
    void source_passesOnToATarget() throws Exception {
        assertOneSentence(1, run("source", "change", "CMP", "--forward", "dev"));
        done("target", "add", "dev", "--url", "http://localhost:3000/");
        done("source", "change", "CMP", "--forward", "dev", "--forward-answer", "target", "--forward-retry",
                "provider");
        String listed = done("source", "list", "--json").out();
        assertTrue(listed.contains("\"forward\":{\"target\":\"dev\",\"answer\":\"target\",\"retry\":\"provider\"}"),
                listed);
        assertOneSentence(1, run("target", "remove", "dev"));
        done("source", "change", "CMP", "--forward", "none");
        assertFalse(done("source", "list").out().contains("passed on"));
        done("target", "remove", "dev");
    }

    @Test
    void target_trust_whereThereIsNothingToAccept() {
        assertTrue(done("target", "trust", "http://127.0.0.1:1/").out().startsWith("There is nothing to accept"));
    }
}
