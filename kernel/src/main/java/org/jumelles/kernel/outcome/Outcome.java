package org.jumelles.kernel.outcome;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What became of one counted unit (a record, a line, a block): read = good + doubtful + refused.
public sealed interface Outcome<T> {

  /// The value, and nothing to say against it.
  record Good<T>(T value) implements Outcome<T> {}

  /// A value that may be used by whoever reads its defects first; there is at least one.
  record Doubtful<T>(T value, List<Defect> defects) implements Outcome<T> {
    public Doubtful {
      defects = List.copyOf(defects);
      if (defects.isEmpty()) {
        throw new IllegalArgumentException("a doubtful outcome without a defect");
      }
    }
  }

  /// No value, and the reason.
  record Refused<T>(Defect defect) implements Outcome<T> {}

  /// `Good` where there is no defect, else `Doubtful`.
  static <T> Outcome<T> of(T value, List<Defect> defects) {
    return defects.isEmpty() ? new Good<>(value) : new Doubtful<>(value, defects);
  }

  default Optional<T> found() {
    return switch (this) {
      case Good<T>(T value) -> Optional.of(value);
      case Doubtful<T>(T value, List<Defect> _) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }

  default List<Defect> defects() {
    return switch (this) {
      case Good<T> _ -> List.of();
      case Doubtful<T>(T _, List<Defect> defects) -> defects;
      case Refused<T>(Defect defect) -> List.of(defect);
    };
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Good<T>(T value) -> new Good<>(change.apply(value));
      case Doubtful<T>(T value, List<Defect> defects) ->
          new Doubtful<>(change.apply(value), defects);
      case Refused<T>(Defect defect) -> new Refused<>(defect);
    };
  }
}
