package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A probability density given at points (`pdf` of the single-station extension).
///
/// @param variable the points, in the unit of the quantity, in the order of the document (not
///     always rising)
/// @param probability the density at each point, not always normalised; as many as points
/// @param rest all else
public record Pdf<T>(Written<List<T>> variable, Written<List<Double>> probability, Rest rest) {
  public Pdf {
    if (variable.value().size() != probability.value().size()) {
      throw new IllegalArgumentException(
          probability.value().size() + " probabilities at " + variable.value().size() + " points");
    }
  }

  /// A density by numbers.
  public static Pdf<Double> of(List<Double> variable, List<Double> probability) {
    return new Pdf<>(sequence(variable), sequence(probability), Rest.NONE);
  }

  private static Written<List<Double>> sequence(List<Double> values) {
    return new Written<>(
        List.copyOf(values),
        values.stream().map(v -> Written.real(v).text()).collect(Collectors.joining(" ")));
  }

  static <T> Written<List<T>> read(String text, Function<String, Written<T>> item) {
    String bare = text.strip();
    List<T> values =
        bare.isEmpty()
            ? List.of()
            : List.of(bare.split("\\s+", -1)).stream().map(t -> item.apply(t).value()).toList();
    return new Written<>(values, bare);
  }
}
