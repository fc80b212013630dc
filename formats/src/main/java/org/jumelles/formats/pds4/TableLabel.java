package org.jumelles.formats.pds4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4Table.Field;
import org.jumelles.formats.pds4.Pds4Table.Kind;
import org.jumelles.formats.xml.XmlFields;

/// A table's element to its record.
final class TableLabel {
  private static final int MOST_FIELDS = 100_000;

  private TableLabel() {}

  static Pds4Table read(XmlFields table, String element) {
    Kind kind =
        switch (element) {
          case "Table_Character" -> Kind.CHARACTER;
          case "Table_Binary" -> Kind.BINARY;
          default -> Kind.DELIMITED;
        };
    String word =
        switch (kind) {
          case CHARACTER -> "Character";
          case BINARY -> "Binary";
          case DELIMITED -> "Delimited";
        };
    XmlFields record = table.required("Record_" + word);
    if (!record.all("Group_Field_" + word).isEmpty()) {
      throw record.malformed("no groups of fields, which are not supported", "groups");
    }
    List<Field> fields = fields(record, word, kind);
    XmlFields records = table.required("records");
    int length = kind == Kind.DELIMITED ? 0 : (int) positive(record.required("record_length"));
    for (Field field : fields) {
      if (kind != Kind.DELIMITED && field.location() - 1L + field.length() > length) {
        throw record.malformed(
            "fields within record_length " + length,
            field.name() + " ends at byte " + (field.location() - 1L + field.length()));
      }
    }
    return new Pds4Table(
        table.element().place(),
        table.path(),
        kind,
        LabelReader.text(table, "name"),
        LabelReader.offset(table),
        positive(records),
        length,
        delimiter(table, kind),
        fields);
  }

  private static List<Field> fields(XmlFields record, String word, Kind kind) {
    record Numbered(long number, Field field) {}
    List<Numbered> fields = new ArrayList<>();
    for (XmlFields one : record.all("Field_" + word)) {
      Optional<XmlFields> number = one.optional("field_number");
      fields.add(
          new Numbered(
              number.isPresent() ? number.get().integer() : fields.size() + 1, field(one, kind)));
      if (fields.size() > MOST_FIELDS) {
        throw record.malformed("a limit of this reader", "more than " + MOST_FIELDS + " fields");
      }
    }
    if (fields.isEmpty()) {
      throw record.malformed("at least one field", "none");
    }
    fields.sort(Comparator.comparingLong(Numbered::number));
    return fields.stream().map(Numbered::field).toList();
  }

  private static Field field(XmlFields field, Kind kind) {
    Optional<XmlFields> length =
        kind == Kind.DELIMITED
            ? field.optional("maximum_field_length")
            : Optional.of(field.required("field_length"));
    List<String> noData = new ArrayList<>();
    field
        .optional("Special_Constants")
        .ifPresent(
            constants -> {
              for (String name : new String[] {"missing", "invalid", "unknown", "not_applicable"}) {
                constants
                    .optional(name + "_constant")
                    .ifPresent(constant -> noData.add(constant.text().strip()));
              }
            });
    return new Field(
        field.required("name").text().strip(),
        kind == Kind.DELIMITED ? 0 : (int) positive(field.required("field_location")),
        length.isPresent() ? (int) positive(length.get()) : 0,
        field.required("data_type").text().strip(),
        field.optional("unit").map(unit -> unit.text().strip()),
        LabelReader.number(field, "scaling_factor", 1),
        LabelReader.number(field, "value_offset", 0),
        noData);
  }

  private static char delimiter(XmlFields table, Kind kind) {
    if (kind != Kind.DELIMITED) {
      return ',';
    }
    XmlFields field = table.required("field_delimiter");
    return switch (field.text().strip()) {
      case "Comma" -> ',';
      case "Semicolon" -> ';';
      case "Horizontal Tab" -> '\t';
      case "Vertical Bar" -> '|';
      default ->
          throw field.malformed(
              "Comma, Semicolon, Horizontal Tab or Vertical Bar", "'" + field.text() + "'");
    };
  }

  private static long positive(XmlFields field) {
    long value = field.integer();
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw field.malformed("from 1 to 2147483647", String.valueOf(value));
    }
    return value;
  }
}
