package org.jumelles.pipeline.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// The coefficients of water's continuum (MT_CKD, NetCDF), by which tables of absorption are made.
public final class ContinuumContents {
  /// The kind of the one entry that a file has.
  public static final String KIND = "water-continuum";

  private static final List<String> VARIABLES = List.of("self_absco_ref", "for_absco_ref");

  private ContinuumContents() {}

  /// Whether a file of classic NetCDF begins with the names of such coefficients.
  static boolean isContinuum(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("CDF") && VARIABLES.stream().allMatch(text::contains);
  }

  /// Whether a file of HDF5 holds such coefficients; they may still be broken.
  static boolean isContinuum(Path file) {
    try (NetCdfFile hdf5 = NetCdfFile.open(file)) {
      return hdf5.names().containsAll(VARIABLES);
    } catch (MalformedDataException _) {
      return false;
    }
  }

  static Contents of(Bytes bytes, String payload) {
    Outcome<WaterContinuum> read = WaterContinuum.read(bytes);
    WaterContinuum continuum =
        read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
    double[] nu = continuum.wavenumberPerCm();
    String key =
        String.format(
            Locale.ROOT,
            "%s, %.0f to %.0f cm-1",
            continuum.title().isEmpty() ? "water continuum" : continuum.title(),
            nu[0],
            nu[nu.length - 1]);
    Map<String, String> attributes = Map.of("coefficients", Integer.toString(nu.length));
    return new Contents(
        "application/x-netcdf",
        key,
        List.of(new Entry(KIND, key, Query.ALWAYS, payload, 0, bytes.size(), attributes)),
        new FileReport.Units(1, 0, 0),
        read.defects(),
        Map.of("format", "MT_CKD"));
  }
}
