package org.jumelles.ryugu.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The tree of a sample, upward or downward, in the order of a printed tree.
///
/// A merge makes a net of it: a sample that was shown already is shown again without what hangs on
/// it, so that the list is no longer than the number of samples and of their parents.
public final class SampleLineage {
  private SampleLineage() {}

  /// One line of the tree.
  ///
  /// @param depth 0 for the sample itself
  /// @param from the line that it hangs on
  /// @param again whether it was shown before, with all that hangs on it
  public record Step(SampleName name, int depth, Optional<SampleName> from, boolean again) {}

  /// The sample and what it came from.
  public static List<Step> ancestors(SampleLedger ledger, SampleName name) {
    return walk(
        name,
        one ->
            ledger.sample(one).stream()
                .flatMap(sample -> sample.parents().stream())
                .map(Fact.Portion::parent)
                .toList());
  }

  /// The sample and all that was taken from it, directly or not.
  public static List<Step> descendants(SampleLedger ledger, SampleName name) {
    return walk(name, ledger::children);
  }

  private static List<Step> walk(SampleName name, Function<SampleName, List<SampleName>> next) {
    List<Step> steps = new ArrayList<>();
    Set<SampleName> seen = new HashSet<>();
    ArrayDeque<Step> stack = new ArrayDeque<>();
    stack.push(new Step(name, 0, Optional.empty(), false));
    while (!stack.isEmpty()) {
      Step step = stack.pop();
      if (!seen.add(step.name())) {
        steps.add(new Step(step.name(), step.depth(), step.from(), true));
        continue;
      }
      steps.add(step);
      for (SampleName one : next.apply(step.name()).reversed()) {
        stack.push(new Step(one, step.depth() + 1, Optional.of(step.name()), false));
      }
    }
    return steps;
  }
}
