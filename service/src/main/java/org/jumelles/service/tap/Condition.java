package org.jumelles.service.tap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checked condition on a row, with the three truth values of SQL: a comparison with null is
/// neither true nor false.
sealed interface Condition {
  /// Of a condition.
  enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean value) {
      return value ? TRUE : FALSE;
    }

    Truth not() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case UNKNOWN -> UNKNOWN;
      };
    }
  }

  Truth of(List<@Nullable Object> row);

  /// A column or a constant.
  sealed interface Operand {
    Column.Type type();

    @Nullable Object in(List<@Nullable Object> row);

    record OfColumn(int index, Column.Type type) implements Operand {
      @Override
      public @Nullable Object in(List<@Nullable Object> row) {
        return row.get(index);
      }
    }

    record Constant(Object value, Column.Type type) implements Operand {
      @Override
      public Object in(List<@Nullable Object> row) {
        return value;
      }
    }
  }

  /// All, or any, of some.
  record Joined(boolean all, List<Condition> parts) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      Truth deciding = all ? Truth.FALSE : Truth.TRUE;
      Truth sum = deciding.not();
      for (Condition part : parts) {
        Truth truth = part.of(row);
        if (truth == deciding) {
          return deciding;
        }
        sum = truth == Truth.UNKNOWN ? truth : sum;
      }
      return sum;
    }
  }

  record Not(Condition of) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      return of.of(row).not();
    }
  }

  /// @param sign `=`, `<>`, `<`, `<=`, `>` or `>=`
  record Compared(Operand left, String sign, Operand right) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      Object a = left.in(row);
      Object b = right.in(row);
      if (a == null || b == null) {
        return Truth.UNKNOWN;
      }
      int order = order(a, b);
      return Truth.of(
          switch (sign) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          });
    }
  }

  record In(Operand left, List<Operand> among) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      return new Joined(
              false, among.stream().map(one -> (Condition) new Compared(left, "=", one)).toList())
          .of(row);
    }
  }

  /// `%` is any text, `_` any character; case matters, as ADQL has it.
  record Like(Operand left, String pattern) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      Object value = left.in(row);
      return value == null ? Truth.UNKNOWN : Truth.of(matches((String) value, pattern));
    }
  }

  record IsNull(Operand operand) implements Condition {
    @Override
    public Truth of(List<@Nullable Object> row) {
      return Truth.of(operand.in(row) == null);
    }
  }

  /// Text by code unit, numbers by value: a whole number exactly where both are whole.
  static int order(Object a, Object b) {
    if (a instanceof String text) {
      return text.compareTo((String) b);
    }
    if (a instanceof Long one && b instanceof Long other) {
      return Long.compare(one, other);
    }
    return Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
  }

  /// Walks back to the last `%` only: never more than text times pattern steps.
  static boolean matches(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        star = p++;
        from = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '_' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '%') {
      p++;
    }
    return p == pattern.length();
  }
}
