package org.jumelles.formats.bufr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a BUFR message from flat lists of elements, bit by bit; knows nothing of templates.
final class PlainEncoder {
  private final StringBuilder bits = new StringBuilder();

  /// One element of all subsets: the bits as they go in, without the reference.
  record Cell(int width, boolean text, List<Long> subsets) {}

  static byte[] message(
      int edition, boolean compressed, int subsets, List<Integer> descriptors, List<Cell> cells) {
    PlainEncoder encoder = new PlainEncoder();
    if (compressed) {
      cells.forEach(cell -> encoder.compressed(cell, subsets));
    } else {
      for (int subset = 0; subset < subsets; subset++) {
        for (Cell cell : cells) {
          encoder.put(cell.subsets().get(subset), cell.width());
        }
      }
    }
    return encoder.whole(edition, compressed, subsets, descriptors);
  }

  private void compressed(Cell cell, int subsets) {
    long missing = -1L >>> (64 - cell.width());
    long least = missing;
    long greatest = 0;
    for (long value : cell.subsets()) {
      if (value != missing) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    boolean same = cell.subsets().stream().distinct().count() == 1;
    put(same ? cell.subsets().getFirst() : least, cell.width());
    int width = same ? 0 : 64 - Long.numberOfLeadingZeros(greatest - least + 1);
    put(width, 6);
    for (int i = 0; i < subsets && !same; i++) {
      long value = cell.subsets().get(i);
      put(value == missing ? -1L >>> (64 - width) : value - least, width);
    }
  }

  private void put(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bits.append((value >>> i & 1) == 1 ? '1' : '0');
    }
  }

  private byte[] whole(int edition, boolean compressed, int subsets, List<Integer> descriptors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int first = edition == 3 ? 18 : 22;
    int third = 7 + 2 * descriptors.size();
    int fourth = 4 + (bits.length() + 7) / 8;
    out.writeBytes("BUFR".getBytes(StandardCharsets.US_ASCII));
    u(out, 8 + first + third + fourth + 4, 3);
    u(out, edition, 1);
    u(out, first, 3);
    u(out, 0, first - 3);
    u(out, third, 3);
    u(out, 0, 1);
    u(out, subsets, 2);
    u(out, compressed ? 0xC0 : 0x80, 1);
    for (int descriptor : descriptors) {
      int f = descriptor / 100_000;
      u(out, f << 14 | descriptor / 1000 % 100 << 8 | descriptor % 1000, 2);
    }
    u(out, fourth, 3);
    u(out, 0, 1);
    while (bits.length() % 8 != 0) {
      bits.append('0');
    }
    for (int i = 0; i < bits.length(); i += 8) {
      out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
    }
    out.writeBytes("7777".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void u(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(i >= 8 ? 0 : (int) (value >>> 8 * i));
    }
  }

  static List<Long> of(long... values) {
    List<Long> list = new ArrayList<>();
    for (long value : values) {
      list.add(value);
    }
    return list;
  }
}
