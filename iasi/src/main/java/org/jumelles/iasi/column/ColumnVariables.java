package org.jumelles.iasi.column;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.Dimension;
import org.jumelles.formats.netcdf.Type;
import org.jumelles.formats.netcdf.Variable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.spectrum.ScanLine;

/// The variables of a Level 2 product, and what each takes from an observation.
final class ColumnVariables {
  static final int ROWS = 1024;

  private static final double FILL = Double.NaN;
  private static final int WHOLE_FILL = -1;

  private final List<Quantity> all = new ArrayList<>();
  private final Dimension observation;
  private final Dimension layer;
  private final String gas;

  /// One variable; whole numbers or real ones.
  ///
  /// @param values of an observation: one, a layer's each, or a square of layers
  record Quantity(Variable variable, Function<PixelColumn, double[]> values, int width) {

    /// The observations' values, one row each, shorter ones filled up.
    MemorySegment of(List<PixelColumn> rows) {
      double[] reals = new double[rows.size() * width];
      boolean whole = variable.type() == Type.INT;
      Arrays.fill(reals, whole ? WHOLE_FILL : FILL);
      for (int i = 0; i < rows.size(); i++) {
        double[] row = values.apply(rows.get(i));
        System.arraycopy(row, 0, reals, i * width, row.length);
      }
      return whole
          ? MemorySegment.ofArray(Arrays.stream(reals).mapToInt(one -> (int) one).toArray())
          : MemorySegment.ofArray(reals);
    }
  }

  ColumnVariables(String gas, int observations, int layers, boolean kernels) {
    this.gas = gas;
    this.observation = new Dimension("observation", observations);
    this.layer = new Dimension("layer", layers);
    places();
    columns();
    flags();
    states();
    layers();
    if (kernels) {
      kernels(layers);
    }
  }

  List<Quantity> all() {
    return all;
  }

  private void places() {
    whole("line", "scan line of the granule", PixelColumn::line);
    whole("efov", "view of the line", one -> Math.floorDiv(one.pixel(), ScanLine.PIXELS_PER_VIEW));
    whole("pixel", "pixel of the view", one -> one.pixel() % ScanLine.PIXELS_PER_VIEW);
    real("latitude", "degrees_north", "latitude", PixelColumn::latitudeDeg);
    real("longitude", "degrees_east", "longitude", PixelColumn::longitudeDeg);
    real("time", "seconds since 1970-01-01 00:00:00", "time", PixelColumn::unixSeconds);
    real("sensor_zenith_angle", "degree", "sensor zenith angle", PixelColumn::zenithDeg);
    real("cloud_fraction", "%", "cloud seen by the imager", PixelColumn::cloudPercent);
  }

  private void columns() {
    number(
        "_column",
        "mol m-2",
        "vertical column",
        one -> ColumnFile.MOL_PER_M2 * one.column().perCm2());
    number(
        "_column_sigma",
        "mol m-2",
        "standard uncertainty of the column: noise and what the measurement cannot see",
        one -> ColumnFile.MOL_PER_M2 * one.column().sigmaPerCm2());
    number(
        "_column_noise",
        "mol m-2",
        "standard uncertainty of the column by measurement noise alone",
        one -> ColumnFile.MOL_PER_M2 * one.column().noisePerCm2());
    number(
        "_column_prior",
        "mol m-2",
        "column of the prior",
        one -> ColumnFile.MOL_PER_M2 * one.column().priorPerCm2());
    number(
        "_column_prior_sigma",
        "mol m-2",
        "standard uncertainty of the prior's column",
        one -> ColumnFile.MOL_PER_M2 * one.column().priorSigmaPerCm2());
    other("degrees_of_freedom", "1", "degrees of freedom for signal", GasColumn::degreesOfFreedom);
    other("chi_square", "1", "chi-square per channel", one -> one.estimate().chiSquare());
    other("surface_temperature", "K", "ground, fitted", GasColumn::surfaceTemperatureK);
  }

  private void flags() {
    flag(
        "retrieval_flag",
        "what became of the spectrum",
        Attribute.of("flag_values", Type.INT, 0, 1, 2),
        "good doubtful refused",
        PixelColumn::flag);
    PixelColumn.Doubt[] doubts = PixelColumn.Doubt.values();
    flag(
        "doubts",
        "why it is not good; 0 for none",
        Attribute.of(
            "flag_masks",
            Type.INT,
            Arrays.stream(doubts).mapToDouble(PixelColumn.Doubt::bit).toArray()),
        words(Arrays.stream(doubts).map(PixelColumn.Doubt::meaning)),
        PixelColumn::doubts);
  }

  private void states() {
    AirState.Origin[] origins = AirState.Origin.values();
    double[] values = new double[origins.length + 1];
    values[0] = AirState.Origin.NONE;
    Arrays.setAll(values, i -> i == 0 ? AirState.Origin.NONE : origins[i - 1].flag());
    flag(
        "state_origin",
        "who told the state of the air",
        Attribute.of("flag_values", Type.INT, values),
        "none " + words(Arrays.stream(origins).map(AirState.Origin::meaning)),
        one -> one.state().map(state -> state.origin().flag()).orElse(AirState.Origin.NONE));
    AirState.Gap[] gaps = AirState.Gap.values();
    flag(
        "state_gaps",
        "what the sounding did not tell; 0 for nothing",
        Attribute.of(
            "flag_masks", Type.INT, Arrays.stream(gaps).mapToDouble(AirState.Gap::bit).toArray()),
        words(Arrays.stream(gaps).map(AirState.Gap::meaning)),
        one -> one.state().map(AirState.Told::gaps).orElse(0));
    state("sounding_distance", "km", "to the sounding's place", AirState.Told::distanceKm);
    state("sounding_time_difference", "s", "to the sounding's time", AirState.Told::secondsApart);
    state("surface_temperature_prior", "K", "ground, before", one -> one.surface().temperatureK());
    state("surface_emissivity", "1", "of the window, as taken", one -> one.surface().emissivity());
  }

  private void state(
      String name, String unit, String longName, ToDoubleFunction<AirState.Told> of) {
    real(name, unit, longName, one -> one.state().map(of::applyAsDouble).orElse(FILL));
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  private void layers() {
    rows(
        gas + "_column_averaging_kernel",
        "1",
        "what one molecule more in a layer adds to the column, about the estimate",
        one -> one.column().kernel());
    rows(
        "pressure",
        "hPa",
        "mean pressure of the layers, from the ground up",
        one -> one.atmosphere().layers().stream().mapToDouble(at -> at.pressureHPa()).toArray());
    rows(
        "air_partial_column",
        "mol m-2",
        "all molecules of the layers",
        one -> scaled(one.atmosphere().partialColumnsPerCm2(0)));
    rows(
        gas + "_partial_column",
        "mol m-2",
        "partial columns of the estimate",
        one -> scaled(one.layersPerCm2()));
    rows(
        gas + "_partial_column_prior",
        "mol m-2",
        "partial columns of the prior",
        one -> scaled(one.priorLayersPerCm2()));
  }

  /// The whole matrix, of the logarithms of the layers.
  private void kernels(int layers) {
    Dimension answering = new Dimension("kernel_layer", layers);
    Variable variable =
        new Variable(
            gas + "_averaging_kernel",
            Type.DOUBLE,
            List.of(observation, layer, answering),
            Variable.Chunk.ofRows(ROWS),
            OptionalDouble.of(FILL),
            List.of(
                Attribute.of("long_name", "d ln(estimate in layer) / d ln(truth in kernel_layer)"),
                Attribute.of("units", "1"),
                Attribute.of("coordinates", "latitude longitude")));
    all.add(
        new Quantity(
            variable,
            one -> one.outcome().found().map(found -> square(found, layers)).orElse(new double[0]),
            layers * layers));
  }

  private static double[] square(GasColumn found, int layers) {
    double[] square = new double[layers * layers];
    Arrays.fill(square, FILL);
    int own = found.layersPerCm2().length;
    for (int i = 0; i < own; i++) {
      for (int j = 0; j < own; j++) {
        square[i * layers + j] = found.estimate().kernel().get(i, j);
      }
    }
    return square;
  }

  private static double[] scaled(double[] perCm2) {
    return Arrays.stream(perCm2).map(one -> ColumnFile.MOL_PER_M2 * one).toArray();
  }

  private void whole(String name, String longName, ToIntFunction<PixelColumn> of) {
    add(
        name,
        Type.INT,
        List.of(observation),
        of::applyAsInt,
        List.of(Attribute.of("long_name", longName)));
  }

  private void flag(
      String name,
      String longName,
      Attribute values,
      String meanings,
      ToDoubleFunction<PixelColumn> of) {
    add(
        name,
        Type.INT,
        List.of(observation),
        of,
        List.of(
            Attribute.of("long_name", longName),
            values,
            Attribute.of("flag_meanings", meanings),
            Attribute.of("coordinates", "latitude longitude")));
  }

  private void real(String name, String unit, String longName, ToDoubleFunction<PixelColumn> of) {
    List<Attribute> told = new ArrayList<>(List.of(Attribute.of("units", unit)));
    boolean place = List.of("latitude", "longitude", "time").contains(name);
    told.add(Attribute.of(place ? "standard_name" : "long_name", longName));
    if (!place) {
      told.add(Attribute.of("coordinates", "latitude longitude"));
    }
    add(name, Type.DOUBLE, List.of(observation), of, told);
  }

  private void number(String ending, String unit, String longName, ToDoubleFunction<GasColumn> of) {
    List<Attribute> told = new ArrayList<>();
    told.add(Attribute.of("units", unit));
    told.add(Attribute.of("long_name", gas + ": " + longName));
    told.add(Attribute.of("coordinates", "latitude longitude"));
    if (ending.equals("_column")) {
      if (gas.equals("CO")) {
        told.add(Attribute.of("standard_name", "atmosphere_mole_content_of_carbon_monoxide"));
      }
      told.add(
          Attribute.of(
              "ancillary_variables",
              gas + "_column_sigma " + gas + "_column_averaging_kernel retrieval_flag doubts"));
    }
    add(gas + ending, Type.DOUBLE, List.of(observation), of(of), told);
  }

  private void other(String name, String unit, String longName, ToDoubleFunction<GasColumn> of) {
    real(name, unit, longName, of(of));
  }

  private static ToDoubleFunction<PixelColumn> of(ToDoubleFunction<GasColumn> of) {
    return one -> one.outcome().found().map(found -> of.applyAsDouble(found)).orElse(FILL);
  }

  private void rows(String name, String unit, String longName, Function<GasColumn, double[]> of) {
    Variable variable =
        new Variable(
            name,
            Type.DOUBLE,
            List.of(observation, layer),
            Variable.Chunk.ofRows(ROWS),
            OptionalDouble.of(FILL),
            List.of(
                Attribute.of("units", unit),
                Attribute.of("long_name", longName),
                Attribute.of("coordinates", "latitude longitude")));
    all.add(
        new Quantity(
            variable,
            one -> one.outcome().found().map(of).orElse(new double[0]),
            Math.toIntExact(layer.length())));
  }

  private void add(
      String name,
      Type type,
      List<Dimension> dimensions,
      ToDoubleFunction<PixelColumn> of,
      List<Attribute> attributes) {
    Variable variable =
        new Variable(
            name,
            type,
            dimensions,
            Variable.Chunk.ofRows(ROWS),
            type == Type.INT ? OptionalDouble.empty() : OptionalDouble.of(FILL),
            attributes);
    all.add(new Quantity(variable, one -> new double[] {of.applyAsDouble(one)}, 1));
  }
}
