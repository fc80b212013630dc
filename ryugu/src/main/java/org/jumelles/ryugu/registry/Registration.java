package org.jumelles.ryugu.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.ryugu.sample.Fact;

/// What a record needs beside the ledger's facts.
///
/// @param recordedUtc when the newest entry of the ledger was recorded, in ISO 8601
/// @param registrant who registers
public record Registration(String recordedUtc, String registrant) {
  static final String PLACEHOLDER = "urn:x-unregistered:";

  /// The identifier that the ledger gives a sample in its field `igsn`.
  public static Optional<String> igsn(Fact.Sample sample) {
    return Optional.ofNullable(sample.described().get("igsn"))
        .map(text -> text.replaceFirst("(?i)^igsn:", "").strip());
  }

  /// A URI: the sample's IGSN, or a placeholder that says that there is none.
  static String uri(Fact.Sample sample) {
    return igsn(sample)
        .map(igsn -> igsn.contains("/") ? "https://doi.org/" + igsn : "igsn:" + igsn)
        .orElse(placeholder(sample.name().given()));
  }

  static String placeholder(String name) {
    return PLACEHOLDER + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Keys and values in the order in which they are given.
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return map;
  }

  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
