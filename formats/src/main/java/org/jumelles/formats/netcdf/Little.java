package org.jumelles.formats.netcdf;

import java.io.ByteArrayOutputStream;

/// Little-endian bytes that grow.
final class Little {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Little u8(int value) {
    bytes.write(value);
    return this;
  }

  Little u16(int value) {
    return u8(value).u8(value >> 8);
  }

  Little u32(long value) {
    return u16((int) value).u16((int) (value >> 16));
  }

  Little u64(long value) {
    return u32(value).u32(value >> 32);
  }

  Little raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Little zeros(int count) {
    return raw(new byte[count]);
  }

  int size() {
    return bytes.size();
  }

  byte[] array() {
    return bytes.toByteArray();
  }

  /// All of it, and the checksum of it.
  byte[] summed() {
    byte[] all = array();
    return u32(Lookup3.of(all, 0, all.length)).array();
  }
}
