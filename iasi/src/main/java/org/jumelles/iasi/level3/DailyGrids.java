package org.jumelles.iasi.level3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Gathers quantities of pixels into cells, day by day, morning and afternoon apart.
public final class DailyGrids {
  /// Days since 2000-01-01 of the start of Unix time.
  private static final long UNIX_OF_2000_DAYS = 10_957;

  private static final long DAY_NANOS = 86_400_000_000_000L;

  /// Three doubles and a count a cell, two halves of a day.
  private static final long MOST_BYTES = 600L << 20;

  private final CellGrid grid;
  private final boolean byFootprint;
  private final List<Quantity> quantities;
  private final SortedMap<Long, List<Cells>> days = new TreeMap<>();
  private long outside;
  private long taken;

  /// What is gathered.
  ///
  /// @param name of the variable, such as `so2_index`
  /// @param unit such as `K`; `1` for none
  /// @param bySigma whether values are weighted by `1 / sigma^2`
  public record Quantity(String name, String longName, String unit, boolean bySigma) {
    public Quantity(String name, String longName, String unit) {
      this(name, longName, unit, false);
    }
  }

  /// Which half of the local solar day.
  public enum Half {
    BEFORE_NOON,
    AFTER_NOON;

    int index() {
      return this == BEFORE_NOON ? 0 : 1;
    }

    /// By local solar time, UTC + longitude / 15 h.
    public static Half of(Moment moment, double longitudeDeg) {
      double hours = Math.floorMod(Utc.unixNanos(moment), DAY_NANOS) / 3.6e12;
      double local = hours + longitudeDeg / 15;
      return local - 24 * Math.floor(local / 24) < 12 ? BEFORE_NOON : AFTER_NOON;
    }
  }

  public DailyGrids(CellGrid grid, boolean byFootprint, List<Quantity> quantities) {
    this.grid = grid;
    this.byFootprint = byFootprint;
    this.quantities = List.copyOf(quantities);
  }

  public CellGrid grid() {
    return grid;
  }

  public boolean byFootprint() {
    return byFootprint;
  }

  public List<Quantity> quantities() {
    return quantities;
  }

  /// Days since 2000-01-01, ascending.
  public List<Long> days() {
    return new ArrayList<>(days.keySet());
  }

  /// Pixels that came into a cell.
  public long taken() {
    return taken;
  }

  /// Pixels without a known place.
  public long outside() {
    return outside;
  }

  /// @param day one of [#days]
  public Cells cells(long day, Half half, int quantity) {
    List<Cells> all = days.getOrDefault(day, Collections.emptyList());
    return all.get(2 * quantity + half.index());
  }

  /// Adds one pixel.
  ///
  /// @param values one a quantity; those that are not numbers are left out
  /// @throws IllegalArgumentException where one more day would need more than 600 MiB
  public void add(ScanLine line, int pixel, double[] values) {
    Geometry geometry = line.geometry();
    double latitude = geometry.latitudeDeg()[pixel];
    double longitude = geometry.longitudeDeg()[pixel];
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 360)) {
      outside++;
      return;
    }
    taken++;
    Moment moment = line.views()[pixel / ScanLine.PIXELS_PER_VIEW];
    Half half = Half.of(moment, longitude);
    List<Cells> day = day(dayOf(moment));
    double zenith = geometry.satelliteZenithDeg()[pixel];
    double azimuth = geometry.satelliteAzimuthDeg()[pixel];
    boolean spread = byFootprint && zenith >= 0 && zenith < 80 && Double.isFinite(azimuth);
    for (int q = 0; q < values.length; q++) {
      if (Double.isNaN(values[q])) {
        continue;
      }
      Cells cells = day.get(2 * q + half.index());
      double value = values[q];
      if (spread) {
        Footprint.sample(
            latitude,
            longitude,
            zenith,
            azimuth,
            (lat, lon) -> cells.add(grid.cell(lat, lon), value, 1.0 / Footprint.POINTS));
      } else {
        cells.add(grid.cell(latitude, longitude), value, 1);
      }
    }
  }

  /// Adds one value with its sigma, in the cell of its centre.
  ///
  /// @param quantity its index, of one that is weighted by sigma
  /// @throws IllegalArgumentException where one more day would need more than 600 MiB
  public void add(
      double latitudeDeg,
      double longitudeDeg,
      Moment moment,
      int quantity,
      double value,
      double sigma) {
    if (!(Math.abs(latitudeDeg) <= 90) || !(Math.abs(longitudeDeg) <= 360)) {
      outside++;
      return;
    }
    taken++;
    List<Cells> day = day(dayOf(moment));
    Half half = Half.of(moment, longitudeDeg);
    day.get(2 * quantity + half.index())
        .add(grid.cell(latitudeDeg, longitudeDeg), value, 1 / (sigma * sigma));
  }

  /// Days since 2000-01-01.
  static long dayOf(Moment moment) {
    return Math.floorDiv(Utc.unixNanos(moment), DAY_NANOS) - UNIX_OF_2000_DAYS;
  }

  private List<Cells> day(long day) {
    List<Cells> found = days.get(day);
    if (found != null) {
      return found;
    }
    int cells = grid.rows() * grid.columns();
    long bytes = 56L * cells * quantities.size() * (days.size() + 1);
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "grids of "
              + (days.size() + 1)
              + " days need "
              + (bytes >> 20)
              + " MiB: take fewer days, fewer quantities or a larger step");
    }
    List<Cells> made = new ArrayList<>();
    for (int i = 0; i < 2 * quantities.size(); i++) {
      made.add(new Cells(cells));
    }
    days.put(day, made);
    return made;
  }
}
