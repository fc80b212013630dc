package org.jumelles.pipeline.ingest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.detection.BandBasis;
import org.jumelles.kernel.outcome.MalformedDataException;

/// One band of the user's principal components of IASI spectra, in EUMETSAT's HDF5.
public final class BasisContents {
  /// The kind of the one entry that a band has.
  public static final String KIND = "basis";

  /// The attribute that tells the first channel of the band.
  public static final String FIRST_CHANNEL = "first_channel";

  private BasisContents() {}

  /// Whether a file of HDF5 holds such a band; it may still be broken.
  static boolean isBasis(Path file) {
    try (NetCdfFile hdf5 = NetCdfFile.open(file)) {
      return hdf5.names().containsAll(List.of("Eigenvectors", "Eigenvalues", "Nedr"));
    } catch (MalformedDataException _) {
      return false;
    }
  }

  static Contents of(Path file, String payload, long size) {
    BandBasis band;
    try (NetCdfFile hdf5 = NetCdfFile.open(file)) {
      band = BandBasis.read(hdf5);
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(FIRST_CHANNEL, Integer.toString(band.firstChannel()));
    attributes.put("channels", Integer.toString(band.channels()));
    attributes.put("components", Integer.toString(band.size()));
    String key =
        "IASI components, channels %d to %d".formatted(band.firstChannel(), band.lastChannel());
    return new Contents(
        "application/x-hdf5",
        key,
        List.of(new Entry(KIND, key, Query.ALWAYS, payload, 0, size, attributes)),
        new FileReport.Units(1, 0, 0),
        List.of(),
        Map.of("format", "HDF5"));
  }
}
