package org.jumelles.formats.netcdf;

/// The checksum of HDF5's metadata: Bob Jenkins's public-domain hash `lookup3`, little-endian form,
/// with a start value of zero (HDF5 File Format Specification 3.0, "Checksum").
final class Lookup3 {
  private static final int START = 0xDEADBEEF;

  private Lookup3() {}

  static int of(byte[] key, int from, int length) {
    int a = START + length;
    int b = a;
    int c = a;
    int at = from;
    int left = length;
    while (left > 12) {
      a += word(key, at, 4);
      b += word(key, at + 4, 4);
      c += word(key, at + 8, 4);
      a = (a - c) ^ Integer.rotateLeft(c, 4);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 6);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 8);
      b += a;
      a = (a - c) ^ Integer.rotateLeft(c, 16);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 19);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 4);
      b += a;
      at += 12;
      left -= 12;
    }
    if (left == 0) {
      return c;
    }
    a += word(key, at, Math.min(4, left));
    b += word(key, at + 4, Math.clamp(left - 4L, 0, 4));
    c += word(key, at + 8, Math.clamp(left - 8L, 0, 4));
    return end(a, b, c);
  }

  private static int end(int a, int b, int c) {
    int x = a;
    int y = b;
    int z = (c ^ b) - Integer.rotateLeft(b, 14);
    x = (x ^ z) - Integer.rotateLeft(z, 11);
    y = (y ^ x) - Integer.rotateLeft(x, 25);
    z = (z ^ y) - Integer.rotateLeft(y, 16);
    x = (x ^ z) - Integer.rotateLeft(z, 4);
    y = (y ^ x) - Integer.rotateLeft(x, 14);
    return (z ^ y) - Integer.rotateLeft(y, 24);
  }

  private static int word(byte[] key, int at, int bytes) {
    int word = 0;
    for (int i = 0; i < bytes; i++) {
      word |= (key[at + i] & 0xFF) << (8 * i);
    }
    return word;
  }
}
