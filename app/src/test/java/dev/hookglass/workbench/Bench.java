package dev.hookglass.workbench;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A workbench that listens, and a sender. */
final class Bench implements AutoCloseable {
    final Workbench workbench;
    final String url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Bench(Path folder) throws Problem {
        workbench = Workbench.open(folder);
        url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
    }

    /** Gives the source of that name these secrets. */
    void setSecrets(String name, String... texts) throws Problem {
        Source source = workbench.sources().find(name).orElseThrow();
        List<Secret> secrets = Stream.of(texts).map(text -> new Secret("secret " + text.length(), text)).toList();
        workbench.sources()
                .replace(source.withSecrets(secrets));
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    EventSummary newest() throws Problem {
        return workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1).getFirst();
    }

    CapturedEvent newestWhole() throws Problem {
        return workbench.events().find(newest().id()).orElseThrow();
    }

    @Override
    public void close() throws Problem {
        http.close();
        workbench.close();
    }
}
