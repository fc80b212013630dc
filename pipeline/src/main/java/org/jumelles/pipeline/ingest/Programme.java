package org.jumelles.pipeline.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jumelles.archive.product.Entry;

/// The programme in whose frame something was observed, told by the station codes, the
/// satellite, or the label's target and observing system in it.
public record Programme(String name) {
  /// InSight's seismometer is the one station of network XB on Mars.
  private static final String SEIS_SOURCE = "FDSN:XB_ELYSE_";

  private static final String SIMULATED_SOURCE = "FDSN:XX_";

  /// The satellites that carry IASI are Metop-A, -B and -C.
  private static final String METOP = "Metop-";

  private static final Pattern RYUGU = Pattern.compile("(?i)\\bRyugu\\b");

  private static final Pattern HAYABUSA2 = Pattern.compile("(?i)\\bHayabusa-?2\\b");

  /// The satellite of simulated spectra.
  public static final String SIMULATED_PLATFORM = "simulated";

  /// Of what a file holds, by its first entry.
  public static Programme of(List<Entry> entries) {
    Entry first = entries.getFirst();
    return isHayabusa2(first) ? new Programme("Ryugu") : ofKey(first.key());
  }

  /// Of what a label says of the target and of who observed; a name of a file says nothing.
  private static boolean isHayabusa2(Entry entry) {
    String target = entry.attributes().getOrDefault("target", "");
    String host =
        entry.attributes().getOrDefault("host", "")
            + ";"
            + entry.attributes().getOrDefault("investigation", "");
    return RYUGU.matcher(target).find() || HAYABUSA2.matcher(host).find();
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
