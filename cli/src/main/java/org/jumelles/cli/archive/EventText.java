package org.jumelles.cli.archive;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;

/// One event of the catalogue, in a line and as a document.
public final class EventText {
  private EventText() {}

  public static String name(Found found) {
    return found.entry().attributes().getOrDefault("name", found.entry().key());
  }

  public static String line(Found found) {
    Entry entry = found.entry();
    Map<String, String> told = entry.attributes();
    StringBuilder line = new StringBuilder();
    line.append("%-12s %s".formatted(name(found), entry.span().start().toString()));
    line.append("  %4.0f s".formatted(entry.span().nanos() / 1e9));
    line.append("  %-18s".formatted(told.getOrDefault("type", "type not known")));
    line.append("  quality ").append(told.getOrDefault("quality", "not known"));
    if (told.containsKey("snr")) {
      line.append("  SNR ").append(told.get("snr"));
    }
    if (told.containsKey("distance_deg")) {
      line.append("  ").append(told.get("distance_deg"));
      line.append(" +- ").append(told.get("distance_sigma_deg")).append(" deg");
    }
    if (told.containsKey("back_azimuth_deg")) {
      line.append("  from ").append(told.get("back_azimuth_deg"));
      line.append(" +- ").append(told.get("back_azimuth_sigma_deg")).append(" deg");
    }
    if (told.containsKey("magnitude")) {
      line.append("  ").append(told.getOrDefault("magnitude_type", "magnitude"));
      line.append(' ').append(oneDecimal(told.getOrDefault("magnitude", "")));
    }
    if (told.containsKey("channel")) {
      line.append("  on ").append(told.get("channel"));
    }
    return line.toString();
  }

  private static String oneDecimal(String number) {
    try {
      return String.format(Locale.ROOT, "%.1f", Double.parseDouble(number));
    } catch (NumberFormatException e) {
      return number;
    }
  }

  public static Map<String, Object> document(Found found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", found.entry().key());
    document.put("name", name(found));
    document.put("start", found.entry().span().start().toString());
    document.put("end", found.entry().span().end().toString());
    document.put("product", found.product().sha256Hex());
    document.putAll(found.entry().attributes());
    return document;
  }
}
