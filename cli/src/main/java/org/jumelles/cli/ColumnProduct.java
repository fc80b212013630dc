package org.jumelles.cli;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.Dimension;
import org.jumelles.formats.netcdf.NetCdfWriter;
import org.jumelles.formats.netcdf.Type;
import org.jumelles.formats.netcdf.Variable;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.kernel.outcome.Outcome;

/// Columns with kernels as CF NetCDF-4: one observation a row, layers bottom first; moles per
/// square
/// metre. Refused spectra are rows of fill values with flag 2.
final class ColumnProduct {
  private static final double MOL_PER_M2 = 1e4 / 6.02214076e23;
  private static final double FILL = Double.NaN;

  private final List<Retrievals.Result> results;
  private final int layers;
  private final Dimension observation;
  private final Dimension layer;
  private final java.util.LinkedHashMap<Variable, double[]> columns =
      new java.util.LinkedHashMap<>();

  /// What all columns of a product were made with.
  ///
  /// @param air the state that they started from, in words
  /// @param noise likewise
  record Made(AbsorptionTable table, String air, String noise) {}

  private ColumnProduct(List<Retrievals.Result> results) {
    this.results = results;
    this.layers =
        results.stream()
            .flatMap(result -> result.outcome().found().stream())
            .mapToInt(found -> found.layersPerCm2().length)
            .max()
            .orElse(1);
    this.observation = new Dimension("observation", results.size());
    this.layer = new Dimension("layer", layers);
  }

  /// @throws IllegalArgumentException where there is no result to write
  static void write(
      Path file, OutputFile output, Made made, String gas, List<Retrievals.Result> all)
      throws IOException {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no spectrum to write to " + file);
    }
    output.check(file);
    ColumnProduct product = new ColumnProduct(all);
    product.gather(gas);
    product.write(file, made, all);
  }

  private void gather(String gas) {
    String name = gas.toUpperCase(java.util.Locale.ROOT);
    place("latitude", "degrees_north", result -> result.latitudeDeg());
    place("longitude", "degrees_east", result -> result.longitudeDeg());
    place("time", "seconds since 1970-01-01 00:00:00", result -> result.unixSeconds());
    number(name + "_column", "mol m-2", one -> MOL_PER_M2 * one.column().perCm2());
    number(name + "_column_sigma", "mol m-2", one -> MOL_PER_M2 * one.column().sigmaPerCm2());
    number(name + "_column_noise", "mol m-2", one -> MOL_PER_M2 * one.column().noisePerCm2());
    number(name + "_column_prior", "mol m-2", one -> MOL_PER_M2 * one.column().priorPerCm2());
    number("degrees_of_freedom", "1", GasColumn::degreesOfFreedom);
    number("chi_square", "1", one -> one.estimate().chiSquare());
    number("surface_temperature", "K", GasColumn::surfaceTemperatureK);
    place("retrieval_flag", "1", result -> flag(result.outcome()));
    place("state_origin", "1", result -> result.origin().map(one -> one.flag).orElse(-1));
    rows(name + "_column_averaging_kernel", "1", one -> one.column().kernel());
    rows(
        "pressure",
        "hPa",
        one -> one.atmosphere().layers().stream().mapToDouble(at -> at.pressureHPa()).toArray());
    rows("air_partial_column", "mol m-2", one -> scaled(one.atmosphere().partialColumnsPerCm2(0)));
    rows(name + "_partial_column", "mol m-2", one -> scaled(one.layersPerCm2()));
    rows(name + "_partial_column_prior", "mol m-2", one -> scaled(one.priorLayersPerCm2()));
  }

  private static double[] scaled(double[] perCm2) {
    return Arrays.stream(perCm2).map(one -> MOL_PER_M2 * one).toArray();
  }

  /// 0 good, 1 doubtful, 2 refused.
  private static double flag(Outcome<GasColumn> outcome) {
    return switch (outcome) {
      case Outcome.Good<GasColumn> _ -> 0;
      case Outcome.Doubtful<GasColumn> _ -> 1;
      case Outcome.Refused<GasColumn> _ -> 2;
    };
  }

  private void place(String name, String unit, ToDoubleFunction<Retrievals.Result> of) {
    columns.put(
        variable(name, unit, List.of(observation)), results.stream().mapToDouble(of).toArray());
  }

  private void number(String name, String unit, ToDoubleFunction<GasColumn> of) {
    place(
        name,
        unit,
        result -> result.outcome().found().map(one -> of.applyAsDouble(one)).orElse(FILL));
  }

  private void rows(String name, String unit, java.util.function.Function<GasColumn, double[]> of) {
    double[] values = new double[results.size() * layers];
    Arrays.fill(values, FILL);
    for (int i = 0; i < results.size(); i++) {
      double[] row = results.get(i).outcome().found().map(of).orElse(new double[0]);
      System.arraycopy(row, 0, values, i * layers, row.length);
    }
    columns.put(variable(name, unit, List.of(observation, layer)), values);
  }

  private static Variable variable(String name, String unit, List<Dimension> dimensions) {
    List<Attribute> attributes = new java.util.ArrayList<>();
    attributes.add(Attribute.of("units", unit));
    if (name.equals("CO_column")) {
      attributes.add(Attribute.of("standard_name", "atmosphere_mole_content_of_carbon_monoxide"));
      attributes.add(
          Attribute.of(
              "ancillary_variables", "CO_column_sigma CO_column_averaging_kernel retrieval_flag"));
    }
    if (List.of("latitude", "longitude", "time").contains(name)) {
      attributes.add(Attribute.of("standard_name", name));
    } else {
      attributes.add(Attribute.of("coordinates", "latitude longitude"));
    }
    if (name.equals("state_origin")) {
      attributes.add(Attribute.of("flag_values", Type.DOUBLE, -1, 0, 1, 2));
      attributes.add(
          Attribute.of("flag_meanings", "none sounding_product given_profile made_up_standard"));
    }
    if (name.equals("retrieval_flag")) {
      attributes.add(Attribute.of("flag_values", Type.DOUBLE, 0, 1, 2));
      attributes.add(Attribute.of("flag_meanings", "good doubtful refused"));
    }
    return new Variable(
        name,
        Type.DOUBLE,
        dimensions,
        Variable.Chunk.ofRows(1024),
        OptionalDouble.of(FILL),
        attributes);
  }

  private void write(Path file, Made made, List<Retrievals.Result> all) throws IOException {
    List<Attribute> attributes =
        List.of(
            Attribute.of("Conventions", "CF-1.11"),
            Attribute.of("title", "Gas columns by optimal estimation, " + all.size() + " spectra"),
            Attribute.of("absorption_table", made.table().identity()),
            Attribute.of("absorption_table_made_of", String.join("; ", made.table().made())),
            Attribute.of("state_of_the_air", made.air()),
            Attribute.of("noise", made.noise()),
            Attribute.of("limits", String.join("; ", IasiForwardCommand.LIMITS)));
    try (NetCdfWriter out = NetCdfWriter.create(file, List.copyOf(columns.keySet()), attributes)) {
      for (var column : columns.entrySet()) {
        out.write(column.getKey().name(), MemorySegment.ofArray(column.getValue()));
      }
    }
  }
}
