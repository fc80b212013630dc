package org.jumelles.iasi.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;

/// Looks over a granule line by line, keeping a few numbers a pixel, and then says what is unusual.
///
/// Pixels whose band 2 (SO2) or band 1 (silicates) is flagged bad are left out and counted.
public final class Survey {
  private static final int SO2_BAND = 2;
  private static final int SILICATE_BAND = 1;

  private final AlertSettings settings;
  private final List<Seen> seen = new ArrayList<>();
  private int flagged;

  /// What is kept of one pixel.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Seen(
      int line,
      int pixel,
      Moment time,
      double longitudeDeg,
      double latitudeDeg,
      double so2K,
      double splitWindowK,
      double[] silicates,
      Map<String, Double> more) {}

  public Survey(AlertSettings settings) {
    this.settings = settings;
  }

  /// @param more per pixel, such as a range index; by name with its unit
  /// @param outlierScores of band 1, one a pixel, if there is a basis
  public void add(ScanLine line, Map<String, double[]> more, Optional<double[]> outlierScores) {
    double[] factors = line.scale().factors();
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        continue;
      }
      boolean noSo2 = line.quality().bad(pixel, SO2_BAND);
      boolean noSilicates = line.quality().bad(pixel, SILICATE_BAND);
      flagged += noSo2 || noSilicates ? 1 : 0;
      double[] silicates = new double[Silicates.windows()];
      Arrays.fill(silicates, Double.NaN);
      Map<String, Double> kept = new LinkedHashMap<>();
      for (Map.Entry<String, double[]> entry : more.entrySet()) {
        kept.put(entry.getKey(), entry.getValue()[pixel]);
      }
      double outlier = outlierScores.isPresent() ? outlierScores.get()[pixel] : Double.NaN;
      CloudTests.values(line, pixel, settings.surfaceK(), outlier)
          .forEach((test, value) -> kept.put("cloud_" + test.title(), value));
      seen.add(
          new Seen(
              line.number(),
              pixel,
              line.views()[pixel / ScanLine.PIXELS_PER_VIEW],
              line.geometry().longitudeDeg()[pixel],
              line.geometry().latitudeDeg()[pixel],
              noSo2 ? Double.NaN : BtDifference.SO2.of(line, pixel, factors),
              noSilicates ? Double.NaN : BtDifference.SPLIT_WINDOW.of(line, pixel, factors),
              noSilicates ? silicates : Silicates.features(line, pixel, factors),
              kept));
    }
  }

  public int spectra() {
    return seen.size();
  }

  /// Pixels with a band flagged bad.
  public int flagged() {
    return flagged;
  }

  /// The granule's own SO2 index.
  public Background so2Background() {
    return Background.of(seen.stream().mapToDouble(Seen::so2K).toArray());
  }

  /// The granule's own split window.
  public Background splitWindowBackground() {
    return Background.of(seen.stream().mapToDouble(Seen::splitWindowK).toArray());
  }

  /// All that is unusual, strongest first within a kind; pixels that touch are one alert. Silicates
  /// are gathered first and named as a whole, by what dust and ash leave of all their pixels.
  public List<Alert> alerts() {
    List<Alert.Pixel> so2Pixels = new ArrayList<>();
    List<Alert.Pixel> silicatePixels = new ArrayList<>();
    Background so2 = so2Background();
    Background split = splitWindowBackground();
    Silicates silicates = ordinary(split);
    for (Seen pixel : seen) {
      if (pixel.so2K() >= settings.so2K()) {
        so2Pixels.add(pixel(pixel, pixel.so2K(), so2Evidence(pixel, so2)));
      }
      double below = split.centre() - pixel.splitWindowK();
      if (below >= settings.silicateK()) {
        silicatePixels.add(pixel(pixel, below, silicateEvidence(pixel, below, split, silicates)));
      }
    }
    List<Alert> alerts = new ArrayList<>();
    Groups.of(so2Pixels).forEach(group -> alerts.add(new Alert(Alert.Kind.SO2, group)));
    for (List<Alert.Pixel> group : Groups.of(silicatePixels)) {
      if (group.size() < settings.silicatePixels()) {
        continue;
      }
      double dust = mean(group, Silicates.DUST_RESIDUAL);
      double ash = mean(group, Silicates.ASH_RESIDUAL);
      alerts.add(new Alert(Silicates.verdict(dust, ash), group));
    }
    return alerts;
  }

  private static double mean(List<Alert.Pixel> group, String name) {
    return group.stream()
        .mapToDouble(pixel -> pixel.evidence().getOrDefault(name, Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  /// The pixels that raise no alert of silicates.
  private Silicates ordinary(Background split) {
    return Silicates.against(
        seen.stream()
            .filter(pixel -> split.centre() - pixel.splitWindowK() < settings.silicateK() / 2)
            .map(Seen::silicates)
            .filter(features -> Arrays.stream(features).noneMatch(Double::isNaN))
            .toList());
  }

  private static Map<String, Double> silicateEvidence(
      Seen pixel, double below, Background split, Silicates silicates) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("bt11_bt12_k", pixel.splitWindowK());
    evidence.put("below_granule_k", below);
    evidence.put("sigmas_below_granule", -split.sigmas(pixel.splitWindowK()));
    evidence.put(Silicates.DUST_RESIDUAL, silicates.chi2(PlumeKind.DUST, pixel.silicates()));
    evidence.put(Silicates.ASH_RESIDUAL, silicates.chi2(PlumeKind.ASH, pixel.silicates()));
    return evidence;
  }

  private static Map<String, Double> so2Evidence(Seen pixel, Background granule) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("so2_index_k", pixel.so2K());
    evidence.put("sigmas_above_plume_free", Background.SO2_OF_REAL_LINE.sigmas(pixel.so2K()));
    evidence.put("sigmas_above_granule", granule.sigmas(pixel.so2K()));
    return evidence;
  }

  private static Alert.Pixel pixel(Seen pixel, double strength, Map<String, Double> evidence) {
    evidence.putAll(pixel.more());
    return new Alert.Pixel(
        pixel.line(),
        pixel.pixel() / ScanLine.PIXELS_PER_VIEW,
        pixel.pixel() % ScanLine.PIXELS_PER_VIEW,
        pixel.time(),
        pixel.longitudeDeg(),
        pixel.latitudeDeg(),
        strength,
        evidence);
  }
}
