package org.jumelles.accord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line of the record in words, as a ledger keeps it.
///
/// @param kind `organisation`, `agreement`, `programme`, `role` or `gap`
public record Fact(String kind, Map<String, String> fields) {
  public Fact {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
