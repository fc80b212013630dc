package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.iasi.detection.Alert;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.iasi.detection.AlertSettings;
import org.jumelles.iasi.detection.BandScores;
import org.jumelles.iasi.detection.Basis;
import org.jumelles.iasi.detection.Compression;
import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.iasi.detection.Survey;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "alert",
    description = "What looks like a plume of SO2, dust or ash, as GeoJSON with its evidence.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi alert granule.nat",
      "  jumelles iasi alert granule.nat --basis pcc --json > alerts.geojson",
      "",
      "An alert is a set of pixels that touch. With --basis the evidence includes the",
      "range index of SO2 and the residual test of cloud. Skill is proven on simulated",
      "plumes only."
    })
final class IasiAlertCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BasisOption basis = new BasisOption();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(
      names = "--so2",
      defaultValue = "1.5",
      paramLabel = "K",
      description = "SO2 index that raises an alert. (1.5)")
  private double so2K;

  @Option(
      names = "--silicate",
      defaultValue = "1.0",
      paramLabel = "K",
      description = "BT11 - BT12 so far below the granule's own raises an alert. (1.0)")
  private double silicateK;

  @Option(
      names = "--silicate-pixels",
      defaultValue = "3",
      paramLabel = "N",
      description = "So many must touch for an alert of dust or ash. (3)")
  private int silicatePixels;

  @Option(
      names = "--surface",
      defaultValue = "NaN",
      paramLabel = "K",
      description = "Temperature of the surface, for the window test of cloud.")
  private double surfaceK;

  @Override
  public Integer call() throws IOException {
    Survey survey = new Survey(new AlertSettings(so2K, silicateK, silicatePixels, surfaceK));
    Optional<Basis> found = basis.find();
    Optional<PlumeIndex> so2 = found.map(some -> PlumeIndex.of(some, PlumeKind.SO2));
    Optional<Compression> first = found.map(some -> new Compression(some.bands().getFirst()));
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          spectra.eachLine(line -> take(survey, line, so2, first));
          answer.give(
              AlertCollection.geoJson(String.valueOf(file.getFileName()), survey),
              () -> text(survey));
          return spectra.tell(answer);
        });
  }

  private static void take(
      Survey survey, ScanLine line, Optional<PlumeIndex> so2, Optional<Compression> first) {
    Map<String, double[]> more = new LinkedHashMap<>();
    so2.ifPresent(index -> more.put("so2_hri", index.of(line)));
    Optional<double[]> outliers = first.map(compression -> outliers(compression.compress(line)));
    survey.add(line, more, outliers);
  }

  private static double[] outliers(BandScores scores) {
    double[] outliers = new double[ScanLine.PIXELS];
    Arrays.setAll(outliers, scores::outlierScore);
    return outliers;
  }

  private void text(Survey survey) {
    for (Alert alert : survey.alerts()) {
      Alert.Pixel top = alert.pixels().getFirst();
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-12s %s  %8.3f %8.3f  %3d pixels, strongest %.2f K",
                  alert.kind().title(),
                  Utc.text(top.time()),
                  top.latitudeDeg(),
                  top.longitudeDeg(),
                  alert.pixels().size(),
                  top.strength()));
    }
    answer.say(
        survey.alerts().size()
            + " alerts in "
            + survey.spectra()
            + " spectra. "
            + AlertCollection.LIMITS);
  }
}
