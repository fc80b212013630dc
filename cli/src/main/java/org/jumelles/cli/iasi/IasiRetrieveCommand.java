package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.column.PixelColumn;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.FastModel;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
import org.jumelles.iasi.retrieval.TableFile;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "retrieve",
    description = "A gas's column out of each spectrum, by optimal estimation on a table.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi retrieve granule.nat --tables co.table --gas CO --profile levels.xy --json",
      "  jumelles iasi retrieve spectrum.csv --tables co.table --gas CO --profile levels.xy",
      "  jumelles iasi retrieve granule.nat --tables co.table --gas CO --l2 sounding.nat -o co.nc",
      "",
      "FILE is Level 1C (EPS native or BUFR), or a CSV that `iasi forward --csv` wrote. Without",
      "--profile, --layers or --l2 a made-up standard atmosphere stands for the state of the air and",
      "every result is doubtful."
    })
final class IasiRetrieveCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private SceneOptions scene = new SceneOptions();
  @Mixin private StateOptions state = new StateOptions();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, or one spectrum as CSV.")
  private Path file = Path.of("");

  @Option(names = "--tables", required = true, paramLabel = "TABLE", description = "Compiled.")
  private Path tables = Path.of("");

  @Option(names = "--gas", defaultValue = "CO", paramLabel = "GAS", description = "As CO. (CO)")
  private String gas = "CO";

  @Option(
      names = "--temperature-sigma",
      paramLabel = "K",
      defaultValue = "0",
      description = {
        "How uncertain the air's temperatures are, over 7 km; they become states. Without: they",
        "are taken as true. (0)"
      })
  private double temperatureSigmaK;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10000",
      description = "The first N spectra. (10000)")
  private int limit = 10_000;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "NC",
      description = "CF NetCDF-4 with kernels.")
  private @Nullable Path out;

  @Option(
      names = "--kernels",
      description = "With -o: whole kernel matrices too, not the columns' kernels alone.")
  private boolean kernels;

  @Override
  public Integer call() throws IOException {
    Path target = out;
    if (target != null) {
      output.check(target);
    }
    AbsorptionTable table = table();
    GasRetrieval retrieval =
        new GasRetrieval(
            new FastModel(table),
            molecule(),
            GasRetrieval.Settings.DEFAULT.withTemperature(temperatureSigmaK));
    NoiseTable noise = state.noise();
    Retrievals run;
    int code;
    String air;
    try (Arena arena = Arena.ofShared()) {
      double[] channels = table.wavenumberPerCm();
      AirStates states =
          new AirStates(
              retrieval,
              scene,
              state,
              state.soundings(answer, arena),
              (channels[0] + channels[channels.length - 1]) / 2,
              answer);
      air = states.summary();
      NoiseCovariance covariance =
          state.covariance(retrieval, noise.radiance(table.wavenumberPerCm()));
      run = new Retrievals(table, retrieval, states, covariance, answer, limit);
      code = run.of(file);
    }
    if (target != null) {
      write(target, table, air, noise, run.results());
    }
    answer.give(document(table, run, air, noise), () -> text(run, air));
    IasiForwardCommand.LIMITS.forEach(one -> answer.say("limit: " + one));
    return code;
  }

  private String told(NoiseTable noise) {
    return noise.source() + ", " + state.correlation();
  }

  private void write(
      Path target, AbsorptionTable table, String air, NoiseTable noise, List<PixelColumn> all)
      throws IOException {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no spectrum to write to " + target);
    }
    output.check(target);
    int layers =
        all.stream()
            .flatMap(result -> result.outcome().found().stream())
            .mapToInt(found -> found.layersPerCm2().length)
            .max()
            .orElse(1);
    ColumnFile.Made made =
        new ColumnFile.Made(gas, all.size(), layers, kernels, table, air, told(noise));
    try (ColumnFile out = ColumnFile.create(target, made, List.of())) {
      out.append(all);
    }
  }

  private AbsorptionTable table() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return InputFile.need(TableFile.read(InputFile.map(tables, arena)), answer);
    }
  }

  private int molecule() {
    return Isotopologue.molecule(gas)
        .orElseThrow(() -> new IllegalArgumentException("--gas " + gas + ": no gas of HITRAN's"));
  }

  private Map<String, Object> document(
      AbsorptionTable table, Retrievals run, String air, NoiseTable noise) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("gas", gas);
    document.put("table", table.identity());
    document.put("table_error_rms_k", table.error().rmsK());
    document.put("state", air);
    document.put("noise", told(noise));
    document.put("limits", IasiForwardCommand.LIMITS);
    document.put("good", run.count(Outcome.Good.class));
    document.put("doubtful", run.count(Outcome.Doubtful.class));
    document.put("refused", run.count(Outcome.Refused.class));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PixelColumn result : run.results()) {
      rows.add(row(result));
    }
    document.put("retrievals", rows);
    return document;
  }

  private static Map<String, Object> row(PixelColumn result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("spectrum", result.name());
    row.put("latitude_deg", result.latitudeDeg());
    row.put("longitude_deg", result.longitudeDeg());
    result.outcome().found().ifPresent(found -> numbers(row, found));
    result.outcome().found().ifPresent(found -> row.put("state", found.atmosphere().source()));
    result.state().ifPresent(state -> told(row, state));
    row.put("doubts", result.outcome().defects().stream().map(Defect::sentence).toList());
    return row;
  }

  private static void told(Map<String, Object> row, AirState.Told state) {
    row.put("state_origin", state.origin().meaning());
    row.put("emissivity", state.surface().emissivity());
    row.put("surface_temperature_prior_k", state.surface().temperatureK());
    if (state.origin() == AirState.Origin.SOUNDING) {
      row.put("sounding_km", state.distanceKm());
      row.put("sounding_seconds", state.secondsApart());
    }
  }

  private static void numbers(Map<String, Object> row, GasColumn found) {
    row.put("column", found.column().perCm2());
    row.put("sigma", found.column().sigmaPerCm2());
    row.put("sigma_noise", found.column().noisePerCm2());
    row.put("unit", "molecules cm-2");
    row.put("prior", found.column().priorPerCm2());
    row.put("prior_sigma", found.column().priorSigmaPerCm2());
    row.put("dofs", found.degreesOfFreedom());
    row.put("chi2", found.estimate().chiSquare());
    row.put("converged", found.estimate().converged());
    row.put("iterations", found.estimate().iterations());
    row.put("surface_temperature_k", found.surfaceTemperatureK());
    row.put("kernel", found.column().kernel());
    row.put(
        "pressure_hpa",
        found.atmosphere().layers().stream().map(layer -> layer.pressureHPa()).toList());
    if (found.warmerK().length > 0) {
      double[] kelvins = found.warmerK().clone();
      for (int l = 0; l < kelvins.length; l++) {
        kelvins[l] += found.atmosphere().layers().get(l).temperatureK();
      }
      row.put("temperature_k", kelvins);
      row.put("temperature_sigma_k", found.temperatureSigmaK());
      row.put("temperature_dofs", found.temperatureDegreesOfFreedom());
    }
    row.put("layers", found.layersPerCm2());
    row.put("prior_layers", found.priorLayersPerCm2());
  }

  private void text(Retrievals run, String air) {
    answer.out().println("state: " + air);
    for (PixelColumn result : run.results()) {
      answer
          .out()
          .println(
              result
                  .outcome()
                  .found()
                  .map(found -> line(result, found))
                  .orElseGet(() -> result.name() + "  refused: " + reason(result)));
    }
    answer.out().flush();
  }

  private static String line(PixelColumn result, GasColumn found) {
    return String.format(
        Locale.ROOT,
        "%-14s %.4e +- %.1e molecules cm-2  dofs %.2f  chi2 %.2f  %s",
        result.name(),
        found.column().perCm2(),
        found.column().sigmaPerCm2(),
        found.degreesOfFreedom(),
        found.estimate().chiSquare(),
        result.outcome().defects().isEmpty() ? "good" : "doubtful: " + reason(result));
  }

  private static String reason(PixelColumn result) {
    return result.outcome().defects().getFirst().found();
  }
}
