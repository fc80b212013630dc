package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a sample ever met air, as far as the ledger tells.
public sealed interface Condition {

  /// Somebody said that it is pristine, and nothing speaks against it.
  record Pristine() implements Condition {
    @Override
    public String toString() {
      return "pristine";
    }
  }

  /// Nobody said that it is pristine, and no exposure is recorded: it is not known.
  record NotKnown() implements Condition {
    @Override
    public String toString() {
      return "not known; no exposure is recorded";
    }
  }

  /// It met something, itself or as a part of what it was taken from.
  record Exposed(LocalDate since, String to, SampleName as) implements Condition {
    @Override
    public String toString() {
      return "exposed to " + to + " since " + since + " as " + as;
    }
  }

  /// The condition of a sample after all entries.
  static Condition of(SampleLedger ledger, SampleName name) {
    Optional<Fact.Exposure> first =
        met(ledger, name, Fact.Exposure.class).stream()
            .min(Comparator.comparing(Fact.Exposure::date));
    if (first.isPresent()) {
      Fact.Exposure exposure = first.get();
      return new Exposed(exposure.date(), exposure.to(), exposure.name());
    }
    boolean said =
        ledger.ancestry(name).stream()
            .flatMap(one -> ledger.sample(one).stream())
            .anyMatch(Fact.Sample::saidPristine);
    return said ? new Pristine() : new NotKnown();
  }

  /// What got onto a sample, itself or as a part of what it was taken from.
  static List<Fact.Contamination> contaminations(SampleLedger ledger, SampleName name) {
    return met(ledger, name, Fact.Contamination.class);
  }

  /// The facts of a kind that reached a sample: its own, and those of an ancestor before the day on
  /// which the way to the sample left it. Where a day is not told, it cannot be ruled out.
  private static <T extends Fact.Mishap> List<T> met(
      SampleLedger ledger, SampleName name, Class<T> kind) {
    record Step(SampleName name, LocalDate leftOn) {}
    List<T> met = new ArrayList<>();
    Map<SampleName, LocalDate> seen = new HashMap<>();
    ArrayDeque<Step> steps = new ArrayDeque<>();
    steps.add(new Step(name, LocalDate.MAX));
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      LocalDate before = seen.get(step.name());
      if (before != null && !before.isBefore(step.leftOn())) {
        continue;
      }
      seen.put(step.name(), step.leftOn());
      ledger.facts(step.name(), kind).stream()
          .filter(fact -> !fact.date().isAfter(step.leftOn()) && !met.contains(fact))
          .forEach(met::add);
      for (Fact.Sample sample : ledger.sample(step.name()).stream().toList()) {
        LocalDate left = sample.date().orElse(step.leftOn());
        sample.parents().forEach(portion -> steps.add(new Step(portion.parent(), left)));
      }
    }
    return met;
  }
}
