package org.jumelles.service.tap;

/// A column of a table.
///
/// @param unit as VOUnits writes it; empty where there is none
/// @param ucd what the column is of, by the Unified Content Descriptors; may be empty
record Column(String name, Type type, String unit, String ucd, String description) {
  /// What a column holds; any may be null.
  enum Type {
    TEXT("char"),
    REAL("double"),
    WHOLE("long");

    private final String datatype;

    Type(String datatype) {
      this.datatype = datatype;
    }

    /// The word of VOTable.
    String datatype() {
      return datatype;
    }
  }

  static Column text(String name, String ucd, String description) {
    return new Column(name, Type.TEXT, "", ucd, description);
  }

  static Column real(String name, String unit, String ucd, String description) {
    return new Column(name, Type.REAL, unit, ucd, description);
  }

  static Column whole(String name, String unit, String ucd, String description) {
    return new Column(name, Type.WHOLE, unit, ucd, description);
  }
}
