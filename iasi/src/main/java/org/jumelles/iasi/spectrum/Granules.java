package org.jumelles.iasi.spectrum;

import org.jumelles.formats.bufr.Bufr;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.kernel.bytes.Bytes;

/// Opens a container of Level 1C spectra, told by its first bytes.
public final class Granules {
  private Granules() {}

  /// Whether these bytes begin as one of the containers does; they may still hold other data.
  public static boolean isGranule(Bytes bytes) {
    return EpsProduct.isEps(bytes) || Bufr.isBufr(bytes);
  }

  /// @param bytes stay open as long as the granule is read
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where the container is none of
  /// these, holds other data, or does not tell what its lines need
  public static Granule open(Bytes bytes) {
    if (EpsProduct.isEps(bytes)) {
      return EpsGranule.open(bytes);
    }
    if (Bufr.isBufr(bytes)) {
      return BufrGranule.open(bytes);
    }
    throw bytes.malformed(
        0, "container", "EPS native or BUFR", "neither; size " + bytes.size() + " bytes");
  }
}
