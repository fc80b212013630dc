package org.jumelles.kernel.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesTest {
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  /// Each way to read, with the number of bytes that it wants.
  private record Reader(String name, int width, BiConsumer<Bytes, Long> read) {}

  private static final List<Reader> READERS =
      List.of(
          new Reader("u8", 1, (b, at) -> b.u8(at, "field")),
          new Reader("u16", 2, (b, at) -> b.u16(at, BIG, "field")),
          new Reader("i16", 2, (b, at) -> b.i16(at, LITTLE, "field")),
          new Reader("i32", 4, (b, at) -> b.i32(at, BIG, "field")),
          new Reader("u32", 4, (b, at) -> b.u32(at, LITTLE, "field")),
          new Reader("i64", 8, (b, at) -> b.i64(at, BIG, "field")),
          new Reader("f32", 4, (b, at) -> b.f32(at, BIG, "field")),
          new Reader("f64", 8, (b, at) -> b.f64(at, LITTLE, "field")),
          new Reader("array", 3, (b, at) -> b.array(at, 3, "field")),
          new Reader("ascii", 5, (b, at) -> b.ascii(at, 5, "field")),
          new Reader("slice", 6, (b, at) -> b.slice(at, 6, "field")));

  @Property
  void readsWhatAByteBufferReads(@ForAll @Size(min = 8, max = 40) byte[] content) {
    Bytes bytes = Bytes.of("memory", content);
    for (ByteOrder order : new ByteOrder[] {BIG, LITTLE}) {
      ByteBuffer buffer = ByteBuffer.wrap(content).order(order);
      for (int at = 0; at + 8 <= content.length; at++) {
        assertThat(bytes.u8(at, "f")).isEqualTo(buffer.get(at) & 0xff);
        assertThat(bytes.i16(at, order, "f")).isEqualTo(buffer.getShort(at));
        assertThat(bytes.u16(at, order, "f")).isEqualTo(buffer.getShort(at) & 0xffff);
        assertThat(bytes.i32(at, order, "f")).isEqualTo(buffer.getInt(at));
        assertThat(bytes.u32(at, order, "f")).isEqualTo(buffer.getInt(at) & 0xffff_ffffL);
        assertThat(bytes.i64(at, order, "f")).isEqualTo(buffer.getLong(at));
        assertThat(Float.floatToIntBits(bytes.f32(at, order, "f")))
            .isEqualTo(Float.floatToIntBits(buffer.getFloat(at)));
        assertThat(Double.doubleToLongBits(bytes.f64(at, order, "f")))
            .isEqualTo(Double.doubleToLongBits(buffer.getDouble(at)));
      }
    }
    assertThat(bytes.array(0, content.length, "f")).isEqualTo(content);
  }

  @Test
  void complainsOfEveryReadPastTheEndAndOfNothingElse() {
    for (Reader reader : READERS) {
      for (int size = 0; size <= 10; size++) {
        Bytes bytes = Bytes.of("short", new byte[size]);
        for (long at : offsets(size)) {
          boolean fits = at >= 0 && at <= size - reader.width();
          if (fits) {
            reader.read().accept(bytes, at);
          } else {
            assertThatExceptionOfType(MalformedDataException.class)
                .as("%s at %d of %d", reader.name(), at, size)
                .isThrownBy(() -> reader.read().accept(bytes, at))
                .withMessageContaining("short, byte ")
                .withMessageContaining(": field: ");
          }
        }
      }
    }
  }

  private static long[] offsets(int size) {
    long[] hostile = {Long.MIN_VALUE, Integer.MIN_VALUE, -1, Integer.MAX_VALUE, Long.MAX_VALUE};
    long[] offsets = java.util.Arrays.copyOf(hostile, hostile.length + size + 2);
    for (int i = 0; i < size + 2; i++) {
      offsets[hostile.length + i] = i;
    }
    return offsets;
  }

  @Test
  void refusesHostileLengthsBeforeItAllocates() {
    Bytes bytes = Bytes.of("memory", new byte[16]);
    for (long length : new long[] {-1, Long.MIN_VALUE, 17, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      for (long at : new long[] {0, 1, 16, Long.MAX_VALUE}) {
        assertThatThrownBy(() -> bytes.array(at, length, "f"))
            .isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> bytes.ascii(at, length, "f"))
            .isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> bytes.slice(at, length, "f"))
            .isInstanceOf(MalformedDataException.class);
      }
    }
    assertThat(bytes.array(16, 0, "f")).isEmpty();
    assertThat(bytes.slice(16, 0, "f").size()).isZero();
  }

  @Test
  void tellsPlacesRelativeToTheSource() {
    Bytes whole = Bytes.of("whole", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    Bytes inner = whole.slice(2, 6, "block").slice(3, 2, "part");
    assertThat(inner.origin()).isEqualTo(5);
    assertThat(inner.u8(0, "f")).isEqualTo(5);
    assertThat(inner.source()).isEqualTo("whole");
    MalformedDataException complaint =
        catchThrowableOfType(MalformedDataException.class, () -> inner.i32(1, BIG, "sample count"));
    assertThat(complaint.defect().place()).isEqualTo(new Place.Offset(6));
    assertThat(complaint.defect().field()).isEqualTo("sample count");
    assertThat(complaint.defect().found()).isEqualTo("4 bytes wanted, 1 left");
    assertThat(inner.malformed(1, "f", "clause", "found").defect().place())
        .isEqualTo(new Place.Offset(6));
    assertThat(Bytes.of("tail", 100, MemorySegment.ofArray(new byte[4])).origin()).isEqualTo(100);
  }

  @Test
  void isReadOnlyAndNotACopy() {
    byte[] content = {1, 2, 3};
    Bytes bytes = Bytes.of("memory", content);
    assertThatThrownBy(() -> bytes.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 9))
        .isInstanceOfAny(IllegalArgumentException.class, UnsupportedOperationException.class);
    content[1] = 42;
    assertThat(bytes.u8(1, "f")).isEqualTo(42);
    bytes.array(0, 3, "f")[0] = 7;
    assertThat(content[0]).isEqualTo((byte) 1);
  }

  @Test
  void readsText() {
    Bytes bytes = Bytes.of("memory", "XB ELYSE Böse".getBytes(StandardCharsets.UTF_8));
    assertThat(bytes.ascii(3, 5, "station")).isEqualTo("ELYSE");
    assertThat(bytes.text(9, 5, StandardCharsets.UTF_8, "name")).isEqualTo("Böse");
  }

  @Test
  void mapsFilesEmptyOnesToo(@TempDir Path folder) throws IOException {
    Path full = Files.write(folder.resolve("full"), new byte[] {1, 2, 3, 4});
    Path empty = Files.createFile(folder.resolve("empty"));
    try (Arena arena = Arena.ofConfined()) {
      assertThat(Bytes.map(full, arena).i32(0, BIG, "f")).isEqualTo(0x01020304);
      assertThat(Bytes.map(full, arena).source()).isEqualTo(full.toString());
      assertThat(Bytes.map(empty, arena).size()).isZero();
      assertThatThrownBy(() -> Bytes.map(folder.resolve("none"), arena))
          .isInstanceOf(NoSuchFileException.class);
    }
  }
}
