package org.jumelles.service.fdsn;

import static org.jumelles.service.exchange.Markup.escaped;

import java.util.List;

/// Writes what a service can do: for machines as WADL, for people as a page.
final class Wadl {
  private Wadl() {}

  /// An application.wadl [W3C Member Submission 2009-08-31] in the form that FDSN clients read:
  /// GET parameters stand under the method whose id is `query`.
  static String of(Dialect dialect, String base) {
    StringBuilder xml = new StringBuilder(8192);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<application xmlns=\"http://wadl.dev.java.net/2009/02\"")
        .append(" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n")
        .append("  <doc title=\"FDSN web service ")
        .append(dialect.path())
        .append(' ')
        .append(dialect.version())
        .append("\"/>\n")
        .append("  <resources base=\"")
        .append(escaped(base + dialect.root()))
        .append("\">\n");
    query(xml, dialect, "query");
    query(xml, dialect, "queryauth");
    if (dialect == Dialect.AVAILABILITY) {
      query(xml, dialect, "extent");
      query(xml, dialect, "extentauth");
    }
    plain(xml, "version", "text/plain");
    plain(xml, "application.wadl", "application/xml");
    if (dialect == Dialect.EVENT) {
      plain(xml, "catalogs", "application/xml");
      plain(xml, "contributors", "application/xml");
    }
    return xml.append("  </resources>\n</application>\n").toString();
  }

  /// The usage page that every error text points to.
  static String usage(Dialect dialect) {
    StringBuilder html = new StringBuilder(8192);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>fdsnws ")
        .append(dialect.path())
        .append("</title><link rel=\"stylesheet\" href=\"/page.css\"></head><body><main>")
        .append("<p><a href=\"/\">The archive</a></p><h1>fdsnws ")
        .append(dialect.path())
        .append(' ')
        .append(dialect.version())
        .append("</h1><p>")
        .append(escaped(dialect.purpose()))
        .append("</p><p><code>")
        .append(dialect.root())
        .append("query?name=value&amp;...</code> or the same by POST; ")
        .append("<a href=\"application.wadl\">application.wadl</a>, ")
        .append(
            "<a href=\"version\">version</a></p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Parameters\"><table><thead><tr>")
        .append("<th scope=\"col\">Parameter</th><th scope=\"col\">Short</th>")
        .append("<th scope=\"col\">Default</th><th scope=\"col\">Meaning</th></tr></thead><tbody>");
    Vocabulary.of(dialect).forEach(parameter -> row(html, parameter));
    return html.append("</tbody></table></div></main></body></html>\n").toString();
  }

  private static void row(StringBuilder html, Parameter parameter) {
    String choices =
        parameter.choices().isEmpty() ? "" : ": " + String.join(", ", parameter.choices());
    html.append("<tr><th scope=\"row\"><code>")
        .append(parameter.name())
        .append("</code></th><td>")
        .append(String.join(", ", parameter.aliases()))
        .append("</td><td>")
        .append(parameter.fallback())
        .append("</td><td>")
        .append(escaped(parameter.doc() + choices))
        .append("</td></tr>\n");
  }

  private static void query(StringBuilder xml, Dialect dialect, String name) {
    xml.append("    <resource path=\"").append(name).append("\">\n");
    xml.append("      <method id=\"").append(name).append("\" name=\"GET\">\n        <request>\n");
    Vocabulary.of(dialect).forEach(parameter -> parameter(xml, parameter));
    xml.append("        </request>\n");
    responses(xml, dialect);
    xml.append("      </method>\n");
    xml.append("      <method id=\"post-")
        .append(name)
        .append("\" name=\"POST\">\n")
        .append("        <request>\n          <representation mediaType=\"text/plain\"/>\n")
        .append("        </request>\n");
    responses(xml, dialect);
    xml.append("      </method>\n    </resource>\n");
  }

  private static void parameter(StringBuilder xml, Parameter parameter) {
    xml.append("          <param name=\"")
        .append(parameter.name())
        .append("\" style=\"query\" type=\"")
        .append(parameter.kind().schema())
        .append("\" required=\"false\"");
    if (!parameter.fallback().isEmpty()) {
      xml.append(" default=\"").append(escaped(parameter.fallback())).append('"');
    }
    xml.append(">\n            <doc title=\"").append(escaped(parameter.doc())).append("\"/>\n");
    for (String choice : parameter.choices()) {
      xml.append("            <option value=\"").append(escaped(choice)).append("\"/>\n");
    }
    xml.append("          </param>\n");
  }

  private static void responses(StringBuilder xml, Dialect dialect) {
    xml.append("        <response status=\"200\">\n");
    for (String mediaType : mediaTypes(dialect)) {
      xml.append("          <representation mediaType=\"").append(mediaType).append("\"/>\n");
    }
    xml.append(
            "        </response>\n        <response status=\"204 400 401 403 404 413 500 503\">\n")
        .append("          <representation mediaType=\"text/plain\"/>\n        </response>\n");
  }

  private static List<String> mediaTypes(Dialect dialect) {
    return switch (dialect) {
      case DATASELECT -> List.of("application/vnd.fdsn.mseed");
      case STATION -> List.of("application/xml", "text/plain");
      case EVENT -> List.of("application/xml", "text/plain", "application/geo+json");
      case AVAILABILITY -> List.of("text/plain", "text/csv", "application/json");
    };
  }

  private static void plain(StringBuilder xml, String path, String mediaType) {
    xml.append("    <resource path=\"")
        .append(path)
        .append("\">\n")
        .append("      <method id=\"")
        .append(path)
        .append("\" name=\"GET\">\n")
        .append("        <response>\n          <representation mediaType=\"")
        .append(mediaType)
        .append("\"/>\n        </response>\n      </method>\n    </resource>\n");
  }
}
