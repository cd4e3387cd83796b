package dev.hookglass.delivery;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.HttpMessageWriter;
import org.apache.hc.core5.http.io.SessionOutputBuffer;

/** Writes a request's head byte for byte; HttpClient's own writer replaces bytes that it takes for unprintable. */
final class ExactRequestWriter implements HttpMessageWriter<ClassicHttpRequest> {
    @Override
    public void write(ClassicHttpRequest request, SessionOutputBuffer buffer, OutputStream stream) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : request.getHeaders()) {
            headers.add(new Header(header.getName(), header.getValue()));
        }
        RequestHead head = new RequestHead(request.getMethod(), request.getPath(), "HTTP/1.1", headers);
        buffer.write(head.toBytes().array(), stream);
    }
}
