package org.jumelles.service.tap;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jumelles.service.exchange.Markup;

/// VOTable 1.4 with rows as TABLEDATA; an empty cell is null.
final class VoTable {
  static final String MEDIA_TYPE = "application/x-votable+xml;serialization=tabledata";

  private VoTable() {}

  static String of(TapQuery query, Answers.Rows rows, String asked) {
    StringBuilder xml = new StringBuilder(4096);
    head(xml, "OK", "");
    xml.append("<INFO name=\"QUERY\" value=\"").append(Markup.escaped(asked)).append("\"/>\n");
    xml.append("<TABLE name=\"").append(query.table().name()).append("\">\n");
    for (TapQuery.Chosen column : query.columns()) {
      field(xml, column.as());
    }
    xml.append("<DATA><TABLEDATA>\n");
    for (List<@Nullable Object> row : rows.rows()) {
      xml.append("<TR>");
      for (Object cell : row) {
        xml.append("<TD>").append(Markup.escaped(Objects.toString(cell, ""))).append("</TD>");
      }
      xml.append("</TR>\n");
    }
    xml.append("</TABLEDATA></DATA>\n</TABLE>\n");
    if (rows.overflow()) {
      xml.append("<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>\n");
    }
    return xml.append("</RESOURCE>\n</VOTABLE>\n").toString();
  }

  static String error(String reason) {
    StringBuilder xml = new StringBuilder();
    head(xml, "ERROR", reason);
    return xml.append("</RESOURCE>\n</VOTABLE>\n").toString();
  }

  private static void head(StringBuilder xml, String status, String reason) {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n")
        .append("<RESOURCE type=\"results\">\n<INFO name=\"QUERY_STATUS\" value=\"")
        .append(status)
        .append("\">")
        .append(Markup.escaped(reason))
        .append("</INFO>\n");
  }

  private static void field(StringBuilder xml, Column column) {
    xml.append("<FIELD name=\"")
        .append(Markup.escaped(column.name()))
        .append("\" datatype=\"")
        .append(column.type().datatype())
        .append('"');
    if (column.type() == Column.Type.TEXT) {
      xml.append(" arraysize=\"*\"");
    }
    if (!column.unit().isEmpty()) {
      xml.append(" unit=\"").append(column.unit()).append('"');
    }
    if (!column.ucd().isEmpty()) {
      xml.append(" ucd=\"").append(column.ucd()).append('"');
    }
    xml.append("><DESCRIPTION>")
        .append(Markup.escaped(column.description()))
        .append("</DESCRIPTION></FIELD>\n");
  }
}
