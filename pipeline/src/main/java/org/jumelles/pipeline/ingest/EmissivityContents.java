package org.jumelles.pipeline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.iasi.transfer.Emissivity;
import org.jumelles.kernel.bytes.Bytes;

/// The emissivity of the ground by wavenumber, where no sounding tells it.
public final class EmissivityContents {
  /// The kind of the one entry that a file has.
  public static final String KIND = "emissivity";

  private static final int GREATEST_BYTES = 4 << 20;

  private EmissivityContents() {}

  /// Whether the first row that is no remark names the two columns.
  static boolean isEmissivity(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> line.toLowerCase(Locale.ROOT).equals(Emissivity.HEADER))
        .isPresent();
  }

  /// What a file of the user's or of the archive's holds.
  public static Emissivity read(Bytes bytes) {
    if (bytes.size() > GREATEST_BYTES) {
      throw bytes.malformed(0, "size", "up to 4 MiB", bytes.size() + " bytes");
    }
    String text = bytes.text(0, bytes.size(), StandardCharsets.UTF_8, "rows");
    return Emissivity.ofCsv(bytes.source(), text.lines().toList());
  }

  static Contents of(Bytes bytes, String payload) {
    Emissivity read = read(bytes);
    double[] nu = read.wavenumberPerCm();
    String key =
        String.format(
            Locale.ROOT, "emissivity %s, %.0f to %.0f cm-1", payload, nu[0], nu[nu.length - 1]);
    Map<String, String> attributes = Map.of("rows", Integer.toString(nu.length));
    return new Contents(
        "text/csv",
        key,
        List.of(new Entry(KIND, key, Query.ALWAYS, payload, 0, bytes.size(), attributes)),
        new FileReport.Units(nu.length, 0, 0),
        List.of(),
        Map.of("format", "emissivity CSV"));
  }
}
