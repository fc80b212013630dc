package org.jumelles.iasi.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Utc;

/// Takes one gas out of the pixels of scan lines. Any number of threads may use one.
public final class PixelRetrieval {
  private static final double GREATEST_ZENITH_DEG = 75;
  private static final String CLAUSE = "IASI Level 1C";

  private final AbsorptionTable table;
  private final GasRetrieval retrieval;
  private final NoiseCovariance noise;

  /// With noise as apodisation correlates it, and the table's own error.
  public PixelRetrieval(AbsorptionTable table, GasRetrieval retrieval, NoiseTable noise) {
    this(
        table,
        retrieval,
        retrieval.noise(noise.radiance(table.wavenumberPerCm()), OptionalDouble.empty()));
  }

  /// @param noise of the table's channels
  public PixelRetrieval(AbsorptionTable table, GasRetrieval retrieval, NoiseCovariance noise) {
    this.table = table;
    this.retrieval = retrieval;
    this.noise = noise;
  }

  /// Who tells the state of a pixel.
  @FunctionalInterface
  public interface States {
    /// @param spectrum what to call it in a defect
    AirState of(String spectrum, double zenithDeg);
  }

  /// The noise of the table's channels.
  public NoiseCovariance noise() {
    return noise;
  }

  /// The table's channels of a pixel, W m-2 sr-1 (m-1)-1.
  public double[] radiance(ScanLine line, int pixel) {
    double[] radiance = new double[table.wavenumberPerCm().length];
    double[] factors = line.scale().factors();
    for (int c = 0; c < radiance.length; c++) {
      int channel = Channels.nearest(table.wavenumberPerCm()[c]);
      radiance[c] = line.counts()[ScanLine.at(pixel) + channel - 1] * factors[channel - 1];
    }
    return radiance;
  }

  /// `line/efov/pixel`, counted from zero.
  public static String name(int line, int pixel) {
    return line + "/" + pixel / ScanLine.PIXELS_PER_VIEW + "/" + pixel % ScanLine.PIXELS_PER_VIEW;
  }

  /// @param granule what to call it in a defect
  /// @param states asked once, unless the spectrum is refused before
  public PixelColumn of(ScanLine line, int pixel, String granule, States states) {
    String source = granule + " " + name(line.number(), pixel);
    double zenith = line.geometry().satelliteZenithDeg()[pixel];
    int band = badBand(line, pixel);
    Outcome<GasColumn> outcome;
    Optional<AirState.Told> told = Optional.empty();
    if (!line.present()[pixel]) {
      outcome = refused(source, "quality", "no spectrum of that view and pixel");
    } else if (band > 0) {
      outcome = refused(source, "quality", "band " + band + " is flagged bad");
    } else if (!(zenith >= 0 && zenith <= GREATEST_ZENITH_DEG)) {
      outcome = refused(source, "satellite zenith angle", zenith + " degrees");
    } else {
      AirState state = states.of(source, zenith);
      told = Optional.of(state.told());
      outcome =
          judged(retrieval.retrieve(source, state.start(), radiance(line, pixel), noise), state);
    }
    return column(line, pixel, told, outcome);
  }

  /// A pixel that is not looked at.
  public PixelColumn refused(ScanLine line, int pixel, Defect why) {
    return column(line, pixel, Optional.empty(), new Outcome.Refused<>(why));
  }

  private static PixelColumn column(
      ScanLine line, int pixel, Optional<AirState.Told> told, Outcome<GasColumn> outcome) {
    return new PixelColumn(
        name(line.number(), pixel),
        line.number(),
        pixel,
        line.geometry().latitudeDeg()[pixel],
        line.geometry().longitudeDeg()[pixel],
        Utc.unixNanos(line.views()[pixel / ScanLine.PIXELS_PER_VIEW]) / 1e9,
        line.geometry().satelliteZenithDeg()[pixel],
        line.imager().cloudPercent()[pixel],
        told,
        outcome);
  }

  /// A band of the table's that is flagged bad, or 0.
  private int badBand(ScanLine line, int pixel) {
    for (double nu : table.wavenumberPerCm()) {
      int band = Channels.band(Channels.nearest(nu));
      if (line.quality().bad(pixel, band)) {
        return band;
      }
    }
    return 0;
  }

  /// What makes its state doubtful makes a column doubtful.
  public static Outcome<GasColumn> judged(Outcome<GasColumn> outcome, AirState state) {
    if (state.doubts().isEmpty() || outcome.found().isEmpty()) {
      return outcome;
    }
    List<Defect> defects = new ArrayList<>(state.doubts());
    defects.addAll(outcome.defects());
    return new Outcome.Doubtful<>(outcome.found().get(), defects);
  }

  /// A pixel that the imager sees clouded, without looking at its spectrum.
  public static Optional<Defect> cloud(
      ScanLine line, int pixel, String granule, double mostPercent) {
    float percent = line.imager().cloudPercent()[pixel];
    return percent > mostPercent
        ? Optional.of(
            new Defect(
                granule + " " + name(line.number(), pixel),
                new Place.Whole(),
                "cloud by the imager",
                "a clear sky",
                String.format(
                    Locale.ROOT, "%.0f %% cloud, more than %.0f %%", percent, mostPercent)))
        : Optional.empty();
  }

  private static Outcome<GasColumn> refused(String source, String field, String found) {
    return new Outcome.Refused<>(new Defect(source, new Place.Whole(), field, CLAUSE, found));
  }
}
