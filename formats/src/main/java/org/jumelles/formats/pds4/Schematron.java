package org.jumelles.formats.pds4;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlNode;
import org.jumelles.formats.xml.XmlReader;
import org.jumelles.formats.xml.XmlText;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Rules of ISO Schematron with XPath 2.0, turned to a stylesheet: a mode a pattern, a template a
/// rule, the first rule that fits a node counts. Abstract rules and phases are not supported.
final class Schematron {
  private static final String SCH = "http://purl.oclc.org/dsdl/schematron";
  private static final int MOST_FINDINGS = 1000;

  private final Path rules;

  Schematron(Path rules) {
    this.rules = rules;
  }

  void check(Path labelFile, List<Defect> defects, List<Defect> warnings) throws IOException {
    Processor processor = new Processor(false);
    processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
    StringWriter messages = new StringWriter();
    StringWriter found = new StringWriter();
    try {
      XsltCompiler compiler = processor.newXsltCompiler();
      compiler.setErrorReporter(error -> messages.write(error.getMessage() + "\n"));
      Xslt30Transformer transformer =
          compiler.compile(new StreamSource(new StringReader(stylesheet()))).load30();
      Serializer out = processor.newSerializer(found);
      transformer.transform(new StreamSource(new StringReader(Files.readString(labelFile))), out);
    } catch (SaxonApiException e) {
      defects.add(
          new Defect(
              labelFile.toString(),
              new Place.Whole(),
              "Schematron",
              rules.getFileName().toString(),
              "could not be applied: " + e.getMessage() + " " + messages.toString().strip()));
      return;
    }
    for (String line : found.toString().lines().limit(MOST_FINDINGS).toList()) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3) {
        (parts[0].equals("warning") ? warnings : defects)
            .add(
                new Defect(
                    labelFile.toString(),
                    new Place.Path(parts[1]),
                    "Schematron",
                    rules.getFileName().toString(),
                    parts[2]));
      }
    }
  }

  /// Each finding becomes a line: role, path, message, parted by tabs.
  private String stylesheet() throws IOException {
    Bytes bytes = Bytes.of(rules.toString(), Files.readAllBytes(rules));
    XmlElement schema = XmlReader.open(bytes).capture();
    if (!schema.name().getNamespaceURI().equals(SCH)) {
      throw new MalformedDataException(
          rules.toString(), schema.place(), "schema", SCH, schema.name().toString());
    }
    StringBuilder body = new StringBuilder();
    StringBuilder start = new StringBuilder();
    StringBuilder namespaces = new StringBuilder();
    int mode = 0;
    for (XmlElement child : schema.children()) {
      switch (child.name().getLocalPart()) {
        case "ns" ->
            namespaces
                .append(" xmlns:")
                .append(child.attribute("prefix").orElseThrow())
                .append("=\"")
                .append(escaped(child.attribute("uri").orElseThrow()))
                .append('"');
        case "let" -> body.append(variable(child));
        case "pattern" -> {
          String name = "m" + ++mode;
          start.append("<xsl:apply-templates select=\"/\" mode=\"").append(name).append("\"/>");
          pattern(child, name, body);
        }
        default -> {
          // titles and comments
        }
      }
    }
    return "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""
        + namespaces
        + "><xsl:output method=\"text\"/><xsl:template match=\"/\">"
        + start
        + "</xsl:template>"
        + body
        + "</xsl:stylesheet>";
  }

  private static void pattern(XmlElement pattern, String mode, StringBuilder body) {
    body.append("<xsl:mode name=\"").append(mode).append("\" on-no-match=\"shallow-skip\"/>");
    int priority = 1_000_000;
    for (XmlElement rule : pattern.children()) {
      if (rule.name().getLocalPart().equals("let")) {
        body.append(variable(rule));
      } else if (rule.name().getLocalPart().equals("rule")) {
        body.append("<xsl:template mode=\"").append(mode).append("\" match=\"");
        body.append(escaped(rule.attribute("context").orElse("/")));
        body.append("\" priority=\"").append(priority--).append("\">");
        String role = rule.attribute("role").orElse("error");
        for (XmlElement part : rule.children()) {
          body.append(part(part, role));
        }
        body.append("<xsl:apply-templates select=\"@*|node()\" mode=\"").append(mode);
        body.append("\"/></xsl:template>");
      }
    }
  }

  private static String part(XmlElement part, String ruleRole) {
    String kind = part.name().getLocalPart();
    if (kind.equals("let")) {
      return variable(part);
    }
    if (!kind.equals("assert") && !kind.equals("report")) {
      return "";
    }
    String test = escaped(part.attribute("test").orElse("true()"));
    String role = part.attribute("role").orElse(ruleRole).startsWith("warn") ? "warning" : "error";
    return "<xsl:if test=\""
        + (kind.equals("assert") ? "not(" + test + ")" : test)
        + "\">"
        + role
        + "<xsl:text>&#9;</xsl:text><xsl:value-of select=\"replace(path(), 'Q\\{[^}}]*\\}', '')\"/><xsl:text>&#9;</xsl:text>"
        + message(part)
        + "<xsl:text>&#10;</xsl:text></xsl:if>";
  }

  private static String message(XmlElement part) {
    StringBuilder text = new StringBuilder();
    for (XmlNode node : part.content()) {
      switch (node) {
        case XmlText(String words) ->
            text.append("<xsl:text>")
                .append(escaped(words.replaceAll("\\s+", " ")))
                .append("</xsl:text>");
        case XmlElement child -> {
          if (child.name().getLocalPart().equals("value-of")) {
            text.append("<xsl:value-of select=\"normalize-space(string-join(")
                .append(escaped(child.attribute("select").orElse("''")))
                .append(" ! string(.), ' '))\"/>");
          } else if (child.name().getLocalPart().equals("name")) {
            text.append("<xsl:value-of select=\"name()\"/>");
          }
        }
      }
    }
    return text.toString();
  }

  private static String variable(XmlElement let) {
    return "<xsl:variable name=\""
        + escaped(let.attribute("name").orElseThrow())
        + "\" select=\""
        + escaped(let.attribute("value").orElse("()"))
        + "\"/>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;");
  }
}
