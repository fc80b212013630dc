package org.jumelles.formats.miniseed;

/// The same numbers in another type, where that type holds each of them exactly.
public final class ExactSamples {
  private ExactSamples() {}

  /// A number that the wanted type does not hold.
  ///
  /// @param index of the sample, from 0
  public record Offending(int index, double value) {}

  /// Thrown where a sample cannot be kept as it is.
  public static final class InexactException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Offending first;

    InexactException(int index, double value, Encoding.Kind kind) {
      super("sample " + index + " is " + value + ", not held exactly by " + kind);
      this.first = new Offending(index, value);
    }

    public Offending first() {
      return first;
    }
  }

  /// The samples themselves where they are of that kind already; a negative zero and NaN are no
  /// integers.
  ///
  /// @throws InexactException with the first sample that would change
  /// @throws IllegalArgumentException from text to numbers or back
  public static Samples of(Samples samples, Encoding.Kind kind) throws InexactException {
    if (samples.kind() == kind) {
      return samples;
    }
    if (kind == Encoding.Kind.TEXT || samples.kind() == Encoding.Kind.TEXT) {
      throw new IllegalArgumentException(samples.kind() + " cannot become " + kind);
    }
    double[] wide = samples.toDoubles();
    return switch (kind) {
      case INTS -> ints(wide);
      case FLOATS -> floats(wide);
      case DOUBLES, TEXT -> new Samples.Doubles(wide);
    };
  }

  private static Samples ints(double[] wide) throws InexactException {
    int[] values = new int[wide.length];
    for (int i = 0; i < wide.length; i++) {
      values[i] = (int) wide[i];
      if (Double.doubleToRawLongBits(values[i]) != Double.doubleToRawLongBits(wide[i])) {
        throw new InexactException(i, wide[i], Encoding.Kind.INTS);
      }
    }
    return new Samples.Ints(values);
  }

  private static Samples floats(double[] wide) throws InexactException {
    float[] values = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      values[i] = (float) wide[i];
      if (Double.doubleToRawLongBits(values[i]) != Double.doubleToRawLongBits(wide[i])) {
        throw new InexactException(i, wide[i], Encoding.Kind.FLOATS);
      }
    }
    return new Samples.Floats(values);
  }
}
