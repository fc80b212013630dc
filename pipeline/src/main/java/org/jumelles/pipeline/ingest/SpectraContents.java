package org.jumelles.pipeline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.product.Entry;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.iasi.spectrum.Header;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;

/// Lists the scan lines of a file of Level 1C spectra as one granule. Every line is read once, so
/// that the count of good ones is a fact.
public final class SpectraContents {
  /// The kind of the one entry that a granule has.
  public static final String KIND = "spectra";

  private static final int DEFECTS_KEPT = 100;

  private SpectraContents() {}

  static Contents of(Bytes bytes, String payload) {
    Granule granule = Granules.open(bytes);
    return read(granule, granule.header().platform(), bytes.size(), payload);
  }

  /// The granule of a file that this program simulated: its container knows no such satellite.
  public static List<Entry> simulated(Bytes bytes, String payload) {
    return read(Granules.open(bytes), Programme.SIMULATED_PLATFORM, bytes.size(), payload)
        .entries();
  }

  private static Contents read(Granule granule, String platform, long size, String payload) {
    Header header = granule.header();
    List<Defect> defects = new ArrayList<>();
    Bounds bounds = new Bounds();
    long good = 0;
    long doubtful = 0;
    long refused = 0;
    for (int i = 0; i < granule.lineCount(); i++) {
      Outcome<ScanLine> line = granule.line(i);
      line.defects().stream().limit(DEFECTS_KEPT - defects.size()).forEach(defects::add);
      line.found().ifPresent(bounds::take);
      switch (line) {
        case Outcome.Good<ScanLine> _ -> good++;
        case Outcome.Doubtful<ScanLine> _ -> doubtful++;
        case Outcome.Refused<ScanLine> _ -> refused++;
      }
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("format", header.format() + " " + header.formatVersion());
    attributes.put("platform", platform);
    header.orbit().ifPresent(orbit -> attributes.put("orbit", Integer.toString(orbit)));
    attributes.put("lines", Long.toString(good + doubtful));
    attributes.put("count", Long.toString(bounds.spectra));
    bounds.tell(attributes);
    String key = platform + " " + header.sensing().start().toString().substring(0, 19) + "Z";
    List<Entry> entries =
        good + doubtful == 0
            ? List.of()
            : List.of(new Entry(KIND, key, header.sensing(), payload, 0, size, attributes));
    return new Contents(
        "application/octet-stream",
        "Spectra of " + key,
        entries,
        new FileReport.Units(good, doubtful, refused),
        defects,
        Map.of("format", header.format()));
  }

  /// Where the pixels lie. Longitudes are told as they are: a granule across the date line spans
  /// nearly all of them, and says so by `crosses_date_line`.
  private static final class Bounds {
    private long spectra;
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private boolean crosses;

    void take(ScanLine line) {
      Geometry places = line.geometry();
      double before = Double.NaN;
      for (int i = 0; i < ScanLine.PIXELS; i++) {
        if (!line.present()[i]) {
          continue;
        }
        spectra++;
        double longitude = places.longitudeDeg()[i];
        double latitude = places.latitudeDeg()[i];
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
          continue;
        }
        crosses |= Math.abs(longitude - before) > 180;
        before = longitude;
        west = Math.min(west, longitude);
        east = Math.max(east, longitude);
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
      }
    }

    void tell(Map<String, String> attributes) {
      if (south <= north) {
        attributes.put("west_deg", number(west));
        attributes.put("east_deg", number(east));
        attributes.put("south_deg", number(south));
        attributes.put("north_deg", number(north));
        attributes.put("crosses_date_line", Boolean.toString(crosses));
      }
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.4f", value);
    }
  }
}
