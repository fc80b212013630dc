package org.jumelles.formats.eps;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Fills one record field by field; what is not set is zero. The same writer may be used again.
public final class RecordWriter {

  private final RecordHeader kind;
  private final RecordLayout.Placed placed;
  private final byte[] record;
  private final ByteBuffer buffer;

  private RecordWriter(RecordHeader kind, RecordLayout.Placed placed) {
    this.kind = kind;
    this.placed = placed;
    this.record = new byte[(int) placed.size()];
    this.buffer = ByteBuffer.wrap(record);
  }

  /// A record of a layout whose sizes are all fixed.
  ///
  /// @throws IllegalArgumentException where no such layout is known here
  public static RecordWriter of(int recordClass, int group, int subclass, int version) {
    return of(recordClass, group, subclass, version, Map.of());
  }

  /// @param sizes those that the layout leaves to the product, by name
  /// @throws IllegalArgumentException where no such layout is known here
  public static RecordWriter of(
      int recordClass, int group, int subclass, int version, Map<String, Integer> sizes) {
    ShortCdsTime none = new ShortCdsTime(0, 0);
    RecordHeader kind = new RecordHeader(recordClass, group, subclass, version, 0, none, none);
    Optional<RecordLayout> layout = RecordLayout.of(kind);
    if (layout.isEmpty()) {
      throw new IllegalArgumentException("no layout of " + kind.name() + " is known here");
    }
    return new RecordWriter(kind, layout.get().place(sizes));
  }

  /// @param raw the integer as it stands in the field; of a field with a scale byte, scale zero
  public RecordWriter set(String field, int index, long raw) {
    Values.Spot spot = spot(field);
    int at = at(spot, index);
    int width = spot.field().type().width();
    switch (spot.field().type().kind()) {
      case SCALED_SIGNED, SCALED_UNSIGNED -> {
        record[at] = 0;
        put(at + 1, width - 1, raw);
      }
      case UNSIGNED, SIGNED, FLOAT, TIME, BITS -> put(at, width, raw);
    }
    return this;
  }

  /// A value in the field's unit, rounded to what the field holds; of a field with a scale byte,
  /// with all the digits that it can hold.
  ///
  /// @throws IllegalArgumentException where the field is neither a number nor wide enough
  public RecordWriter setValue(String field, int index, double value) {
    Values.Spot spot = spot(field);
    int at = at(spot, index);
    int width = spot.field().type().width();
    switch (spot.field().type().kind()) {
      case FLOAT -> buffer.putFloat(at, (float) value);
      case UNSIGNED, SIGNED -> {
        long raw = Math.round(value * Math.pow(10, spot.field().decimals()));
        set(field, index, raw);
      }
      case SCALED_SIGNED, SCALED_UNSIGNED -> {
        double greatest = width == 5 ? Integer.MAX_VALUE : 65_535;
        int decimals = decimals(Math.abs(value), greatest);
        record[at] = (byte) decimals;
        put(at + 1, width - 1, Math.round(value * Math.pow(10, decimals)));
      }
      case TIME, BITS -> throw new IllegalArgumentException(field + " is no number");
    }
    return this;
  }

  public RecordWriter setTime(String field, int index, ShortCdsTime time) {
    int at = at(spot(field), index);
    buffer.putShort(at, (short) time.day()).putInt(at + 2, (int) time.milliseconds());
    return this;
  }

  /// Many elements of two bytes at once.
  ///
  /// @param index of the first element of the field
  public RecordWriter setShorts(String field, int index, short[] values, int from, int count) {
    Values.Spot spot = spot(field);
    Objects.checkFromIndexSize(index, count, spot.count());
    buffer.slice(at(spot, index), count * Short.BYTES).asShortBuffer().put(values, from, count);
    return this;
  }

  /// The record as it is now; the next change changes these bytes.
  public byte[] record(ShortCdsTime start, ShortCdsTime stop) {
    new RecordHeader(
            kind.recordClass(),
            kind.instrumentGroup(),
            kind.subclass(),
            kind.version(),
            record.length,
            start,
            stop)
        .write(record, 0);
    return record;
  }

  private static int decimals(double magnitude, double greatest) {
    if (magnitude == 0) {
      return 0;
    }
    int decimals = (int) Math.floor(Math.log10(greatest / magnitude));
    return Math.max(-128, Math.min(127, decimals));
  }

  private Values.Spot spot(String field) {
    Values.Spot spot = placed.spots().get(field);
    if (spot == null) {
      throw new IllegalArgumentException(kind.name() + " has no field " + field);
    }
    return spot;
  }

  private static int at(Values.Spot spot, int index) {
    Objects.checkIndex(index, spot.count());
    return (int) spot.at() + index * spot.field().type().width();
  }

  private void put(int at, int width, long value) {
    for (int i = 0; i < width; i++) {
      int shift = 8 * (width - 1 - i);
      record[at + i] = shift >= Long.SIZE ? 0 : (byte) (value >> shift);
    }
  }
}
