package org.jumelles.formats.netcdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The dimensions of a file in the order in which they are first used, each with its number, and
/// the coordinate variable that bears its name, if any.
record Scales(List<Dimension> dimensions, List<Variable> variables) {
  static Scales of(Collection<Variable> variables) {
    Map<String, Dimension> found = new LinkedHashMap<>();
    variables.forEach(v -> v.dimensions().forEach(d -> found.putIfAbsent(d.name(), d)));
    return new Scales(new ArrayList<>(found.values()), List.copyOf(variables));
  }

  int number(Dimension dimension) {
    return dimensions.indexOf(dimension);
  }

  Optional<Variable> coordinate(Dimension dimension) {
    return variables.stream().filter(v -> v.name().equals(dimension.name())).findFirst();
  }

  boolean isCoordinate(Variable variable) {
    return variable.name().equals(variable.dimensions().getFirst().name());
  }

  /// @throws IllegalArgumentException for names that a file cannot hold together
  static void check(List<Variable> variables) {
    Map<String, Long> lengths = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (Variable variable : variables) {
      if (!names.add(variable.name())) {
        throw new IllegalArgumentException("two variables named " + variable.name());
      }
      for (Dimension dimension : variable.dimensions()) {
        Long before = lengths.putIfAbsent(dimension.name(), dimension.length());
        if (before != null && before != dimension.length()) {
          throw new IllegalArgumentException("two dimensions named " + dimension.name());
        }
      }
    }
    for (Variable variable : variables) {
      boolean alone = variable.dimensions().size() == 1;
      if (lengths.containsKey(variable.name())
          && !(alone && variable.dimensions().getFirst().name().equals(variable.name()))) {
        throw new IllegalArgumentException(
            "variable " + variable.name() + " is named like a dimension that is not its only one");
      }
    }
  }
}
