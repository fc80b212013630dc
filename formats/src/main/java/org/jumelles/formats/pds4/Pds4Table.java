package org.jumelles.formats.pds4;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Place;

/// A table of one record a row; groups of fields are not read.
///
/// @param kind how its records are told apart
/// @param recordLength in bytes, 0 where records are delimited
/// @param delimiter between fields of a delimited record
public record Pds4Table(
    Place place,
    String path,
    Kind kind,
    String name,
    long offset,
    long records,
    int recordLength,
    char delimiter,
    List<Field> fields) {
  public Pds4Table {
    fields = List.copyOf(fields);
  }

  /// Table_Character, Table_Binary; Table_Delimited and Inventory.
  public enum Kind {
    CHARACTER,
    BINARY,
    DELIMITED
  }

  /// @param location byte in the record from one, 0 where records are delimited
  /// @param length in bytes; the most where records are delimited
  /// @param dataType as the label spells it
  /// @param noData texts or numbers that mean that there is none
  public record Field(
      String name,
      int location,
      int length,
      String dataType,
      Optional<String> unit,
      double scalingFactor,
      double valueOffset,
      List<String> noData) {
    public Field {
      noData = List.copyOf(noData);
    }

    /// Whether its values are numbers.
    public boolean isNumber() {
      return Pds4Type.of(dataType).isPresent()
          || dataType.equals("ASCII_Real")
          || dataType.endsWith("Integer");
    }
  }

  /// The place of the field of that name, capitals or not, in the record.
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name.equalsIgnoreCase(fieldName)).findFirst();
  }
}
