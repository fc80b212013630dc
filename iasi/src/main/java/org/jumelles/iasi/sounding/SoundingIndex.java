package org.jumelles.iasi.sounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.formats.eps.EpsRecord;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.Values;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.retrieval.Agreement;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Where and when the footprints of one Level 2 product lie; profiles are read when asked for, so
/// that a day's product costs some 60 bytes a footprint.
///
/// A footprint's time is its line's: the record's start and its share of the record's length by its
/// view. Reads the product's bytes while it is asked: not for several threads.
public final class SoundingIndex {
  private static final int PIXELS = 120;
  private static final int GROUP = 15;
  private static final int PIXELS_A_VIEW = 4;
  private static final int VIEWS = PIXELS / PIXELS_A_VIEW;
  private static final double KM_A_DEGREE = 111;
  private static final String PRODUCT = "IASI_SND_02";

  /// After the record's header, a name of 30 characters and `= `.
  private static final int PRODUCT_AT = RecordHeader.LENGTH + 32;

  private final EpsProduct product;
  private final SoundingReader reader;
  private final Map<Long, List<Footprint>> cells = new HashMap<>();
  private final List<Defect> defects = new ArrayList<>();
  private int count;

  private record Footprint(
      int record, int pixel, double latitudeDeg, double longitudeDeg, Moment time) {}

  /// How far a sounding may be from a spectrum.
  ///
  /// @param km between the places
  /// @param seconds between the times, before or after
  public record Limits(double km, double seconds) {
    public Limits {
      if (!(km > 0 && km <= 500) || !(seconds > 0 && seconds <= 86_400)) {
        throw new IllegalArgumentException(
            "limits of " + km + " km, " + seconds + " s; up to 500 km and a day");
      }
    }
  }

  private SoundingIndex(EpsProduct product, SoundingReader reader) {
    this.product = product;
    this.reader = reader;
  }

  /// Refused where the bytes are no such product or hold no footprint that has a place.
  public static Outcome<SoundingIndex> read(Bytes bytes) {
    try {
      EpsProduct product = EpsProduct.read(bytes);
      Optional<EpsRecord> levels = Optional.empty();
      for (int i = 0; i < product.count() && levels.isEmpty(); i++) {
        levels =
            product.record(i).found().filter(one -> one.name().equals(Optional.of("GIADR-L2")));
      }
      EpsRecord global =
          levels.orElseThrow(
              () -> bytes.malformed(0, "GIADR-L2", "IASI Level 2", "no record of pressure levels"));
      SoundingIndex index = new SoundingIndex(product, new SoundingReader(bytes.source(), global));
      index.walk();
      if (index.count == 0) {
        throw bytes.malformed(0, "EARTH_LOCATION", "IASI Level 2", "no footprint with a place");
      }
      return Outcome.of(index, index.defects);
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  /// How many footprints have a place.
  public int count() {
    return count;
  }

  public String source() {
    return reader.source();
  }

  /// Whether these bytes begin as such a product does; they may still be broken.
  public static boolean isSounding(Bytes bytes) {
    int length = PRODUCT.length();
    return EpsProduct.isEps(bytes)
        && bytes.size() >= PRODUCT_AT + length
        && bytes.ascii(PRODUCT_AT, length, "PRODUCT_NAME").equals(PRODUCT);
  }

  /// `Metop-A` and so on, or `not known`.
  public String platform() {
    return switch (product.mainHeader().text("SPACECRAFT_ID").orElse("")) {
      case "M01" -> "Metop-B";
      case "M02" -> "Metop-A";
      case "M03" -> "Metop-C";
      default -> "not known";
    };
  }

  /// From the first footprint's time to the last one's.
  public Span span() {
    Moment first = Moment.MAX;
    Moment last = Moment.MIN;
    for (List<Footprint> cell : cells.values()) {
      for (Footprint one : cell) {
        first = one.time.compareTo(first) < 0 ? one.time : first;
        last = one.time.compareTo(last) > 0 ? one.time : last;
      }
    }
    return new Span(first, last);
  }

  /// The nearest footprint in space within both limits that has temperature and humidity.
  ///
  /// @param wavenumberPerCm of the emissivity
  /// @param others shares of the gases other than water
  public Optional<SoundingState> nearest(
      double latitudeDeg,
      double longitudeDeg,
      Moment time,
      Limits limits,
      double wavenumberPerCm,
      Profile others) {
    List<Candidate> near = near(latitudeDeg, longitudeDeg, time, limits);
    Collections.sort(near);
    for (Candidate candidate : near) {
      Footprint at = candidate.footprint;
      Optional<SoundingState> state =
          product
              .record(at.record)
              .found()
              .flatMap(
                  record ->
                      reader.state(
                          record,
                          at.pixel,
                          new SoundingReader.Meeting(at.time, candidate.km, candidate.seconds),
                          wavenumberPerCm,
                          others));
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }

  private record Candidate(Footprint footprint, double km, double seconds)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byPlace = Double.compare(km, other.km);
      return byPlace != 0 ? byPlace : Double.compare(seconds, other.seconds);
    }
  }

  private List<Candidate> near(double lat, double lon, Moment time, Limits limits) {
    List<Candidate> found = new ArrayList<>();
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 360)) {
      return found;
    }
    double reach = limits.km() / KM_A_DEGREE;
    int south = (int) Math.floor(Math.max(-90, lat - reach));
    int north = (int) Math.floor(Math.min(90, lat + reach));
    for (int row = south; row <= north; row++) {
      double widest = Math.min(89.9, Math.max(Math.abs(row), Math.abs(row + 1)));
      double degrees = reach / Math.cos(Math.toRadians(widest));
      boolean all = degrees >= 180;
      int west = all ? -180 : (int) Math.floor(lon - degrees);
      int east = all ? 179 : (int) Math.floor(lon + degrees);
      for (int column = west; column <= Math.min(east, west + 359); column++) {
        for (Footprint one : cells.getOrDefault(cell(row, column), List.of())) {
          double km = Agreement.distanceKm(lat, lon, one.latitudeDeg, one.longitudeDeg);
          double seconds = Math.abs(one.time.nanosUntil(time)) / 1e9;
          if (km <= limits.km() && seconds <= limits.seconds()) {
            found.add(new Candidate(one, km, seconds));
          }
        }
      }
    }
    return found;
  }

  private static long cell(double latitudeDeg, double longitudeDeg) {
    long column = Math.floorMod((long) Math.floor(longitudeDeg) + 180, 360L);
    return ((long) Math.floor(latitudeDeg) + 90) * 360 + column;
  }

  private void walk() {
    for (int i = 0; i < product.count(); i++) {
      Optional<RecordHeader> header = product.header(i);
      if (header.isPresent()
          && (header.get().recordClass() != RecordHeader.MDR
              || header.get().instrumentGroup() != GROUP)) {
        continue;
      }
      Outcome<EpsRecord> outcome = product.record(i);
      defects.addAll(outcome.defects());
      if (outcome.found().isPresent()) {
        take(i, outcome.found().get());
      }
    }
  }

  private void take(int number, EpsRecord record) {
    Optional<Values> location = record.find("EARTH_LOCATION");
    if (location.isEmpty()) {
      return;
    }
    Moment start = record.header().start().moment();
    long length = start.nanosUntil(record.header().stop().moment());
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      double lat = location.get().value(2 * pixel);
      double lon = location.get().value(2 * pixel + 1);
      if (Math.abs(lat) <= 90 && Math.abs(lon) <= 360) {
        int view = pixel / PIXELS_A_VIEW;
        Moment time = start.plusNanos((2L * view + 1) * length / (2 * VIEWS));
        cells
            .computeIfAbsent(cell(lat, lon), key -> new ArrayList<>())
            .add(new Footprint(number, pixel, lat, lon, time));
        count++;
      }
    }
  }
}
