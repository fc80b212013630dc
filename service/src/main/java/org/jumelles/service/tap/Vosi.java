package org.jumelles.service.tap;

import java.util.List;
import org.jumelles.service.exchange.Markup;

/// What the service says of itself (VOSI 1.1).
final class Vosi {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  private Vosi() {}

  static String availability() {
    return HEAD
        + "<vosi:availability xmlns:vosi=\"http://www.ivoa.net/xml/VOSIAvailability/v1.0\">"
        + "<vosi:available>true</vosi:available></vosi:availability>\n";
  }

  static String tables(List<Table> tables) {
    StringBuilder xml = new StringBuilder(HEAD);
    xml.append("<vosi:tableset xmlns:vosi=\"http://www.ivoa.net/xml/VOSITables/v1.0\"")
        .append(" xmlns:vs=\"http://www.ivoa.net/xml/VODataService/v1.1\"")
        .append(XSI)
        .append(">\n");
    for (String schema : tables.stream().map(Table::schema).distinct().toList()) {
      xml.append("<schema><name>").append(schema).append("</name>\n");
      tables.stream()
          .filter(table -> table.schema().equals(schema))
          .forEach(table -> table(xml, table));
      xml.append("</schema>\n");
    }
    return xml.append("</vosi:tableset>\n").toString();
  }

  private static void table(StringBuilder xml, Table table) {
    xml.append("<table><name>")
        .append(table.fullName())
        .append("</name><description>")
        .append(Markup.escaped(table.description()))
        .append("</description>");
    if (table.name().equals("epn_core")) {
      xml.append("<utype>ivo://ivoa.net/std/epntap#table-2.0</utype>");
    }
    for (Column column : table.columns()) {
      xml.append("\n<column><name>")
          .append(column.name())
          .append("</name><description>")
          .append(Markup.escaped(column.description()))
          .append("</description>");
      if (!column.unit().isEmpty()) {
        xml.append("<unit>").append(column.unit()).append("</unit>");
      }
      if (!column.ucd().isEmpty()) {
        xml.append("<ucd>").append(column.ucd()).append("</ucd>");
      }
      xml.append("<dataType xsi:type=\"vs:VOTableType\"")
          .append(column.type() == Column.Type.TEXT ? " arraysize=\"*\">" : ">")
          .append(column.type().datatype())
          .append("</dataType></column>");
    }
    xml.append("</table>\n");
  }

  static String capabilities(String base) {
    return HEAD
        + "<vosi:capabilities xmlns:vosi=\"http://www.ivoa.net/xml/VOSICapabilities/v1.0\""
        + " xmlns:vs=\"http://www.ivoa.net/xml/VODataService/v1.1\""
        + " xmlns:tr=\"http://www.ivoa.net/xml/TAPRegExt/v1.0\""
        + XSI
        + ">\n<capability standardID=\"ivo://ivoa.net/std/TAP\" xsi:type=\"tr:TableAccess\">"
        + address(base, "")
        + "<language><name>ADQL</name><version ivo-id=\"ivo://ivoa.net/std/ADQL#v2.1\">2.1"
        + "</version><description>A subset: one table, WHERE, ORDER BY, TOP, COUNT(*)"
        + "</description></language><outputFormat><mime>"
        + VoTable.MEDIA_TYPE
        + "</mime><alias>votable</alias></outputFormat><outputLimit>"
        + "<default unit=\"row\">10000</default><hard unit=\"row\">100000</hard></outputLimit>"
        + "</capability>\n"
        + capability(base, "VOSI#capabilities", "/capabilities")
        + capability(base, "VOSI#availability", "/availability")
        + capability(base, "VOSI#tables", "/tables")
        + "</vosi:capabilities>\n";
  }

  private static String capability(String base, String standard, String path) {
    return "<capability standardID=\"ivo://ivoa.net/std/"
        + standard
        + "\">"
        + address(base, path)
        + "</capability>\n";
  }

  private static String address(String base, String path) {
    return "<interface xsi:type=\"vs:ParamHTTP\" role=\"std\"><accessURL use=\""
        + (path.isEmpty() ? "base" : "full")
        + "\">"
        + Markup.escaped(base)
        + "/tap"
        + path
        + "</accessURL></interface>";
  }
}
