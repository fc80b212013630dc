package org.jumelles.formats.bufr;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;

/// One message: its sections, not yet its data [WMO306, FM 94].
///
/// ```text
/// section 0: 0 "BUFR", 4 u24 total length, 7 u8 edition
/// section 1  edition 3                     edition 4
///  0 u24     length                        length
///  3 u8      master table                  master table
///  4         u8 sub-centre                 u16 centre
///  5         u8 centre                     -
///  6         u8 update sequence            u16 sub-centre
///  7         u8 flags: 128 section 2       -
///  8         u8 category                   u8 update sequence
///  9         u8 local sub-category         u8 flags: 128 section 2
/// 10         u8 master table version       u8 category
/// 11         u8 local table version        u8 international sub-category
/// 12         year of century, month, day,  u8 local sub-category
/// 13         hour, minute                  u8 master table version
/// 14         .                             u8 local table version
/// 15         .                             u16 year, month, day, hour, minute, second
/// section 2: u24 length, u8 zero, what the centre likes; kept as bytes
/// section 3: u24 length, u8 zero, u16 subsets, u8 flags: 128 observed, 64 compressed,
///            then u16 descriptors: 2 bits F, 6 bits X, 8 bits Y
/// section 4: u24 length, u8 zero, data
/// section 5: "7777"
/// ```
///
/// @param number of the message in its source, from one
/// @param localSection section 2, its length included; empty where there is none
/// @param descriptors each as six decimal digits, such as 340001
/// @param data of section 4, without its length
public record BufrMessage(
    int number,
    int edition,
    int centre,
    int subcentre,
    int category,
    int internationalSubcategory,
    int localSubcategory,
    int masterTableVersion,
    int localTableVersion,
    Bytes localSection,
    int subsets,
    boolean observed,
    boolean compressed,
    List<Integer> descriptors,
    Bytes data) {
  static final int INDICATOR_LENGTH = 8;
  static final int END_LENGTH = 4;

  public BufrMessage {
    descriptors = List.copyOf(descriptors);
  }

  /// @param whole from `BUFR` to `7777`
  static BufrMessage read(int number, Bytes whole) {
    int edition = whole.u8(7, "edition");
    if (edition != 3 && edition != 4) {
      throw whole.malformed(
          7, "message " + number + ", edition", "3 or 4", Integer.toString(edition));
    }
    Sections sections = new Sections(number, whole);
    Bytes first = sections.next(1, edition == 3 ? 17 : 22);
    int flags = first.u8(edition == 3 ? 7 : 9, "section 1, flags");
    Bytes second = (flags & 0x80) == 0 ? whole.slice(0, 0, "section 2") : sections.next(2, 4);
    Bytes third = sections.next(3, 7);
    Bytes fourth = sections.next(4, 4);
    sections.end();
    int subsets = third.u16(4, ByteOrder.BIG_ENDIAN, "section 3, subsets");
    if (subsets == 0) {
      throw third.malformed(4, "message " + number + ", number of subsets", "at least one", "0");
    }
    int kind = third.u8(6, "section 3, flags");
    boolean old = edition == 3;
    return new BufrMessage(
        number,
        edition,
        old ? first.u8(5, "centre") : first.u16(4, ByteOrder.BIG_ENDIAN, "centre"),
        old ? first.u8(4, "sub-centre") : first.u16(6, ByteOrder.BIG_ENDIAN, "sub-centre"),
        first.u8(old ? 8 : 10, "category"),
        old ? 255 : first.u8(11, "international sub-category"),
        first.u8(old ? 9 : 12, "local sub-category"),
        first.u8(old ? 10 : 13, "master table version"),
        first.u8(old ? 11 : 14, "local table version"),
        second,
        subsets,
        (kind & 0x80) != 0,
        (kind & 0x40) != 0,
        descriptors(third),
        fourth.slice(4, fourth.size() - 4, "section 4"));
  }

  private static List<Integer> descriptors(Bytes section) {
    List<Integer> descriptors = new ArrayList<>();
    for (long at = 7; at + 2 <= section.size(); at += 2) {
      int word = section.u16(at, ByteOrder.BIG_ENDIAN, "descriptor");
      descriptors.add((word >> 14) * 100_000 + (word >> 8 & 63) * 1000 + (word & 255));
    }
    return descriptors;
  }
}
