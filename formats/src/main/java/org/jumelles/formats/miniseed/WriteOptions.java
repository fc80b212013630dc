package org.jumelles.formats.miniseed;

/// How records are to be written.
///
/// @param version 2 or 3
/// @param encoding any but the historical ones, which are only read
/// @param recordLength bytes a record takes: in version 2 exactly, a power of two from 128 to 8
///     MiB; in version 3 at most, from 256 to 10 MiB
public record WriteOptions(int version, Encoding encoding, int recordLength) {
  private static final int USUAL_2 = 512;
  private static final int USUAL_3 = 4096;

  public WriteOptions {
    boolean good =
        switch (version) {
          case 2 ->
              recordLength >= 128 && recordLength <= 1 << 23 && Integer.bitCount(recordLength) == 1;
          case 3 -> recordLength >= 256 && recordLength <= Version3.MAX_LENGTH;
          default -> throw new IllegalArgumentException("miniSEED " + version + " is not written");
        };
    if (!good) {
      throw new IllegalArgumentException(
          "a record length of " + recordLength + " bytes in miniSEED " + version);
    }
    switch (encoding) {
      case TEXT, INT16, INT32, FLOAT32, FLOAT64, STEIM1, STEIM2 -> {}
      case INT24, GEOSCOPE24, GEOSCOPE16_3, GEOSCOPE16_4, CDSN, SRO, DWWSSN ->
          throw new IllegalArgumentException(encoding + " is read, not written");
    }
  }

  /// Version 2, big-endian, 512 bytes a record, as data centres exchange it.
  public static WriteOptions version2(Encoding encoding) {
    return new WriteOptions(2, encoding, USUAL_2);
  }

  /// Version 3, at most 4096 bytes a record.
  public static WriteOptions version3(Encoding encoding) {
    return new WriteOptions(3, encoding, USUAL_3);
  }
}
