package org.jumelles.ryugu.registration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;

/// The images of a ledger, tied pair by pair; from one to another by the fewest steps.
public final class ImageChain {
  private final SequencedMap<Pair, List<ControlPoint>> points = new LinkedHashMap<>();

  /// Two images, as the control points name them.
  public record Pair(String from, String to) {}

  /// A step of the way.
  ///
  /// @param backward whether the map is used from its second image to its first
  public record Step(Pair pair, AffineMap map, boolean backward) {}

  /// A place found.
  public record Found(Spot spot, List<Step> steps) {}

  private ImageChain() {}

  public static ImageChain of(SampleLedger ledger) {
    ImageChain chain = new ImageChain();
    for (Fact.Control one : ledger.facts(Fact.Control.class)) {
      Pair pair = new Pair(one.imageA(), one.imageB());
      Pair swapped = new Pair(one.imageB(), one.imageA());
      boolean known = chain.points.containsKey(swapped);
      chain
          .points
          .computeIfAbsent(known ? swapped : pair, _ -> new ArrayList<>())
          .add(known ? swapped(one) : point(one));
    }
    return chain;
  }

  private static ControlPoint point(Fact.Control one) {
    return new ControlPoint(
        one.inA().line(),
        one.inA().sample(),
        one.inB().line(),
        one.inB().sample(),
        one.sigmaPixels());
  }

  /// The sigma is of image B; in a map from B to A it is taken as that many pixels of A.
  private static ControlPoint swapped(Fact.Control one) {
    return new ControlPoint(
        one.inB().line(),
        one.inB().sample(),
        one.inA().line(),
        one.inA().sample(),
        one.sigmaPixels());
  }

  /// The place of a spot of one image in another; empty where no chain of images joins them.
  ///
  /// @throws IllegalArgumentException where a pair on the way has too few points, or all on a line
  public Optional<Found> locate(String from, Spot spot, String to) {
    Map<String, Pair> cameBy = new HashMap<>();
    ArrayDeque<String> next = new ArrayDeque<>(List.of(from));
    cameBy.put(from, new Pair(from, from));
    while (!next.isEmpty() && !cameBy.containsKey(to)) {
      String at = next.remove();
      for (Pair pair : points.keySet()) {
        String other = pair.from().equals(at) ? pair.to() : pair.from();
        boolean touches = pair.from().equals(at) || pair.to().equals(at);
        if (touches && cameBy.putIfAbsent(other, pair) == null) {
          next.add(other);
        }
      }
    }
    return cameBy.containsKey(to) ? walk(from, spot, to, cameBy) : Optional.empty();
  }

  private Optional<Found> walk(String from, Spot spot, String to, Map<String, Pair> cameBy) {
    List<Step> steps = new ArrayList<>();
    for (String at = to; !at.equals(from); ) {
      Pair pair = cameBy.getOrDefault(at, new Pair(from, from));
      AffineMap map = AffineMap.fit(points.getOrDefault(pair, List.of()));
      boolean backward = pair.from().equals(at);
      steps.addFirst(new Step(pair, map, backward));
      at = backward ? pair.to() : pair.from();
    }
    Optional<Spot> found = Optional.of(spot);
    for (Step step : steps) {
      found =
          found.flatMap(
              one ->
                  step.backward()
                      ? step.map().locateBack(one)
                      : Optional.of(step.map().locate(one)));
    }
    return found.map(one -> new Found(one, List.copyOf(steps)));
  }
}
