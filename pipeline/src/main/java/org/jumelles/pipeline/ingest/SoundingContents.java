package org.jumelles.pipeline.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.product.Entry;
import org.jumelles.iasi.sounding.SoundingIndex;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Span;

/// A sounding product of the satellite (EPS Level 2, IASI_SND_02): temperature, water, ground, by
/// which retrievals near it start.
public final class SoundingContents {
  /// The kind of the one entry that a product has.
  public static final String KIND = "sounding";

  private SoundingContents() {}

  static Contents of(Bytes bytes, String payload) {
    Outcome<SoundingIndex> read = SoundingIndex.read(bytes);
    SoundingIndex index =
        read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
    Span span = index.span();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("platform", index.platform());
    attributes.put("footprints", Integer.toString(index.count()));
    String key = index.platform() + " sounding " + span.start().toString().substring(0, 19) + "Z";
    return new Contents(
        "application/octet-stream",
        key,
        List.of(new Entry(KIND, key, span, payload, 0, bytes.size(), attributes)),
        new FileReport.Units(index.count(), 0, read.defects().size()),
        read.defects(),
        Map.of("format", "EPS Level 2"));
  }
}
