package org.jumelles.iasi.sounding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.eps.EpsRecord;
import org.jumelles.formats.eps.Values;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.kernel.time.Moment;

/// Turns one footprint of a Level 2 record into a state.
///
/// Water stands in kg a kg and is taken as mass per mass of dry air. Values out of their physical
/// range (the standard's fill values are) count as missing; a profile needs 10 levels above the
/// ground with both. Without surface pressure (version 2) it ends at its lowest level that has
/// values; otherwise the levels below the ground are dropped and the last two are continued to it.
final class SoundingReader {
  private static final double DRY_OVER_WATER = 28.9647 / 18.01528;
  private static final double LEAST_SHARE = 1e-7;
  private static final int LEAST_LEVELS = 10;
  private static final int WATER = 1;

  /// Levels above hold a millionth of the air.
  private static final double LEAST_HPA = 1e-3;

  /// No profile is continued further below its last level than this ratio of pressures.
  private static final double CONTINUED = 1.1;

  private final String source;
  private final double[] temperatureHPa;
  private final double[] humidityHPa;
  private final double[] emissivityPerCm;

  /// How a footprint meets the place asked for.
  record Meeting(Moment time, double km, double seconds) {}

  SoundingReader(String source, EpsRecord global) {
    this.source = source;
    this.temperatureHPa = values(global, "PRESSURE_LEVELS_TEMP", 1e-2);
    this.humidityHPa = values(global, "PRESSURE_LEVELS_HUMIDITY", 1e-2);
    double[] nm = values(global, "SURFACE_EMISSIVITY_WAVELENGTHS", 1);
    this.emissivityPerCm = Arrays.stream(nm).map(one -> 1e7 / one).toArray();
  }

  String source() {
    return source;
  }

  private static double[] values(EpsRecord record, String field, double factor) {
    Values values = record.field(field);
    double[] all = new double[values.count()];
    Arrays.setAll(all, i -> factor * values.value(i));
    return all;
  }

  Optional<SoundingState> state(
      EpsRecord record, int pixel, Meeting meeting, double wavenumberPerCm, Profile others) {
    Curve temperature =
        curve(record.field("ATMOSPHERIC_TEMPERATURE"), pixel, temperatureHPa, 150, 350);
    Curve water = curve(record.field("ATMOSPHERIC_WATER_VAPOUR"), pixel, humidityHPa, 0, 0.1);
    if (temperature.size() < LEAST_LEVELS || water.size() < LEAST_LEVELS) {
      return Optional.empty();
    }
    double ground =
        record
            .find("SURFACE_PRESSURE")
            .map(values -> values.value(pixel) / 100)
            .filter(hPa -> hPa >= 300 && hPa <= 1100)
            .orElse(temperature.greatest());
    double[] pressures = pressures(temperature, ground);
    double lowest = Math.min(temperature.greatest(), water.greatest());
    if (pressures.length < LEAST_LEVELS || ground > CONTINUED * lowest) {
      return Optional.empty();
    }
    double[] kelvins = new double[pressures.length];
    double[][] shares = new double[Math.max(WATER + 1, others.shares().length)][0];
    shares[WATER] = new double[pressures.length];
    for (int i = 0; i < pressures.length; i++) {
      kelvins[i] = temperature.at(pressures[i]);
      double mixing = water.at(pressures[i]) * DRY_OVER_WATER;
      shares[WATER][i] = Math.max(LEAST_SHARE, mixing / (1 + mixing));
    }
    for (int m = WATER + 1; m < shares.length; m++) {
      shares[m] = resampled(others, m, pressures);
    }
    return Optional.of(
        new SoundingState(
            new Profile(named(record, pixel, meeting, others), pressures, kelvins, shares),
            surfaceK(record, pixel),
            emissivity(record, pixel, wavenumberPerCm),
            cloudPercent(record, pixel),
            meeting.time,
            meeting.km,
            meeting.seconds));
  }

  private String named(EpsRecord record, int pixel, Meeting meeting, Profile others) {
    return String.format(
        Locale.ROOT,
        "%s line at %s footprint %d (%.1f km, %.0f s away); gases but water: %s",
        source,
        record.header().start().moment(),
        pixel,
        meeting.km,
        meeting.seconds,
        others.source());
  }

  /// Levels above the ground, falling, and the ground.
  private static double[] pressures(Curve temperature, double groundHPa) {
    double[] above =
        Arrays.stream(temperature.rising)
            .filter(hPa -> hPa >= LEAST_HPA && hPa < groundHPa * 0.998)
            .sorted()
            .toArray();
    double[] falling = new double[above.length + 1];
    falling[0] = groundHPa;
    for (int i = 0; i < above.length; i++) {
      falling[i + 1] = above[above.length - 1 - i];
    }
    return falling;
  }

  private static double[] resampled(Profile others, int molecule, double[] pressures) {
    double[] given = others.shares()[molecule];
    if (given.length == 0) {
      return given;
    }
    Curve curve = Curve.of(others.pressureHPa(), given);
    return Arrays.stream(pressures).map(curve::held).toArray();
  }

  private static Curve curve(
      Values values, int pixel, double[] pressures, double least, double greatest) {
    int levels = values.shape()[1];
    double[] kept = new double[levels];
    double[] at = new double[levels];
    int n = 0;
    for (int level = 0; level < Math.min(levels, pressures.length); level++) {
      double value = values.value(pixel * levels + level);
      if (value >= least && value <= greatest && pressures[level] > 0) {
        at[n] = pressures[level];
        kept[n++] = value;
      }
    }
    return Curve.of(Arrays.copyOf(at, n), Arrays.copyOf(kept, n));
  }

  private static double surfaceK(EpsRecord record, int pixel) {
    Values values = record.field("SURFACE_TEMPERATURE");
    double kelvin = values.value(pixel * values.count() / 120);
    return kelvin >= 180 && kelvin <= 360 ? kelvin : Double.NaN;
  }

  private double emissivity(EpsRecord record, int pixel, double wavenumberPerCm) {
    Values values = record.field("SURFACE_EMISSIVITY");
    Curve curve = curve(values, pixel, emissivityPerCm, 0.3, 1);
    return curve.size() == 0 ? Double.NaN : curve.held(wavenumberPerCm);
  }

  private static double cloudPercent(EpsRecord record, int pixel) {
    Values values = record.field("FRACTIONAL_CLOUD_COVER");
    double sum = 0;
    int said = 0;
    for (int i = 0; i < 3; i++) {
      double percent = values.value(3 * pixel + i);
      if (percent <= 100) {
        sum += percent;
        said++;
      }
    }
    return said == 0 ? Double.NaN : Math.min(100, sum);
  }

  /// Values over the logarithm of an abscissa, rising.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Curve(double[] rising, double[] values) {
    static Curve of(double[] pressures, double[] values) {
      double[][] pairs = new double[pressures.length][];
      Arrays.setAll(pairs, i -> new double[] {pressures[i], values[i]});
      Arrays.sort(pairs, (a, b) -> Double.compare(a[0], b[0]));
      return new Curve(
          Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray(),
          Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray());
    }

    int size() {
      return values.length;
    }

    double greatest() {
      return rising[rising.length - 1];
    }

    /// Linear in the logarithm; beyond the ends the end's value.
    double held(double pressure) {
      return at(Math.clamp(pressure, rising[0], greatest()));
    }

    /// The same, but the last two levels are continued downwards.
    double at(double pressure) {
      if (size() == 1 || pressure <= rising[0]) {
        return values[0];
      }
      int i = 0;
      while (i < size() - 2 && pressure > rising[i + 1]) {
        i++;
      }
      double part = Math.log(pressure / rising[i]) / Math.log(rising[i + 1] / rising[i]);
      return values[i] + part * (values[i + 1] - values[i]);
    }
  }
}
