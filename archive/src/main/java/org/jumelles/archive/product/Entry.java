package org.jumelles.archive.product;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.kernel.time.Span;

/// One findable thing that a product holds, and where its bytes lie.
///
/// @param kind what sort of thing, such as `waveform`, `channel`, `event`
/// @param key its name in its science, such as a source identifier
/// @param payload the payload that holds it, or empty where no file does
/// @param offset bytes from the start of that payload
/// @param length in bytes
public record Entry(
    String kind,
    String key,
    Span span,
    String payload,
    long offset,
    long length,
    Map<String, String> attributes) {
  public Entry {
    if (kind.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("an entry of kind '" + kind + "' and key '" + key + "'");
    }
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(
          "entry " + key + " at byte " + offset + ", " + length + " bytes long");
    }
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
