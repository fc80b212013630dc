package org.jumelles.iasi.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.NetCdfWriter;
import org.jumelles.iasi.retrieval.AbsorptionTable;

/// Columns with kernels as CF NetCDF-4: one observation a row, layers bottom first, moles per
/// square metre. Refused spectra are rows of fill values with flag 2.
public final class ColumnFile implements Closeable {
  /// One molecule cm-2.
  public static final double MOL_PER_M2 = 1e4 / 6.02214076e23;

  /// What no retrieval here knows of.
  public static final List<String> LIMITS =
      List.of(
          "clear sky",
          "no line mixing",
          "no scattering or sunlight",
          "one emissivity for the window, mirroring ground",
          "straight path without refraction");

  private final NetCdfWriter out;
  private final List<ColumnVariables.Quantity> quantities;
  private final List<PixelColumn> waiting = new ArrayList<>();
  private final int observations;
  private long written;

  /// What all columns of a product were made with.
  ///
  /// @param gas as `CO`
  /// @param observations how many rows there will be
  /// @param layers the most that one observation has
  /// @param kernels whether whole kernel matrices are kept besides the columns' kernels
  /// @param air the state that they started from, in words
  /// @param noise likewise
  public record Made(
      String gas,
      int observations,
      int layers,
      boolean kernels,
      AbsorptionTable table,
      String air,
      String noise) {
    public Made {
      if (observations < 1 || layers < 1) {
        throw new IllegalArgumentException(observations + " spectra of " + layers + " layers");
      }
      gas = gas.toUpperCase(Locale.ROOT);
    }
  }

  private ColumnFile(NetCdfWriter out, List<ColumnVariables.Quantity> all, int observations) {
    this.out = out;
    this.quantities = all;
    this.observations = observations;
  }

  /// @param notes further attributes of the file
  public static ColumnFile create(Path file, Made made, List<Attribute> notes) throws IOException {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("Conventions", "CF-1.11"));
    attributes.add(
        Attribute.of(
            "title", "Gas columns by optimal estimation, " + made.observations() + " spectra"));
    attributes.add(Attribute.of("absorption_table", made.table().identity()));
    attributes.add(
        Attribute.of("absorption_table_made_of", String.join("; ", made.table().made())));
    attributes.add(Attribute.of("state_of_the_air", made.air()));
    attributes.add(Attribute.of("noise", made.noise()));
    attributes.add(Attribute.of("limits", String.join("; ", LIMITS)));
    attributes.addAll(notes);
    List<ColumnVariables.Quantity> all =
        new ColumnVariables(made.gas(), made.observations(), made.layers(), made.kernels()).all();
    NetCdfWriter out =
        NetCdfWriter.create(
            file, all.stream().map(ColumnVariables.Quantity::variable).toList(), attributes);
    return new ColumnFile(out, all, made.observations());
  }

  public void append(List<PixelColumn> columns) throws IOException {
    for (PixelColumn column : columns) {
      waiting.add(column);
      if (waiting.size() == ColumnVariables.ROWS) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    for (ColumnVariables.Quantity one : quantities) {
      out.append(out.encode(one.variable().name(), written, one.of(waiting)));
    }
    written += waiting.size();
    waiting.clear();
  }

  /// @throws IllegalStateException where fewer rows came than were promised, or more
  @Override
  public void close() throws IOException {
    try (out) {
      if (!waiting.isEmpty()) {
        flush();
      }
      if (written != observations) {
        throw new IllegalStateException(written + " rows of " + observations);
      }
    }
  }
}
