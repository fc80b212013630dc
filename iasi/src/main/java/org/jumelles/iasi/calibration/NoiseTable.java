package org.jumelles.iasi.calibration;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// IASI's noise by wavenumber: the standard deviation of a channel's radiance.
///
/// The built-in table holds noise equivalent temperature differences at 280 K, which EUMETSAT's
/// NEdR tables come to (Metop-A, PC basis of 2011), interpolated in their logarithm and constant
/// beyond its ends. A user's table holds radiances channel by channel. How apodisation
/// correlates the noise of neighbouring channels is another room's,
/// `org.jumelles.iasi.transfer.ApodisedNoise`.
public final class NoiseTable {
  /// What stands for a table of the instrument's own.
  public static final NoiseTable BUILT_IN =
      new NoiseTable("built-in NEdT at 280 K (Metop-A, 2011)", new TreeMap<>());

  private static final double REFERENCE_K = 280;
  private static final double GREATEST = 1;

  /// cm-1 and K.
  private static final double[][] NEDT = {
    {667.5, 0.156},
    {700, 0.149},
    {900, 0.149},
    {1040, 0.153},
    {1303.5, 0.036},
    {1371.5, 0.044},
    {2143.5, 0.150},
    {2349, 0.367},
    {2400, 0.464},
    {2616, 1.16},
    {2760, 2.9}
  };

  private final String source;

  /// W m-2 sr-1 (m-1)-1 by channel, from one; empty for the built-in table.
  private final NavigableMap<Integer, Double> channels;

  private NoiseTable(String source, NavigableMap<Integer, Double> channels) {
    this.source = source;
    this.channels = channels;
  }

  /// Where it comes from, for people.
  public String source() {
    return source;
  }

  /// The noise in EUMETSAT's `IASI_EV?_xx_Mxx` files, one a band.
  ///
  /// @throws MalformedDataException where one is no such file or a noise is not above zero
  public static NoiseTable of(List<NetCdfFile> bands) {
    NavigableMap<Integer, Double> channels = new TreeMap<>();
    for (NetCdfFile band : bands) {
      int first = (int) band.number("FirstChannel").orElse(0);
      double[] values = band.doubles("Nedr");
      if (first < 1 || first + values.length - 1 > Channels.COUNT) {
        throw band.malformed("FirstChannel", first + " with " + values.length + " channels");
      }
      for (int i = 0; i < values.length; i++) {
        if (!(values[i] > 0 && values[i] < GREATEST)) {
          throw band.malformed("Nedr", "noise " + values[i] + " in channel " + (first + i));
        }
        channels.put(first + i, values[i]);
      }
    }
    return new NoiseTable(
        "NEdR of " + String.join(", ", bands.stream().map(NetCdfFile::source).toList()), channels);
  }

  /// The same out of rows `wavenumber_per_cm,nedr_w_m2_sr_per_m` under one line of heads.
  ///
  /// @throws MalformedDataException with the line that is no such row
  public static NoiseTable ofCsv(String source, List<String> lines) {
    NavigableMap<Integer, Double> channels = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String row = lines.get(i);
      if (row.isBlank()) {
        continue;
      }
      String[] cells = row.split(",", -1);
      double nu = cells.length < 2 ? Double.NaN : number(cells[0]);
      double noise = cells.length < 2 ? Double.NaN : number(cells[1]);
      int channel = Double.isFinite(nu) ? (int) Math.round((nu - 645) * 4) + 1 : 0;
      if (channel < 1 || channel > Channels.COUNT || !(noise > 0 && noise < GREATEST)) {
        throw new MalformedDataException(
            source,
            new Place.LineColumn(i + 1, 1),
            "row",
            "wavenumber_per_cm,nedr_w_m2_sr_per_m",
            "'" + row + "'");
      }
      channels.put(channel, noise);
    }
    return new NoiseTable("NEdR of " + source, channels);
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell.strip());
    } catch (NumberFormatException unreadable) {
      return Double.NaN;
    }
  }

  /// W m-2 sr-1 (m-1)-1, for each wavenumber in cm-1.
  ///
  /// @throws IllegalArgumentException where a user's table has no such channel
  public double[] radiance(double[] wavenumbersPerCm) {
    double[] noise = new double[wavenumbersPerCm.length];
    for (int i = 0; i < noise.length; i++) {
      double nu = wavenumbersPerCm[i];
      if (this == BUILT_IN) {
        noise[i] = kelvin(nu) * Planck.perK(100 * nu, REFERENCE_K);
        continue;
      }
      Double told = channels.get(Channels.nearest(nu));
      if (told == null) {
        throw new IllegalArgumentException(source + " has no noise at " + nu + " cm-1");
      }
      noise[i] = told;
    }
    return noise;
  }

  /// The built-in noise equivalent temperature difference at 280 K.
  public static double kelvin(double wavenumberPerCm) {
    int i = 0;
    while (i < NEDT.length - 2 && wavenumberPerCm > NEDT[i + 1][0]) {
      i++;
    }
    double part = Math.clamp((wavenumberPerCm - NEDT[i][0]) / (NEDT[i + 1][0] - NEDT[i][0]), 0, 1);
    double low = Math.log(NEDT[i][1]);
    return Math.exp(low + part * (Math.log(NEDT[i + 1][1]) - low));
  }
}
