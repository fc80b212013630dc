package org.jumelles.kernel.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;

/// Every way of standing in memory gives the same spectra as one plain look-up each.
class RasterTest {
  @Property(tries = 300)
  void everyOrderGivesTheSameSpectra(
      @ForAll @IntRange(min = 1, max = 9) int lines,
      @ForAll @IntRange(min = 1, max = 600) int samples,
      @ForAll @IntRange(min = 1, max = 40) int bands,
      @ForAll ElementType type,
      @ForAll Interleave interleave,
      @ForAll boolean big,
      @ForAll Random random) {
    Layout layout = layout(lines, samples, bands, type, order(big), interleave);
    byte[] bytes = new byte[(int) layout.bytes()];
    random.nextBytes(bytes);
    Raster raster = new Raster(Bytes.of("memory", bytes), layout);
    int first = random.nextInt(lines * samples);
    int count = random.nextInt(lines * samples - first + 1);
    double[] doubles = new double[count * bands];
    float[] floats = new float[count * bands];
    long[] bits = new long[count * bands];

    raster.read(first, count, doubles);
    raster.read(first, count, floats);
    raster.readBits(first, count, bits);

    for (int p = 0; p < count; p++) {
      for (int b = 0; b < bands; b++) {
        int pixel = first + p;
        long at =
            pixel / samples * layout.lineStride()
                + pixel % samples * layout.sampleStride()
                + b * layout.bandStride();
        Number expected = plain(bytes, (int) at, type, order(big));
        assertThat(doubles[p * bands + b]).isEqualTo(Double.valueOf(expected.doubleValue()));
        assertThat(floats[p * bands + b]).isEqualTo(Float.valueOf((float) expected.doubleValue()));
        assertThat(type.value(bits[p * bands + b]))
            .isEqualTo(Double.valueOf(expected.doubleValue()));
      }
    }
  }

  @Property(tries = 500)
  void bitsOfAValueAreTheValue(@ForAll ElementType type, @ForAll long any) {
    long bits = type.bytes() == 8 ? any : any & ((1L << (8 * type.bytes())) - 1);
    double value = type.value(bits);
    if (type.holds(value) && !Double.isNaN(value)) {
      assertThat(type.value(type.bits(value))).isEqualTo(value);
    }
  }

  @Test
  void aTypeHoldsWhatItCan() {
    assertThat(ElementType.U8.holds(255)).isTrue();
    assertThat(ElementType.U8.holds(256)).isFalse();
    assertThat(ElementType.U8.holds(-1)).isFalse();
    assertThat(ElementType.I16.holds(1.5)).isFalse();
    assertThat(ElementType.I32.holds(Double.NaN)).isFalse();
    assertThat(ElementType.U64.holds(0x1p64)).isFalse();
    assertThat(ElementType.U64.value(-1L)).isEqualTo(0x1p64);
    assertThat(ElementType.F32.holds(0.1)).isFalse();
    assertThat(ElementType.F32.holds(Double.NaN)).isTrue();
  }

  @Test
  void tooFewBytesAreRefusedWithBothFigures() {
    Layout layout = Layout.of(2, 3, 4, ElementType.I16, ByteOrder.BIG_ENDIAN, Interleave.BIL);
    assertThatThrownBy(() -> new Raster(Bytes.of("short", new byte[47]), layout))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("47 bytes")
        .hasMessageContaining("48");
  }

  private static ByteOrder order(boolean big) {
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /// `OTHER` is band, sample, line.
  private static Layout layout(
      int lines, int samples, int bands, ElementType type, ByteOrder order, Interleave interleave) {
    long width = type.bytes();
    return interleave == Interleave.OTHER
        ? new Layout(
            lines, samples, bands, type, order, width, width * lines, width * lines * samples)
        : Layout.of(lines, samples, bands, type, order, interleave);
  }

  private static Number plain(byte[] bytes, int at, ElementType type, ByteOrder order) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    return switch (type) {
      case U8 -> buffer.get(at) & 0xFF;
      case I8 -> buffer.get(at);
      case U16 -> buffer.getShort(at) & 0xFFFF;
      case I16 -> buffer.getShort(at);
      case U32 -> buffer.getInt(at) & 0xFFFF_FFFFL;
      case I32 -> buffer.getInt(at);
      case U64 -> new java.math.BigDecimal(Long.toUnsignedString(buffer.getLong(at)));
      case I64 -> buffer.getLong(at);
      case F32 -> buffer.getFloat(at);
      case F64 -> buffer.getDouble(at);
    };
  }
}
