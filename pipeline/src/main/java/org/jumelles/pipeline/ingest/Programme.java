package org.jumelles.pipeline.ingest;

import java.util.List;
import org.jumelles.archive.product.Entry;

/// The programme in whose frame something was observed, told by the station codes or the
/// satellite in it.
public record Programme(String name) {
  /// InSight's seismometer is the one station of network XB on Mars.
  private static final String SEIS_SOURCE = "FDSN:XB_ELYSE_";

  private static final String SIMULATED_SOURCE = "FDSN:XX_";

  /// The satellites that carry IASI are Metop-A, -B and -C.
  private static final String METOP = "Metop-";

  static final String SIMULATED_PLATFORM = "simulated";

  static Programme of(List<Entry> entries) {
    return ofKey(entries.getFirst().key());
  }

  /// @param key a source identifier, or any other name
  public static Programme ofKey(String key) {
    if (key.startsWith(SEIS_SOURCE)) {
      return new Programme("SEIS");
    }
    if (key.startsWith(METOP)) {
      return new Programme("IASI");
    }
    boolean simulated = key.startsWith(SIMULATED_SOURCE) || key.startsWith(SIMULATED_PLATFORM);
    return new Programme(simulated ? "simulation" : "not known");
  }
}
