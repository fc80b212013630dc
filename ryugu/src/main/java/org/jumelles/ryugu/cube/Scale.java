package org.jumelles.ryugu.cube;

/// What a stored number means: `stored x factor / divisor + offset`, in the file's unit.
///
/// One of factor and divisor is 1. Dividing by 10000 is not multiplying by 1e-4 in the last bit, so
/// a factor that a file gives as the reciprocal of a whole number is told apart: the same cube
/// gives the same numbers from a container that divides and from one that multiplies.
public record Scale(double factor, double divisor, double offset) {
  public static final Scale NONE = new Scale(1, 1, 0);

  public Scale {
    if (!Double.isFinite(factor) || !Double.isFinite(divisor) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("scale " + factor + ", " + divisor + ", " + offset);
    }
    if (factor == 0 || divisor == 0 || (factor != 1 && divisor != 1)) {
      throw new IllegalArgumentException("factor " + factor + " and divisor " + divisor);
    }
  }

  public static Scale dividing(double divisor) {
    return new Scale(1, divisor, 0);
  }

  /// A factor as a file tells it.
  public static Scale of(double factor, double offset) {
    double whole = Math.rint(1 / factor);
    return Math.abs(whole) > 1 && Math.abs(whole) < 0x1p53 && 1 / whole == factor
        ? new Scale(1, whole, offset)
        : new Scale(factor, 1, offset);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  public double apply(double stored) {
    return stored * factor / divisor + offset;
  }

  /// The stored number, not rounded.
  public double undo(double meant) {
    return isNone() ? meant : (meant - offset) * divisor / factor;
  }
}
