package org.jumelles.formats.miniseed;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;

/// Reads miniSEED 3 headers; one reader a run, since it remembers the last source and day.
final class Version3 {
  static final int MAX_LENGTH = 10 * 1024 * 1024;
  private static final String CLAUSE = "miniSEED 3, fixed section";

  private final StartTime startTime = new StartTime();
  private final CRC32C crc = new CRC32C();
  private Optional<SourceId> lastSource = Optional.empty();

  static boolean isHeader(Bytes b, long at) {
    return at <= b.size() - Layout3.FIXED_LENGTH
        && b.u8(at, "record indicator") == 'M'
        && b.u8(at + 1, "record indicator") == 'S'
        && b.u8(at + Layout3.VERSION, "format version") == 3
        && b.u8(at + Layout3.HOUR, "hour") <= 23
        && b.u8(at + Layout3.MINUTE, "minute") <= 59
        && b.u8(at + Layout3.SECOND, "second") <= 60;
  }

  Record read(Bytes b, long at) {
    int idLength = b.u8(at + Layout3.ID_LENGTH, "length of identifier");
    int extraLength = b.u16(at + Layout3.EXTRA_LENGTH, LITTLE_ENDIAN, "length of extra headers");
    long dataLength = b.u32(at + Layout3.PAYLOAD_LENGTH, LITTLE_ENDIAN, "length of data payload");
    int offset = Layout3.FIXED_LENGTH + idLength + extraLength;
    long length = offset + dataLength;
    if (length > MAX_LENGTH) {
      throw b.malformed(at, "length of data payload", CLAUSE, length + " bytes, above 10 MiB");
    }
    if (length > b.size() - at) {
      throw b.malformed(
          at, "record", CLAUSE, length + " bytes promised, " + (b.size() - at) + " left");
    }
    checkCrc(b, at, (int) length);
    Header.Payload payload = payload(b, at, offset, (int) dataLength);
    long samples = b.u32(at + Layout3.SAMPLES, LITTLE_ENDIAN, "number of samples");
    if (samples > payload.encoding().capacity(dataLength)) {
      throw b.malformed(
          at + Layout3.SAMPLES,
          "number of samples",
          CLAUSE,
          samples + " cannot stand in " + dataLength + " bytes of " + payload.encoding());
    }
    Moment start = start(b, at);
    double rateHz = rateHz(b, at);
    if (!Header.reaches(start, rateHz, (int) samples)) {
      throw b.malformed(
          at + Layout3.RATE, "sample rate/period", CLAUSE, rateHz + " Hz ends after all calendars");
    }
    Header header =
        new Header(
            3,
            source(b, at, idLength),
            start,
            rateHz,
            (int) samples,
            (int) length,
            LITTLE_ENDIAN,
            payload,
            List.of());
    return new Record(b, at, header);
  }

  private void checkCrc(Bytes b, long at, int length) {
    long told = b.u32(at + Layout3.CRC, LITTLE_ENDIAN, "CRC");
    ByteBuffer record = b.segment().asSlice(at, length).asByteBuffer();
    crc.reset();
    crc.update(record.limit(Layout3.CRC));
    crc.update(ByteBuffer.allocate(4));
    crc.update(record.limit(length).position(Layout3.CRC + 4));
    if (crc.getValue() != told) {
      throw b.malformed(
          at + Layout3.CRC,
          "CRC",
          CLAUSE,
          "%08x, but the record gives %08x".formatted(told, crc.getValue()));
    }
  }

  private static Header.Payload payload(Bytes b, long at, int offset, int length) {
    int code = b.u8(at + Layout3.ENCODING, "encoding");
    Encoding encoding =
        Encoding.ofCode(code)
            .orElseThrow(
                () ->
                    b.malformed(
                        at + Layout3.ENCODING,
                        "encoding",
                        CLAUSE,
                        code + " is not read by this program"));
    return new Header.Payload(
        encoding, offset, length, encoding.isSteim() ? ByteOrder.BIG_ENDIAN : LITTLE_ENDIAN);
  }

  private SourceId source(Bytes b, long at, int length) {
    if (length == 0) {
      throw b.malformed(at + Layout3.ID_LENGTH, "length of identifier", CLAUSE, "0");
    }
    String text =
        b.text(at + Layout3.FIXED_LENGTH, length, StandardCharsets.US_ASCII, "source identifier");
    if (lastSource.isEmpty() || !lastSource.get().text().equals(text)) {
      lastSource = Optional.of(new SourceId(text));
    }
    return lastSource.get();
  }

  private static double rateHz(Bytes b, long at) {
    double told = b.f64(at + Layout3.RATE, LITTLE_ENDIAN, "sample rate/period");
    double rateHz = told < 0 ? -1 / told : told;
    if (Double.isNaN(rateHz) || Double.isInfinite(rateHz)) {
      throw b.malformed(at + Layout3.RATE, "sample rate/period", CLAUSE, "" + told);
    }
    return rateHz;
  }

  private Moment start(Bytes b, long at) {
    int year = b.u16(at + Layout3.YEAR, LITTLE_ENDIAN, "year");
    int day = b.u16(at + Layout3.DAY, LITTLE_ENDIAN, "day of the year");
    long nanos = b.u32(at + Layout3.NANOSECOND, LITTLE_ENDIAN, "nanosecond");
    if (nanos > 999_999_999L) {
      throw b.malformed(at + Layout3.NANOSECOND, "nanosecond", CLAUSE, "" + nanos);
    }
    try {
      return startTime.of(
          year,
          day,
          b.u8(at + Layout3.HOUR, "hour"),
          b.u8(at + Layout3.MINUTE, "minute"),
          b.u8(at + Layout3.SECOND, "second"),
          nanos);
    } catch (IllegalArgumentException e) {
      throw b.malformed(at + Layout3.YEAR, "start", CLAUSE, "year " + year + ", day " + day);
    }
  }
}
