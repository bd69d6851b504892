package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For whatever shows the results of tests: a failed test for each finding. */
public final class JunitReport implements Report {

    /** What XML 1.0 cannot hold, not even escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final PrintWriter out;
    private final List<ReportedFinding> found = new ArrayList<>();

    public JunitReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(ImmutableList<ReportedFinding> findings) {
        found.addAll(findings);
    }

    @Override
    public void end(Totals totals) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            write(xml);
            xml.flush();
            out.print("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        // A graph in which nothing was found is one test that passed.
        int tests = Math.max(1, found.size());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "logseq-ls check");
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", String.valueOf(found.size()));
        for (ReportedFinding finding : found) {
            ReportedFinding.Place place = finding.place();
            xml.writeStartElement("testcase");
            attribute(xml, "classname", place.path());
            attribute(xml, "name", "%s at %d:%d".formatted(finding.code(), place.line(), place.column()));
            xml.writeStartElement("failure");
            attribute(xml, "type", finding.code());
            attribute(xml, "message", finding.message());
            xml.writeCharacters(
                    text("%s:%d:%d: %s".formatted(place.path(), place.line(), place.column(), finding.message())));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        if (found.isEmpty()) {
            xml.writeEmptyElement("testcase");
            xml.writeAttribute("classname", "logseq-ls");
            xml.writeAttribute("name", "check");
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, text(value));
    }

    private static String text(String text) {
        return NO_XML.matcher(text).replaceAll("\ufffd");
    }
}
