package org.jumelles.seis.event;

import java.util.List;

/// A proposal and the reasons for it, in words a seismologist can check; at least one.
public record Judgement<T>(T value, List<String> reasons) {
  public Judgement {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a judgement (" + value + ") without a reason");
    }
  }
}
