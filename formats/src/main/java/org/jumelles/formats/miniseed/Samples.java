package org.jumelles.formats.miniseed;

/// The samples of a record or a segment in the type that their encoding holds exactly.
///
/// The arrays are shared, not copied: whoever takes one must not change it.
@SuppressWarnings("ArrayRecordComponent") // shared by design, and never a key
public sealed interface Samples {

  record Ints(int[] values) implements Samples {}

  record Floats(float[] values) implements Samples {}

  record Doubles(double[] values) implements Samples {}

  /// Bytes of a log, mostly UTF-8.
  record Text(byte[] values) implements Samples {}

  default int count() {
    return switch (this) {
      case Ints(int[] values) -> values.length;
      case Floats(float[] values) -> values.length;
      case Doubles(double[] values) -> values.length;
      case Text(byte[] values) -> values.length;
    };
  }

  default Encoding.Kind kind() {
    return switch (this) {
      case Ints _ -> Encoding.Kind.INTS;
      case Floats _ -> Encoding.Kind.FLOATS;
      case Doubles _ -> Encoding.Kind.DOUBLES;
      case Text _ -> Encoding.Kind.TEXT;
    };
  }

  /// The same numbers as doubles, exactly; a `Doubles` gives its own array, shared.
  ///
  /// @throws IllegalArgumentException for text
  default double[] toDoubles() {
    return switch (this) {
      case Ints(int[] values) -> {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = values[i];
        }
        yield wide;
      }
      case Floats(float[] values) -> {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = values[i];
        }
        yield wide;
      }
      case Doubles(double[] values) -> values;
      case Text _ -> throw new IllegalArgumentException("text has no numbers");
    };
  }

  /// The samples from `from` on, copied.
  default Samples slice(int from, int count) {
    java.util.Objects.checkFromIndexSize(from, count, count());
    int to = from + count;
    return switch (this) {
      case Ints(int[] values) -> new Ints(java.util.Arrays.copyOfRange(values, from, to));
      case Floats(float[] values) -> new Floats(java.util.Arrays.copyOfRange(values, from, to));
      case Doubles(double[] values) -> new Doubles(java.util.Arrays.copyOfRange(values, from, to));
      case Text(byte[] values) -> new Text(java.util.Arrays.copyOfRange(values, from, to));
    };
  }
}
