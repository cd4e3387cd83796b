package dev.hookglass.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A check as the XML that build servers read as test results (the form of Ant's JUnit task). */
final class JunitReport {
    private JunitReport() {}

    /** Writes the report; the stream stays open. */
    static void write(Check check, String target, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out,
                    StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "hookglass check " + target);
            xml.writeAttribute("tests", Integer.toString(check.findings().size()));
            xml.writeAttribute("failures", Long.toString(check.failures()));
            for (Finding finding : check.findings()) {
                write(finding, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void write(Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "hookglass.check");
        xml.writeAttribute("name",
                finding.trial().name() + " (should " + finding.trial().expectation().words() + ")");
        xml.writeAttribute("time", seconds(finding.outcome().time()));
        if (!finding.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", Printable.of(finding.words()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
