package org.jumelles.ryugu.sample;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// A sample and all that it came from, nearest first.
final class Ancestry {
  private Ancestry() {}

  static SequencedSet<SampleName> of(SampleName name, Map<SampleName, Fact.Sample> samples) {
    SequencedSet<SampleName> found = new LinkedHashSet<>();
    ArrayDeque<SampleName> next = new ArrayDeque<>();
    next.add(name);
    while (!next.isEmpty()) {
      SampleName at = next.remove();
      Fact.Sample sample = samples.get(at);
      if (sample != null && found.add(at)) {
        sample.parents().forEach(portion -> next.add(portion.parent()));
      }
    }
    return found;
  }
}
