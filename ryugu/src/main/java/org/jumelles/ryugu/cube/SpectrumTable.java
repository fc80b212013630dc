package org.jumelles.ryugu.cube;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.formats.pds4.Pds4Table.Field;
import org.jumelles.formats.pds4.TableValues;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// A table whose rows are the bands of one spectrum.
final class SpectrumTable {
  private SpectrumTable() {}

  static boolean isSpectrum(Pds4Table table) {
    return axisField(table).isPresent() && valueField(table).isPresent();
  }

  /// The field of wavelengths or wavenumbers.
  static Optional<Field> axisField(Pds4Table table) {
    return table.fields().stream()
        .filter(Field::isNumber)
        .filter(
            field -> {
              String name = field.name().toLowerCase(Locale.ROOT);
              return name.contains("wavelength") || name.contains("wavenumber");
            })
        .findFirst();
  }

  /// The field of reflectances or other values.
  static Optional<Field> valueField(Pds4Table table) {
    return table.fields().stream()
        .filter(Field::isNumber)
        .filter(
            field -> {
              String name = field.name().toLowerCase(Locale.ROOT);
              return (name.contains("reflect")
                      || name.contains("radian")
                      || name.contains("emiss")
                      || name.contains("intensity"))
                  && !isSigma(field);
            })
        .findFirst();
  }

  /// The field of the standard deviations of the values.
  static Optional<Field> sigmaField(Pds4Table table) {
    return table.fields().stream()
        .filter(Field::isNumber)
        .filter(SpectrumTable::isSigma)
        .findFirst();
  }

  static Cube open(Pds4Table table, Bytes data, List<Defect> defects, Arena arena) {
    TableValues values = TableValues.read(table, data);
    Field centre = axisField(table).orElseThrow();
    double[] spectrum = values.numbers(valueField(table).orElseThrow());
    AxisReading reading =
        new AxisReading(
            spectrum.length,
            (clause, found) ->
                new Defect(data.source(), table.place(), table.path(), clause, found),
            defects);
    Axis axis = reading.read(values.numbers(centre), centre.unit(), new double[0], new double[0]);
    Layout layout =
        Layout.of(1, 1, spectrum.length, ElementType.F64, ByteOrder.nativeOrder(), Interleave.BIP);
    Container container =
        new Container(
            "PDS4 table",
            ElementType.F64,
            Interleave.BIP,
            Scale.NONE,
            OptionalDouble.empty(),
            List.of(),
            defects);
    return new RasterCube(
        new Raster(bytes(data.source(), spectrum), layout), axis, container, arena);
  }

  /// Numbers in memory as the bytes of a raster of float64 in the machine's order.
  static Bytes bytes(String source, double[] values) {
    java.nio.ByteBuffer buffer =
        java.nio.ByteBuffer.allocate(Math.multiplyExact(values.length, 8))
            .order(ByteOrder.nativeOrder());
    buffer.asDoubleBuffer().put(values);
    return Bytes.of(source, buffer.array());
  }

  private static boolean isSigma(Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return name.contains("deviation")
        || name.contains("error")
        || name.contains("sigma")
        || name.contains("uncertain");
  }
}
