package org.jumelles.iasi.level3;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.Dimension;
import org.jumelles.formats.netcdf.NetCdfWriter;
import org.jumelles.formats.netcdf.Type;
import org.jumelles.formats.netcdf.Variable;

/// Writes daily grids as NetCDF-4 by CF: `quantity_mean(time, half, lat, lon)`, `_std` and
/// `_count`.
public final class GridFile {
  private static final double FILL = -9999;
  private static final int LEVEL = 4;

  private GridFile() {}

  /// @param notes further attributes of the file, such as `source`
  /// @throws IllegalArgumentException where nothing was gathered
  public static void write(DailyGrids grids, Path file, List<Attribute> notes) throws IOException {
    List<Long> days = grids.days();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("no pixel came into any cell: there is no grid to write");
    }
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("Conventions", "CF-1.11"));
    attributes.add(
        Attribute.of("title", "Daily gridded IASI quantities before and after local solar noon"));
    attributes.add(
        Attribute.of(
            "comment",
            "Cells are half-open, [lo, hi). Days are UTC days; halves are told by local solar time,"
                + " UTC + longitude / 15 h. "
                + (grids.byFootprint()
                    ? "Footprints are weighted by the area in each cell; count is their sum."
                    : "The centre of a footprint decides its cell.")));
    attributes.addAll(notes);
    List<Dimension> axes =
        List.of(
            new Dimension("time", days.size()),
            new Dimension("half", 2),
            new Dimension("lat", grids.grid().rows()),
            new Dimension("lon", grids.grid().columns()));
    List<Variable> variables = coordinates(axes);
    for (DailyGrids.Quantity quantity : grids.quantities()) {
      variables.addAll(variables(quantity, axes));
    }
    try (NetCdfWriter out = NetCdfWriter.create(file, variables, attributes)) {
      writeCoordinates(out, grids);
      for (int q = 0; q < grids.quantities().size(); q++) {
        String name = grids.quantities().get(q).name();
        values(out, grids, q, name + "_mean", Cells::mean);
        values(out, grids, q, name + "_std", Cells::spread);
        boolean bySigma = grids.quantities().get(q).bySigma();
        values(out, grids, q, name + "_count", bySigma ? Cells::number : Cells::count);
        if (bySigma) {
          values(out, grids, q, name + "_sigma", Cells::sigma);
        }
      }
    }
  }

  private static List<Variable> coordinates(List<Dimension> axes) {
    List<Variable> all = new ArrayList<>();
    all.add(
        axis(
            axes.get(0),
            Type.INT,
            Attribute.of("standard_name", "time"),
            Attribute.of("units", "days since 2000-01-01"),
            Attribute.of("calendar", "standard")));
    all.add(
        axis(
            axes.get(1),
            Type.BYTE,
            Attribute.of("long_name", "half of the local solar day"),
            Attribute.of("flag_values", Type.BYTE, 0, 1),
            Attribute.of("flag_meanings", "before_noon after_noon")));
    all.add(
        axis(
            axes.get(2),
            Type.DOUBLE,
            Attribute.of("standard_name", "latitude"),
            Attribute.of("units", "degrees_north")));
    all.add(
        axis(
            axes.get(3),
            Type.DOUBLE,
            Attribute.of("standard_name", "longitude"),
            Attribute.of("units", "degrees_east")));
    return all;
  }

  private static Variable axis(Dimension axis, Type type, Attribute... attributes) {
    return new Variable(
        axis.name(),
        type,
        List.of(axis),
        Variable.Chunk.ofRows(axis.length()),
        OptionalDouble.empty(),
        List.of(attributes));
  }

  private static List<Variable> variables(DailyGrids.Quantity quantity, List<Dimension> axes) {
    List<Variable> all = new ArrayList<>();
    all.add(
        variable(
            quantity.name() + "_mean",
            "mean of " + quantity.longName() + (quantity.bySigma() ? ", by 1 / sigma^2" : ""),
            quantity.unit(),
            "area: time: mean",
            axes));
    all.add(
        variable(
            quantity.name() + "_std",
            "standard deviation of " + quantity.longName(),
            quantity.unit(),
            "area: time: standard_deviation",
            axes));
    all.add(
        variable(
            quantity.name() + "_count",
            "footprints of " + quantity.longName(),
            "1",
            "area: time: sum",
            axes));
    if (quantity.bySigma()) {
      all.add(
          variable(
              quantity.name() + "_sigma",
              "uncertainty of the mean of "
                  + quantity.longName()
                  + ", as if errors had nothing in common",
              quantity.unit(),
              "area: time: mean",
              axes));
    }
    return all;
  }

  private static Variable variable(
      String name, String longName, String unit, String method, List<Dimension> axes) {
    return new Variable(
        name,
        Type.FLOAT,
        axes,
        new Variable.Chunk(1, 1, LEVEL),
        OptionalDouble.of(FILL),
        List.of(
            Attribute.of("long_name", longName),
            Attribute.of("units", unit),
            Attribute.of("cell_methods", method)));
  }

  private static void writeCoordinates(NetCdfWriter out, DailyGrids grids) throws IOException {
    int[] days = grids.days().stream().mapToInt(Math::toIntExact).toArray();
    out.write("time", MemorySegment.ofArray(days));
    out.write("half", MemorySegment.ofArray(new byte[] {0, 1}));
    double[] latitudes = new double[grids.grid().rows()];
    java.util.Arrays.setAll(latitudes, grids.grid()::latitudeDeg);
    out.write("lat", MemorySegment.ofArray(latitudes));
    double[] longitudes = new double[grids.grid().columns()];
    java.util.Arrays.setAll(longitudes, grids.grid()::longitudeDeg);
    out.write("lon", MemorySegment.ofArray(longitudes));
  }

  private static void values(
      NetCdfWriter out,
      DailyGrids grids,
      int quantity,
      String name,
      ToDoubleBiFunction<Cells, Integer> value)
      throws IOException {
    int cells = grids.grid().rows() * grids.grid().columns();
    List<Long> days = grids.days();
    for (int d = 0; d < days.size(); d++) {
      float[] both = new float[2 * cells];
      for (DailyGrids.Half half : DailyGrids.Half.values()) {
        Cells from = grids.cells(days.get(d), half, quantity);
        for (int i = 0; i < cells; i++) {
          double number = value.applyAsDouble(from, i);
          both[half.index() * cells + i] = Double.isNaN(number) ? (float) FILL : (float) number;
        }
      }
      out.append(out.encode(name, d, MemorySegment.ofArray(both)));
    }
  }
}
