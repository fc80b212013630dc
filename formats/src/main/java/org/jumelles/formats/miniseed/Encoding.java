package org.jumelles.formats.miniseed;

import java.util.Optional;

/// How samples are written, by the codes of SEED 2.4 (blockette 1000, field 3) and miniSEED 3.
///
/// GEOSCOPE, CDSN, SRO and DWWSSN are read only, from SEED 2.4, appendix and chapter 8.
public enum Encoding {
  TEXT(0, Kind.TEXT, 1),
  INT16(1, Kind.INTS, 2),
  INT24(2, Kind.INTS, 3),
  INT32(3, Kind.INTS, 4),
  FLOAT32(4, Kind.FLOATS, 4),
  FLOAT64(5, Kind.DOUBLES, 8),
  STEIM1(10, Kind.INTS, 0),
  STEIM2(11, Kind.INTS, 0),
  GEOSCOPE24(12, Kind.FLOATS, 3),
  GEOSCOPE16_3(13, Kind.FLOATS, 2),
  GEOSCOPE16_4(14, Kind.FLOATS, 2),
  CDSN(16, Kind.INTS, 2),
  SRO(30, Kind.INTS, 2),
  DWWSSN(32, Kind.INTS, 2);

  /// What the samples become in memory.
  public enum Kind {
    INTS,
    FLOATS,
    DOUBLES,
    TEXT
  }

  private static final Encoding[] BY_CODE = new Encoding[256];

  static {
    for (Encoding encoding : values()) {
      BY_CODE[encoding.code] = encoding;
    }
  }

  private final int code;
  private final Kind kind;
  private final int sampleBytes;

  Encoding(int code, Kind kind, int sampleBytes) {
    this.code = code;
    this.kind = kind;
    this.sampleBytes = sampleBytes;
  }

  public static Optional<Encoding> ofCode(int code) {
    return code < 0 || code > 255 ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
  }

  public int code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  /// Bytes a sample takes in the file; 0 where the encoding compresses.
  public int sampleBytes() {
    return sampleBytes;
  }

  boolean isSteim() {
    return this == STEIM1 || this == STEIM2;
  }

  /// The most samples that so many bytes can hold.
  long capacity(long payloadBytes) {
    return switch (this) {
      case STEIM1 -> Math.max(0, payloadBytes / 64 * 60 - 8);
      case STEIM2 -> Math.max(0, payloadBytes / 64 * 105 - 14);
      default -> payloadBytes / sampleBytes;
    };
  }
}
