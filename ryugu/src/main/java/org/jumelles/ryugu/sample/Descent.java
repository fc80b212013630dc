package org.jumelles.ryugu.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.time.LocalDate;

/// Who came from whom: each name once, every parent known, nobody its own ancestor, and no child
/// before its parent. Work is linear in the number of samples and of their parents.
final class Descent {
  private static final int NAMES_SHOWN = 8;

  private final Docket docket;
  private final Map<SampleName, Integer> positions = new HashMap<>();
  private final Map<Integer, Fact.Sample> stated = new HashMap<>();
  private final Map<String, SampleName> folded = new HashMap<>();
  private final Map<SampleName, List<Integer>> children = new HashMap<>();
  private final Map<SampleName, Fact.Sample> samples = new HashMap<>();
  private final Set<Integer> settled = new HashSet<>();

  private Descent(Docket docket) {
    this.docket = docket;
  }

  /// Judges the samples; those that stand are returned, parents before children.
  static Map<SampleName, Fact.Sample> judge(Docket docket) {
    Descent descent = new Descent(docket);
    for (int i = 0; i < docket.size(); i++) {
      if (docket.fact(i).orElse(null) instanceof Fact.Sample sample) {
        descent.name(i, sample);
      }
    }
    descent.settle();
    descent.refuseCircles();
    return descent.samples;
  }

  private void name(int i, Fact.Sample sample) {
    Integer earlier = positions.putIfAbsent(sample.name(), i);
    if (earlier != null) {
      docket.refuse(
          i,
          "name",
          "'" + sample.name() + "' is the name of " + docket.where(earlier) + " already");
      return;
    }
    stated.put(i, sample);
    SampleName other = folded.putIfAbsent(sample.name().folded(), sample.name());
    if (other != null) {
      docket.doubt(
          i, "name", "'" + sample.name() + "' is '" + other + "' but for case, hyphen or space");
    }
  }

  private void settle() {
    Map<Integer, Integer> waiting = new HashMap<>();
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    positions.values().stream()
        .sorted()
        .forEach(
            i -> {
              int parents = 0;
              for (Fact.Portion portion : sample(i).parents()) {
                if (positions.containsKey(portion.parent())) {
                  children.computeIfAbsent(portion.parent(), _ -> new ArrayList<>()).add(i);
                  parents++;
                }
              }
              waiting.put(i, parents);
              if (parents == 0) {
                ready.add(i);
              }
            });
    while (!ready.isEmpty()) {
      int i = ready.remove();
      settled.add(i);
      Fact.Sample sample = sample(i);
      judge(i, sample);
      for (int child : Optional.ofNullable(children.get(sample.name())).orElse(List.of())) {
        if (waiting.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
  }

  private Fact.Sample sample(int i) {
    return Objects.requireNonNull(stated.get(i));
  }

  private void judge(int i, Fact.Sample sample) {
    for (Fact.Portion portion : sample.parents()) {
      SampleName parent = portion.parent();
      Fact.Sample known = samples.get(parent);
      if (known == null) {
        docket.refuse(i, "parents", missing(parent));
        return;
      }
      Optional<LocalDate> born = known.date();
      if (sample.date().isPresent()
          && born.isPresent()
          && sample.date().get().isBefore(born.get())) {
        docket.refuse(
            i, "date", sample.date().get() + " is before its parent " + parent + ", " + born.get());
        return;
      }
    }
    samples.put(sample.name(), sample);
  }

  private String missing(SampleName parent) {
    Integer at = positions.get(parent);
    if (at != null) {
      return "its parent " + parent + " (" + docket.where(at) + ") was refused";
    }
    return "there is no sample '" + parent + "'" + perhaps(parent);
  }

  private String perhaps(SampleName name) {
    SampleName other = folded.get(name.folded());
    return other == null ? "" : "; there is '" + other + "'";
  }

  private void refuseCircles() {
    positions.values().stream().sorted().filter(i -> !settled.contains(i)).forEach(this::walkUp);
  }

  /// Follows parents that are not settled until one comes again, or one that is refused is met.
  private void walkUp(int start) {
    SequencedSet<Integer> path = new LinkedHashSet<>();
    int at = start;
    while (!docket.isRefused(at) && path.add(at)) {
      at = unsettledParent(at);
    }
    if (!docket.isRefused(at)) {
      List<Integer> circle = new ArrayList<>(path);
      circle = circle.subList(circle.indexOf(at), circle.size());
      refuse(circle);
      path.removeAll(new HashSet<>(circle));
    }
    for (int below : path.reversed()) {
      docket.refuse(below, "parents", missing(sample(unsettledParent(below)).name()));
    }
  }

  /// Whoever waits for ever has a parent that does.
  private int unsettledParent(int i) {
    for (Fact.Portion portion : sample(i).parents()) {
      Integer at = positions.get(portion.parent());
      if (at != null && !settled.contains(at)) {
        return at;
      }
    }
    throw new AssertionError("row " + i + " waits for nobody");
  }

  private void refuse(List<Integer> circle) {
    for (int k = 0; k < circle.size(); k++) {
      StringBuilder round = new StringBuilder();
      for (int n = 0; n <= Math.min(circle.size(), NAMES_SHOWN); n++) {
        int member = circle.get((k + n) % circle.size());
        round.append(n == 0 ? "" : " from ").append(sample(member).name());
      }
      String rest = circle.size() > NAMES_SHOWN ? " and so on, " + circle.size() + " in all" : "";
      docket.refuse(circle.get(k), "parents", "a circle: " + round + rest);
    }
  }
}
