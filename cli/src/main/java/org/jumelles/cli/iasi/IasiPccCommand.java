package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.iasi.detection.BandScores;
import org.jumelles.iasi.detection.Compression;
import org.jumelles.iasi.spectrum.ScanLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "pcc",
    description = "Principal component scores, and what they leave unexplained.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi pcc granule.nat --basis pcc",
      "  jumelles iasi pcc granule.nat --basis pcc --outliers 1.2 --json",
      "",
      "Residuals are in units of the instrument's noise. The outlier score of a pixel is",
      "its residual RMS over what noise alone would leave; above 1 the spectrum has",
      "something that the basis does not know."
    })
final class IasiPccCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BasisOption basis = new BasisOption();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(
      names = "--step",
      defaultValue = "0.5",
      paramLabel = "S",
      description = "Quantisation of the scores that is tried. (0.5)")
  private double step;

  @Option(
      names = "--outliers",
      defaultValue = "1.2",
      paramLabel = "O",
      description = "Pixels with an outlier score above are listed. (1.2)")
  private double outlier;

  private final List<Band> bands = new ArrayList<>();

  /// What one band comes to.
  private static final class Band {
    private final Compression compression;
    private long spectra;
    private double squares;
    private double quantisedSquares;
    private double largest;
    private double greatestOutlier;
    private double[] firstScores = new double[0];
    private final List<Map<String, Object>> outliers = new ArrayList<>();

    Band(Compression compression) {
      this.compression = compression;
    }

    double rms() {
      return Math.sqrt(squares / spectra);
    }

    double quantisedRms() {
      return Math.sqrt(quantisedSquares / spectra);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!(step > 0)) {
      throw new IllegalArgumentException("--step " + step + " is not above 0");
    }
    basis.need().bands().forEach(band -> bands.add(new Band(new Compression(band))));
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          spectra.eachLine(line -> bands.forEach(band -> take(band, line)));
          answer.give(document(), this::text);
          return spectra.tell(answer);
        });
  }

  private void take(Band band, ScanLine line) {
    BandScores scores = band.compression.compress(line);
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        continue;
      }
      double rms = scores.residualRms(pixel);
      double quantised = scores.quantisedRms(pixel, step);
      band.spectra++;
      band.squares += rms * rms;
      band.quantisedSquares += quantised * quantised;
      band.largest = Math.max(band.largest, scores.largestResidual(pixel));
      if (band.firstScores.length == 0) {
        band.firstScores = scores.scores()[pixel];
      }
      double score = scores.outlierScore(pixel);
      band.greatestOutlier = Math.max(band.greatestOutlier, score);
      if (score > outlier) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line.number());
        row.put("efov", pixel / ScanLine.PIXELS_PER_VIEW);
        row.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
        row.put("outlier_score", score);
        band.outliers.add(row);
      }
    }
  }

  private Map<String, Object> document() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Band band : bands) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("first_channel", band.compression.basis().firstChannel());
      row.put("channels", band.compression.basis().channels());
      row.put("components", band.compression.basis().size());
      row.put("spectra", band.spectra);
      if (band.spectra > 0) {
        row.put("residual_rms", band.rms());
        row.put("residual_max", band.largest);
        row.put("quantisation_step", step);
        row.put("residual_rms_quantised", band.quantisedRms());
        row.put("outlier_score_max", band.greatestOutlier);
        row.put("first_scores", band.firstScores);
        row.put("outliers", band.outliers);
      }
      rows.add(row);
    }
    return Map.of("file", file.toString(), "bands", rows);
  }

  private void text() {
    answer
        .out()
        .println("channels    components  spectra  residual RMS  quantised  largest  outliers");
    for (Band band : bands) {
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%4d-%-6d %10d %8d %13.8f %10.8f %8.4f %9d",
                  band.compression.basis().firstChannel(),
                  band.compression.basis().lastChannel(),
                  band.compression.basis().size(),
                  band.spectra,
                  band.rms(),
                  band.quantisedRms(),
                  band.largest,
                  band.outliers.size()));
    }
  }
}
