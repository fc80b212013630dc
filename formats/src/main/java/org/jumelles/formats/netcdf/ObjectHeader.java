package org.jumelles.formats.netcdf;

/// An object header of version 2 with its checksum (HDF5 File Format Specification 3.0, IV.A.1.b).
final class ObjectHeader {
  private static final int ATTRIBUTE = 0x0C;
  private static final int ATTRIBUTE_INFO = 0x15;

  private final Little messages = new Little();
  private int attributes;

  ObjectHeader add(int type, byte[] message) {
    messages.u8(type).u16(message.length).u8(0).u16(0).raw(message);
    return this;
  }

  ObjectHeader attribute(byte[] message) {
    messages.u8(ATTRIBUTE).u16(message.length).u8(0).u16(attributes).raw(message);
    attributes++;
    return this;
  }

  /// No further messages come after this one.
  byte[] bytes() {
    add(ATTRIBUTE_INFO, Messages.attributeInfo(attributes));
    Little header = new Little().raw(new byte[] {'O', 'H', 'D', 'R'}).u8(2).u8(0x06);
    return header.u32(messages.size()).raw(messages.array()).summed();
  }
}
