package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.pds4.Pds4Label.FileArea;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.formats.pds4.TableValues;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;

/// Tables of a product: what each field holds.
///
/// @param onlyTables whether the product has neither an array nor a table of one spectrum
public record Tables(String format, boolean onlyTables, List<Table> tables, List<Defect> defects) {
  public Tables {
    tables = List.copyOf(tables);
    defects = List.copyOf(defects);
  }

  /// One table of a file.
  public record Table(String file, String name, long records, List<Field> fields) {
    public Table {
      fields = List.copyOf(fields);
    }
  }

  /// @param numbers of the values after scaling; empty for a field of texts
  public record Field(
      String name, String dataType, Optional<String> unit, Optional<Statistics> numbers) {}

  /// The tables that a label describes; empty where the file is no label of tables.
  public static Optional<Tables> open(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      if (!Pds4Cubes.isLabel(file, bytes)) {
        return Optional.empty();
      }
      Pds4Label label = Pds4.read(bytes);
      List<Table> tables = new ArrayList<>();
      List<Defect> defects = new ArrayList<>();
      for (FileArea area : label.files()) {
        if (!area.tables().isEmpty()) {
          Bytes data = Pds4Cubes.data(Neighbours.inFolder(file), area, arena);
          defects.addAll(Pds4.check(label, area, data));
          for (Pds4Table table : area.tables()) {
            tables.add(summary(area, table, data));
          }
        }
      }
      defects.addAll(label.defects());
      return tables.isEmpty()
          ? Optional.empty()
          : Optional.of(new Tables("PDS4 table", isOnlyTables(label), tables, defects));
    }
  }

  private static boolean isOnlyTables(Pds4Label label) {
    return label.files().stream()
        .allMatch(
            area ->
                area.arrays().isEmpty()
                    && area.tables().stream().noneMatch(SpectrumTable::isSpectrum));
  }

  private static Table summary(FileArea area, Pds4Table table, Bytes data) {
    TableValues values = TableValues.read(table, data);
    List<Field> fields = new ArrayList<>();
    for (Pds4Table.Field field : table.fields()) {
      Optional<Statistics> numbers = Optional.empty();
      if (field.isNumber()) {
        double[] all = values.numbers(field);
        numbers = Optional.of(Statistics.of(all, all.length));
      }
      fields.add(new Field(field.name(), field.dataType(), field.unit(), numbers));
    }
    return new Table(area.fileName(), table.name(), table.records(), fields);
  }
}
