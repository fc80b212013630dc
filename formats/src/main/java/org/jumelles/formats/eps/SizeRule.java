package org.jumelles.formats.eps;

import java.util.List;

/// How a size follows from others.
///
/// @param name of the size, such as `NERRT`
/// @param kind `same` n, `half` (n + 1) / 2, `triangle` n (n + 1) / 2, `product` of all
/// @param arguments names of sizes, or of fields that tell them
record SizeRule(String name, String kind, List<String> arguments) {
  SizeRule {
    arguments = List.copyOf(arguments);
  }

  int apply(List<Integer> sizes) {
    int first = sizes.getFirst();
    return switch (kind) {
      case "same" -> first;
      case "half" -> (first + 1) / 2;
      case "triangle" -> first * (first + 1) / 2;
      case "product" -> sizes.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
      default -> throw new AssertionError("no such rule of sizes: " + kind);
    };
  }
}
