package org.jumelles.formats.pds4;

import java.util.List;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4Table.Field;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The values of a table, read from its file: texts as they stand, numbers after scaling.
public final class TableValues {
  private final Pds4Table table;
  private final Bytes file;
  private final List<String[]> delimited;

  private TableValues(Pds4Table table, Bytes file, List<String[]> delimited) {
    this.table = table;
    this.file = file;
    this.delimited = delimited;
  }

  /// @throws MalformedDataException where the file is too short for what the label says
  public static TableValues read(Pds4Table table, Bytes file) {
    if (table.kind() == Pds4Table.Kind.DELIMITED) {
      return new TableValues(table, file, DelimitedRecords.read(table, file));
    }
    long wanted = table.records() * table.recordLength();
    if (table.offset() > file.size() || wanted > file.size() - table.offset()) {
      throw new MalformedDataException(
          file.source(),
          new Place.Offset(table.offset()),
          table.path(),
          table.records() + " records of " + table.recordLength() + " bytes",
          wanted + " bytes wanted, " + Math.max(0, file.size() - table.offset()) + " left");
    }
    return new TableValues(table, file, List.of());
  }

  public int records() {
    return (int) table.records();
  }

  /// A value as it stands, without the white space around it.
  public String text(int record, Field field) {
    if (table.kind() == Pds4Table.Kind.DELIMITED) {
      return delimited.get(record)[table.fields().indexOf(field)];
    }
    Optional<Pds4Type> binary = Pds4Type.of(field.dataType());
    if (table.kind() == Pds4Table.Kind.BINARY && binary.isPresent()) {
      return String.valueOf(stored(record, field, binary.get()));
    }
    return file.ascii(at(record, field), field.length(), field.name()).strip();
  }

  /// A number after scaling; NaN where the field is empty or says that there is none.
  ///
  /// @throws MalformedDataException where it is no number
  public double number(int record, Field field) {
    Optional<Pds4Type> binary = Pds4Type.of(field.dataType());
    double value;
    if (table.kind() == Pds4Table.Kind.BINARY && binary.isPresent()) {
      value = stored(record, field, binary.get());
      if (field.noData().stream().anyMatch(none -> isSame(none, value))) {
        return Double.NaN;
      }
    } else {
      String text = text(record, field);
      if (text.isEmpty() || field.noData().contains(text)) {
        return Double.NaN;
      }
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException _) {
        throw new MalformedDataException(
            file.source(),
            new Place.Path("record " + (record + 1)),
            field.name(),
            field.dataType(),
            "'" + text + "'");
      }
      if (field.noData().stream().anyMatch(none -> isSame(none, value))) {
        return Double.NaN;
      }
    }
    return value * field.scalingFactor() + field.valueOffset();
  }

  /// All numbers of a field.
  public double[] numbers(Field field) {
    double[] numbers = new double[records()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i, field);
    }
    return numbers;
  }

  private double stored(int record, Field field, Pds4Type type) {
    if (field.length() != type.type().bytes()) {
      throw new MalformedDataException(
          file.source(),
          table.place(),
          table.path() + "/" + field.name(),
          field.dataType(),
          "field_length " + field.length());
    }
    long at = at(record, field);
    long bits =
        switch (field.length()) {
          case 1 -> file.u8(at, field.name());
          case 2 -> file.u16(at, type.order(), field.name());
          case 4 -> file.u32(at, type.order(), field.name());
          default -> file.i64(at, type.order(), field.name());
        };
    return type.type().value(bits);
  }

  private long at(int record, Field field) {
    return table.offset() + (long) record * table.recordLength() + field.location() - 1;
  }

  private static boolean isSame(String constant, double value) {
    try {
      return Double.parseDouble(constant) == value;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
