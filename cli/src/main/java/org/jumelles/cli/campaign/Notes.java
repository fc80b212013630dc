package org.jumelles.cli.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Notes of one fault while it is made.
final class Notes {
  private static final int LOSSES_KEPT = 20;
  private final List<String> losses = new ArrayList<>();
  private final Map<String, Integer> saw = new TreeMap<>();
  private String skipped = "";
  private int times;

  /// Counts one more.
  void made() {
    times++;
  }

  int times() {
    return times;
  }

  /// Something was lost, or said wrongly.
  void lost(String sentence) {
    if (losses.size() < LOSSES_KEPT) {
      losses.add(sentence);
    }
  }

  /// Holds that something is so; where it is not, that is a loss.
  void hold(boolean so, String otherwise) {
    if (!so) {
      lost(otherwise);
    }
  }

  /// What a person was told; equal words are counted.
  void saw(String words) {
    saw.merge(words, 1, Integer::sum);
  }

  void skip(String why) {
    skipped = why;
  }

  Finding finding(String fault, double seconds) {
    String words =
        saw.entrySet().stream()
            .map(one -> one.getValue() + " x " + one.getKey())
            .collect(Collectors.joining("; "));
    return new Finding(fault, times, losses, words, skipped, seconds);
  }
}
