package org.jumelles.iasi.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
  private final boolean[] isRight = {true, true, false, false};
  private final boolean[] isAhead = {false, true, true, false};
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

  /// All that is unusual, strongest first within a kind; pixels that touch are one alert.
  public List<Alert> alerts() {
    Map<Alert.Kind, List<Alert.Pixel>> hits = new LinkedHashMap<>();
    Background so2 = so2Background();
    Background split = splitWindowBackground();
    double[] ordinary = ordinarySilicates();
    for (Seen pixel : seen) {
      if (pixel.so2K() >= settings.so2K()) {
        add(hits, Alert.Kind.SO2, pixel, pixel.so2K(), so2Evidence(pixel, so2));
      }
      double below = split.centre() - pixel.splitWindowK();
      if (below >= settings.silicateK()) {
        double[] left = pixel.silicates().clone();
        Arrays.setAll(left, i -> left[i] - ordinary[i]);
        double dust = Silicates.residualK(PlumeKind.DUST, left);
        double ash = Silicates.residualK(PlumeKind.ASH, left);
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("bt11_bt12_k", pixel.splitWindowK());
        evidence.put("below_granule_k", below);
        evidence.put("sigmas_below_granule", -split.sigmas(pixel.splitWindowK()));
        evidence.put("dust_residual_k", dust);
        evidence.put("ash_residual_k", ash);
        add(hits, Silicates.verdict(dust, ash), pixel, below, evidence);
      }
    }
    List<Alert> alerts = new ArrayList<>();
    hits.forEach((kind, pixels) -> group(pixels).forEach(g -> alerts.add(new Alert(kind, g))));
    return alerts;
  }

  private static Map<String, Double> so2Evidence(Seen pixel, Background granule) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("so2_index_k", pixel.so2K());
    evidence.put("sigmas_above_plume_free", Background.SO2_OF_REAL_LINE.sigmas(pixel.so2K()));
    evidence.put("sigmas_above_granule", granule.sigmas(pixel.so2K()));
    return evidence;
  }

  private double[] ordinarySilicates() {
    double[] ordinary = new double[Silicates.windows()];
    for (int i = 0; i < ordinary.length; i++) {
      int window = i;
      ordinary[i] =
          Background.of(seen.stream().mapToDouble(s -> s.silicates()[window]).toArray()).centre();
    }
    return ordinary;
  }

  private static void add(
      Map<Alert.Kind, List<Alert.Pixel>> hits,
      Alert.Kind kind,
      Seen pixel,
      double strength,
      Map<String, Double> evidence) {
    evidence.putAll(pixel.more());
    hits.computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(
            new Alert.Pixel(
                pixel.line(),
                pixel.pixel() / ScanLine.PIXELS_PER_VIEW,
                pixel.pixel() % ScanLine.PIXELS_PER_VIEW,
                pixel.time(),
                pixel.longitudeDeg(),
                pixel.latitudeDeg(),
                strength,
                evidence));
  }

  /// Pixels touch where neither rows nor columns of the scan differ by more than two.
  private List<List<Alert.Pixel>> group(List<Alert.Pixel> pixels) {
    Map<Long, Alert.Pixel> open = new LinkedHashMap<>();
    pixels.forEach(pixel -> open.put(key(row(pixel), column(pixel)), pixel));
    List<List<Alert.Pixel>> groups = new ArrayList<>();
    while (!open.isEmpty()) {
      long first = open.keySet().iterator().next();
      List<Alert.Pixel> group = new ArrayList<>();
      take(open, first, group);
      for (int i = 0; i < group.size(); i++) {
        long row = row(group.get(i));
        long column = column(group.get(i));
        for (long r = row - 2; r <= row + 2; r++) {
          for (long c = column - 2; c <= column + 2; c++) {
            take(open, key(r, c), group);
          }
        }
      }
      group.sort(Comparator.comparingDouble(Alert.Pixel::strength).reversed());
      groups.add(group);
    }
    groups.sort(Comparator.comparingDouble(g -> -g.getFirst().strength()));
    return groups;
  }

  private static void take(Map<Long, Alert.Pixel> open, long key, List<Alert.Pixel> group) {
    Alert.Pixel pixel = open.remove(key);
    if (pixel != null) {
      group.add(pixel);
    }
  }

  private long row(Alert.Pixel pixel) {
    return 2L * pixel.line() + (isAhead[pixel.number()] ? 1 : 0);
  }

  private long column(Alert.Pixel pixel) {
    return 2L * pixel.view() + (isRight[pixel.number()] ? 1 : 0);
  }

  private static long key(long row, long column) {
    return row << 16 | (column & 0xFFFF);
  }
}
