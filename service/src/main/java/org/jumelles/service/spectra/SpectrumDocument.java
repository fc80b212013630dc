package org.jumelles.service.spectra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.iasi.calibration.Calibration;
import org.jumelles.iasi.calibration.DetailedWord;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Refusal;

/// One pixel's spectrum as JSON: numbers with units, places, flags in words.
final class SpectrumDocument {
  /// What is told of each channel.
  enum Quantity {
    RADIANCE("radiance", "W m-2 sr-1 (m-1)-1"),
    BT("brightness temperature", "K");

    private final String longName;
    private final String unit;

    Quantity(String longName, String unit) {
      this.longName = longName;
      this.unit = unit;
    }

    /// @throws Refusal 400
    static Quantity of(String word) {
      return switch (word) {
        case "radiance" -> RADIANCE;
        case "bt" -> BT;
        default -> throw Refusal.bad("quantity is '" + word + "', neither radiance nor bt");
      };
    }
  }

  private SpectrumDocument() {}

  /// @throws Refusal 404 where there is no such line, or no spectrum in it at this place
  static Map<String, Object> of(
      StoredGranule stored, Granule granule, int number, int pixel, Quantity quantity) {
    if (number >= granule.lineCount()) {
      throw Refusal.missing(
          "line " + number + " of a granule of " + granule.lineCount() + " lines, from 0");
    }
    Outcome<ScanLine> outcome = granule.line(number);
    Optional<ScanLine> line = outcome.found();
    if (line.isEmpty()) {
      throw Refusal.missing(
          "line " + number + " cannot be read: " + words(outcome.defects().getFirst()));
    }
    if (!line.get().present()[pixel]) {
      throw Refusal.missing("line " + number + " has no spectrum of that view and pixel");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", stored.identity().sha256Hex());
    json.put("platform", stored.platform());
    json.put("line", number);
    json.put("efov", pixel / ScanLine.PIXELS_PER_VIEW);
    json.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
    json.put("time", Utc.text(line.get().views()[pixel / ScanLine.PIXELS_PER_VIEW]));
    places(json, line.get(), pixel);
    json.put("flags", flags(line.get().quality(), pixel));
    json.put("defects", outcome.defects().stream().limit(20).map(SpectrumDocument::words).toList());
    json.put("quantity", quantity.longName);
    json.put("unit", quantity.unit);
    json.put("first_wavenumber_per_cm", Channels.FIRST_PER_CM);
    json.put("wavenumber_step_per_cm", Channels.STEP_PER_CM);
    json.put("values", values(line.get(), pixel, quantity));
    return json;
  }

  /// What was wrong, without the place of the file on the disk.
  static String words(Defect defect) {
    return defect.field() + ": " + defect.found() + " (" + defect.clause() + ")";
  }

  private static void places(Map<String, Object> json, ScanLine line, int pixel) {
    double[][] angles = {
      line.geometry().longitudeDeg(),
      line.geometry().latitudeDeg(),
      line.geometry().satelliteZenithDeg(),
      line.geometry().satelliteAzimuthDeg(),
      line.geometry().solarZenithDeg(),
      line.geometry().solarAzimuthDeg()
    };
    String[] names = {
      "longitude_deg",
      "latitude_deg",
      "satellite_zenith_deg",
      "satellite_azimuth_deg",
      "solar_zenith_deg",
      "solar_azimuth_deg"
    };
    for (int i = 0; i < names.length; i++) {
      json.put(names[i], finite(Math.rint(angles[i][pixel] * 1e6) / 1e6));
    }
  }

  /// Seven digits, which is more than the integers of the container have.
  private static List<Optional<Float>> values(ScanLine line, int pixel, Quantity quantity) {
    double[] numbers = new double[Channels.COUNT];
    Calibration calibration = new Calibration(line.scale());
    switch (quantity) {
      case RADIANCE -> calibration.radiances(line, pixel, numbers, 0);
      case BT -> calibration.temperaturesK(line, pixel, numbers, 0);
    }
    List<Optional<Float>> values = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      values.add(Double.isFinite(number) ? Optional.of((float) number) : Optional.empty());
    }
    return values;
  }

  private static Optional<Double> finite(double number) {
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static Map<String, Object> flags(Quality quality, int pixel) {
    List<Map<String, Object>> bands = new ArrayList<>();
    for (int band = 1; band <= 3; band++) {
      byte flag = quality.bandFlags()[pixel * 3 + band - 1];
      String word =
          switch (flag) {
            case 0 -> "good";
            case 1 -> "bad";
            case -1 -> "not told by this container";
            default -> "not defined: " + flag;
          };
      bands.add(Map.of("band", band, "quality", word));
    }
    int detailed = quality.detailed()[pixel];
    Map<String, Object> flags = new LinkedHashMap<>();
    flags.put("bands", bands);
    flags.put(
        "detailed",
        detailed < 0
            ? "not told by this container"
            : String.format(Locale.ROOT, "0x%04X", detailed));
    flags.put(
        "meanings",
        DetailedWord.explain(detailed, quality.word()).stream()
            .map(
                one ->
                    Map.of(
                        "bit", String.format(Locale.ROOT, "0x%04X", one.mask()),
                        "reading", one.reading(),
                        "meaning", one.meaning()))
            .toList());
    return flags;
  }
}
