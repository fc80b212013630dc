package org.jumelles.formats.eps;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;

/// The elements of one field of one record, as they stand in the bytes and as scaled values.
///
/// Elements are counted from zero, the last dimension running fastest.
public final class Values {
  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private final Bytes record;
  private final Spot spot;

  Values(Bytes record, Spot spot) {
    this.record = record;
    this.spot = spot;
  }

  /// Where a field stands in a record.
  @SuppressWarnings("ArrayRecordComponent") // made once, read by Values alone
  record Spot(Field field, long at, int count, int[] shape) {}

  public String name() {
    return spot.field.name();
  }

  /// Of [#value], in the standard's writing; `-` where it has none.
  public String unit() {
    return spot.field.unit();
  }

  public int count() {
    return spot.count;
  }

  /// Extents, outermost first; empty for a single element.
  public int[] shape() {
    return spot.shape.clone();
  }

  /// Bytes from the record's start to the first element.
  public long offset() {
    return spot.at;
  }

  /// The field's bytes.
  public Bytes bytes() {
    return record.slice(spot.at, (long) spot.count * spot.field.type().width(), name());
  }

  /// The integer that stands there; of a field with a scale byte the integer after it, of floats
  /// and bits their bit pattern (at most eight bytes: the last ones).
  public long raw(int index) {
    long at = at(index);
    int width = spot.field.type().width();
    return switch (spot.field.type().kind()) {
      case UNSIGNED, FLOAT -> unsigned(at, width);
      case SIGNED -> signed(at, width);
      case SCALED_SIGNED -> signed(at + 1, width - 1);
      case SCALED_UNSIGNED -> unsigned(at + 1, width - 1);
      case TIME, BITS -> unsigned(at + Math.max(0, width - 8), Math.min(8, width));
    };
  }

  /// By which power of ten the integer is divided to give the value.
  public int decimals(int index) {
    return switch (spot.field.type().kind()) {
      case SCALED_SIGNED, SCALED_UNSIGNED -> (byte) record.u8(at(index), name());
      case UNSIGNED, SIGNED, FLOAT, TIME, BITS -> spot.field.decimals();
    };
  }

  /// The value in [#unit]; NaN for times and bits.
  public double value(int index) {
    return switch (spot.field.type().kind()) {
      case TIME, BITS -> Double.NaN;
      case FLOAT -> record.f32(at(index), ByteOrder.BIG_ENDIAN, name());
      case UNSIGNED, SIGNED, SCALED_SIGNED, SCALED_UNSIGNED -> scaled(raw(index), decimals(index));
    };
  }

  /// @throws IllegalArgumentException where the field is no time
  public ShortCdsTime time(int index) {
    if (spot.field.type().kind() != FieldType.Kind.TIME) {
      throw new IllegalArgumentException(name() + " is no time");
    }
    return RecordHeader.time(record, at(index), name());
  }

  /// The field's number where it is one small count, such as that of levels or of pixels.
  Optional<Integer> size() {
    return spot.shape.length == 0
            && spot.field.type().kind() == FieldType.Kind.UNSIGNED
            && spot.field.type().width() <= 2
        ? Optional.of((int) raw(0))
        : Optional.empty();
  }

  private static double scaled(long integer, int decimals) {
    if (decimals >= 0 && decimals < POWERS.length) {
      return integer / POWERS[decimals];
    }
    return decimals < 0 && decimals > -POWERS.length
        ? integer * POWERS[-decimals]
        : integer * Math.pow(10, -decimals);
  }

  private long at(int index) {
    Objects.checkIndex(index, spot.count);
    return spot.at + (long) index * spot.field.type().width();
  }

  private long signed(long at, int width) {
    int unused = 64 - 8 * width;
    return unsigned(at, width) << unused >> unused;
  }

  private long unsigned(long at, int width) {
    return switch (width) {
      case 1 -> record.u8(at, name());
      case 2 -> record.u16(at, ByteOrder.BIG_ENDIAN, name());
      case 4 -> record.u32(at, ByteOrder.BIG_ENDIAN, name());
      case 8 -> record.i64(at, ByteOrder.BIG_ENDIAN, name());
      default -> {
        long value = 0;
        for (int i = 0; i < width; i++) {
          value = value << 8 | record.u8(at + i, name());
        }
        yield value;
      }
    };
  }
}
