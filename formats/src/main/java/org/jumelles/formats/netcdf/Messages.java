package org.jumelles.formats.netcdf;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The messages of an object header, HDF5 File Format Specification 3.0 section IV.A.2.
///
/// | type | message | version written |
/// |---|---|---|
/// | 0x01 | dataspace | 2 |
/// | 0x02 | link info | 0, compact, creation order tracked |
/// | 0x03 | datatype | 1 |
/// | 0x05 | fill value | 3 |
/// | 0x06 | link | 1, hard |
/// | 0x08 | data layout | 3, chunked |
/// | 0x0A | group info | 0 |
/// | 0x0B | filter pipeline | 2: shuffle (2), deflate (1) |
/// | 0x0C | attribute | 3 |
/// | 0x15 | attribute info | 0, compact, creation order tracked |
final class Messages {
  static final long UNDEFINED = -1L;
  /// Space as chunks come, the fill value where it was set; zero where it was not.
  static final int MODES = 3 | 2 << 2;

  private Messages() {}

  static byte[] dataspace(List<Long> lengths) {
    Little space = new Little().u8(2).u8(lengths.size()).u8(0).u8(lengths.isEmpty() ? 0 : 1);
    lengths.forEach(space::u64);
    return space.array();
  }

  static byte[] datatype(Type type) {
    int bits = 8 * type.bytes();
    if (!type.isFloating()) {
      return new Little()
          .u8(0x10)
          .u8(type.isSigned() ? 8 : 0)
          .u16(0)
          .u32(type.bytes())
          .u16(0)
          .u16(bits)
          .array();
    }
    int mantissa = type == Type.FLOAT ? 23 : 52;
    int exponent = bits - 1 - mantissa;
    Little number = new Little().u8(0x11).u8(0x20).u8(bits - 1).u8(0).u32(type.bytes());
    number.u16(0).u16(bits).u8(mantissa).u8(exponent).u8(0).u8(mantissa);
    return number.u32((1L << (exponent - 1)) - 1).array();
  }

  private static byte[] text(int length, boolean ascii) {
    return new Little().u8(0x13).u8(ascii ? 0 : 0x10).u16(0).u32(length).array();
  }

  /// A sequence of references to objects.
  private static byte[] references() {
    byte[] reference = new Little().u8(0x17).u8(0).u16(0).u32(8).array();
    return new Little().u8(0x19).u8(0).u16(0).u32(16).raw(reference).array();
  }

  static byte[] value(Type type, double number) {
    Little value = new Little();
    return switch (type) {
      case BYTE, UBYTE -> value.u8((int) number).array();
      case SHORT -> value.u16((int) number).array();
      case INT -> value.u32((long) number).array();
      case FLOAT -> value.u32(Float.floatToIntBits((float) number)).array();
      case DOUBLE -> value.u64(Double.doubleToLongBits(number)).array();
    };
  }

  static byte[] fill(Variable variable) {
    Little fill = new Little().u8(3);
    if (variable.fill().isEmpty()) {
      return fill.u8(MODES).array();
    }
    byte[] value = value(variable.type(), variable.fill().getAsDouble());
    return fill.u8(MODES | 0x20).u32(value.length).raw(value).array();
  }

  static byte[] layout(List<Long> chunk, int elementBytes, long tree) {
    Little layout = new Little().u8(3).u8(2).u8(chunk.size() + 1).u64(tree);
    chunk.forEach(layout::u32);
    return layout.u32(elementBytes).array();
  }

  static byte[] filters(int elementBytes, int level) {
    Little pipeline = new Little().u8(2).u8(2);
    pipeline.u16(2).u16(0).u16(1).u32(elementBytes);
    return pipeline.u16(1).u16(0).u16(1).u32(level).array();
  }

  static byte[] linkInfo(int links) {
    return new Little().u8(0).u8(1).u64(links).u64(UNDEFINED).u64(UNDEFINED).array();
  }

  static byte[] groupInfo() {
    return new byte[] {0, 0};
  }

  static byte[] link(int order, String name, long address) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    Little link = new Little().u8(1).u8(0x14 | 1).u64(order).u8(1);
    return link.u16(utf8.length).raw(utf8).u64(address).array();
  }

  static byte[] attributeInfo(int attributes) {
    return new Little().u8(0).u8(1).u16(attributes).u64(UNDEFINED).u64(UNDEFINED).array();
  }

  static byte[] attribute(Attribute attribute) {
    return switch (attribute.value()) {
      case Attribute.Text(String text) -> {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean ascii = utf8.length == text.length();
        byte[] padded = new Little().raw(utf8).u8(0).array();
        yield attribute(attribute.name(), text(padded.length, ascii), dataspace(List.of()), padded);
      }
      case Attribute.Numbers(Type type, List<Double> values) -> {
        Little raw = new Little();
        values.forEach(value -> raw.raw(value(type, value)));
        byte[] space = dataspace(List.of((long) values.size()));
        yield attribute(attribute.name(), datatype(type), space, raw.array());
      }
    };
  }

  /// A single whole number without a dimension, as NetCDF-4 keeps its own notes.
  static byte[] scalar(String name, int value) {
    return attribute(name, datatype(Type.INT), dataspace(List.of()), value(Type.INT, value));
  }

  /// For each dimension a sequence of one reference, kept in a global heap.
  static byte[] dimensionList(long heap, List<Integer> objects) {
    Little raw = new Little();
    objects.forEach(object -> raw.u32(1).u64(heap).u32(object));
    byte[] space = dataspace(List.of((long) objects.size()));
    return attribute("DIMENSION_LIST", references(), space, raw.array());
  }

  private static byte[] attribute(String name, byte[] type, byte[] space, byte[] data) {
    byte[] utf8 = new Little().raw(name.getBytes(StandardCharsets.UTF_8)).u8(0).array();
    Little attribute = new Little().u8(3).u8(0);
    attribute.u16(utf8.length).u16(type.length).u16(space.length).u8(0);
    byte[] whole = attribute.raw(utf8).raw(type).raw(space).raw(data).array();
    if (whole.length > 0xFFFF) {
      throw new IllegalArgumentException("attribute " + name + " of more than 64 KiB");
    }
    return whole;
  }
}
