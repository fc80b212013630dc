package org.jumelles.formats.miniseed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Samples into the payload of one record, as many as it holds.
final class PayloadWriter {
  private static final int FRAME_BYTES = 64;

  private final Samples samples;
  private final Encoding encoding;

  /// @throws IllegalArgumentException where the encoding cannot hold the samples
  PayloadWriter(Samples samples, Encoding encoding) {
    if (samples.kind() != encoding.kind()) {
      throw new IllegalArgumentException(encoding + " does not hold " + samples.kind());
    }
    this.samples = samples;
    this.encoding = encoding;
    if (samples instanceof Samples.Ints(int[] values)) {
      checkInts(values);
    }
  }

  /// Room that the encoding can use of so many bytes.
  int usableBytes(int bytes) {
    return encoding.isSteim() ? bytes / FRAME_BYTES * FRAME_BYTES : bytes;
  }

  /// Fills the buffer from its position on; what is left of it stays as it is.
  ///
  /// @param most samples to take
  /// @return how many samples were written
  int write(int from, int most, ByteBuffer into) {
    if (encoding.isSteim() && samples instanceof Samples.Ints(int[] values)) {
      return frames(values, from, most, into);
    }
    int room = into.remaining() / encoding.sampleBytes();
    int count = Math.min(Math.min(room, most), samples.count() - from);
    for (int i = from; i < from + count; i++) {
      put(i, into);
    }
    return count;
  }

  private void put(int i, ByteBuffer into) {
    switch (samples) {
      case Samples.Ints(int[] values) -> {
        if (encoding == Encoding.INT16) {
          into.putShort((short) values[i]);
        } else {
          into.putInt(values[i]);
        }
      }
      case Samples.Floats(float[] values) -> into.putFloat(values[i]);
      case Samples.Doubles(double[] values) -> into.putDouble(values[i]);
      case Samples.Text(byte[] values) -> into.put(values[i]);
    }
  }

  private int frames(int[] values, int from, int most, ByteBuffer into) {
    int[] words = new int[into.remaining() / FRAME_BYTES * Steim.FRAME_WORDS];
    int end = from + Math.min(most, values.length - from);
    int count = SteimEncoder.encode(values, from, end, encoding, words);
    int used = words.length;
    while (used > Steim.FRAME_WORDS && words[used - Steim.FRAME_WORDS] == 0) {
      used -= Steim.FRAME_WORDS;
    }
    ByteOrder order = into.order();
    into.order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < used; i++) {
      into.putInt(words[i]);
    }
    into.order(order);
    return count;
  }

  private void checkInts(int[] values) {
    if (encoding.isSteim()) {
      SteimEncoder.check(values, encoding);
    } else if (encoding == Encoding.INT16) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] != (short) values[i]) {
          throw new IllegalArgumentException(
              "sample " + i + " is " + values[i] + ", too large for INT16: write STEIM2 or INT32");
        }
      }
    }
  }
}
