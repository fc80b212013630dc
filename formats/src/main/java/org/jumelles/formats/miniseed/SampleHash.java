package org.jumelles.formats.miniseed;

/// FNV-1a, 64 bits, over samples as little-endian bytes: two programs that decode the same file
/// compare one number.
///
/// The offset basis is 1469598103934665603, one digit short of the published one, because the
/// programs that it is compared with start there; the prime is 1099511628211.
public final class SampleHash {
  private static final long BASIS = 1469598103934665603L;
  private static final long PRIME = 1099511628211L;

  private long hash = BASIS;

  public long value() {
    return hash;
  }

  /// Sixteen hexadecimal digits.
  public String text() {
    return "%016x".formatted(hash);
  }

  public SampleHash add(Samples samples) {
    return switch (samples) {
      case Samples.Ints(int[] values) -> add(values, 0, values.length);
      case Samples.Floats(float[] values) -> add(values, 0, values.length);
      case Samples.Doubles(double[] values) -> add(values, 0, values.length);
      case Samples.Text(byte[] values) -> add(values, 0, values.length);
    };
  }

  public SampleHash add(int[] values, int from, int count) {
    long h = hash;
    for (int i = from; i < from + count; i++) {
      h = fourBytes(h, values[i]);
    }
    hash = h;
    return this;
  }

  public SampleHash add(float[] values, int from, int count) {
    long h = hash;
    for (int i = from; i < from + count; i++) {
      h = fourBytes(h, Float.floatToRawIntBits(values[i]));
    }
    hash = h;
    return this;
  }

  public SampleHash add(double[] values, int from, int count) {
    long h = hash;
    for (int i = from; i < from + count; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      h = fourBytes(fourBytes(h, (int) bits), (int) (bits >>> 32));
    }
    hash = h;
    return this;
  }

  public SampleHash add(byte[] values, int from, int count) {
    long h = hash;
    for (int i = from; i < from + count; i++) {
      h = (h ^ (values[i] & 0xff)) * PRIME;
    }
    hash = h;
    return this;
  }

  private static long fourBytes(long hash, int word) {
    long h = (hash ^ (word & 0xff)) * PRIME;
    h = (h ^ ((word >>> 8) & 0xff)) * PRIME;
    h = (h ^ ((word >>> 16) & 0xff)) * PRIME;
    return (h ^ (word >>> 24)) * PRIME;
  }
}
