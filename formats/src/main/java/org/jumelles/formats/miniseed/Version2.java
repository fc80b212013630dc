package org.jumelles.formats.miniseed;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;

/// Reads miniSEED 2 headers; one reader a run, since it remembers the last source and day.
final class Version2 {
  static final int MIN_LENGTH = 64;
  static final int MAX_LENGTH = 10 * 1024 * 1024;

  /// How far the next header is looked for where no blockette 1000 tells the length.
  static final int MAX_SEARCHED = 1 << 17;

  private static final int MIN_EXPONENT = 6;
  private static final int MAX_EXPONENT = 23;
  private static final String FIXED = "SEED 2.4, fixed section of data header";
  private static final String B1000 = "SEED 2.4, blockette 1000";

  private final StartTime startTime = new StartTime();
  private Optional<SourceId> lastSource = Optional.empty();
  private long lastStation;
  private int lastChannel;

  /// What the blockettes change.
  private static final class Extras {
    private int encoding = Encoding.STEIM1.code();
    private int exponent = -1;
    private ByteOrder order;
    private double rateHz = -1;
    private int microseconds;
    private int end;
    private List<Defect> defects = List.of();

    Extras(ByteOrder order) {
      this.order = order;
    }

    void add(Defect defect) {
      List<Defect> more = new ArrayList<>(defects);
      more.add(defect);
      defects = List.copyOf(more);
    }
  }

  /// Whether a data header stands there: sequence number, quality, and time of day look right.
  static boolean isHeader(Bytes b, long at) {
    if (at > b.size() - Layout2.FIXED_LENGTH) {
      return false;
    }
    long head = b.i64(at, ByteOrder.BIG_ENDIAN, "sequence number");
    int quality = (int) (head >>> 8) & 0xff;
    int reserved = (int) head & 0xff;
    if ((quality != 'D' && quality != 'R' && quality != 'Q' && quality != 'M')
        || (reserved != ' ' && reserved != 0)) {
      return false;
    }
    for (int shift = 16; shift < Long.SIZE; shift += 8) {
      int c = (int) (head >>> shift) & 0xff;
      if (!((c >= '0' && c <= '9') || c == ' ' || c == 0)) {
        return false;
      }
    }
    int time = b.i32(at + Layout2.HOUR, ByteOrder.BIG_ENDIAN, "hour");
    return time >>> 24 <= 23 && (time >>> 16 & 0xff) <= 59 && (time >>> 8 & 0xff) <= 60;
  }

  /// As `isHeader`, and year and day are sane: enough to pick a header out of noise.
  static boolean isSureHeader(Bytes b, long at) {
    if (!isHeader(b, at)) {
      return false;
    }
    ByteOrder order = Layout2.order(b, at);
    return Layout2.isSane(
        b.u16(at + Layout2.YEAR, order, "year"), b.u16(at + Layout2.DAY, order, "day"));
  }

  Record read(Bytes b, long at) {
    Layout2 h = new Layout2(b, at, Layout2.order(b, at));
    Extras extras = blockettes(b, at, h);
    int length = extras.exponent >= 0 ? 1 << extras.exponent : searchedLength(b, at);
    if (length > b.size() - at) {
      throw b.malformed(
          at, "record", B1000, length + " bytes promised, " + (b.size() - at) + " left");
    }
    int samples = h.u16(Layout2.SAMPLES, "number of samples");
    Header.Payload payload = payload(b, at, h, extras, length, samples);
    double nominal =
        nominalRateHz(
            h.i16(Layout2.RATE_FACTOR, "sample rate factor"),
            h.i16(Layout2.RATE_MULTIPLIER, "sample rate multiplier"));
    double rateHz = extras.rateHz >= 0 ? extras.rateHz : nominal;
    Moment start = start(b, at, h, extras.microseconds);
    if (!Header.reaches(start, rateHz, samples)) {
      throw b.malformed(at, "sample rate", FIXED, rateHz + " Hz ends after all calendars");
    }
    Header header =
        new Header(
            2, source(b, at), start, rateHz, samples, length, h.order(), payload, extras.defects);
    return new Record(b, at, header);
  }

  /// Factor and multiplier: positive multiplies, negative divides.
  static double nominalRateHz(int factor, int multiplier) {
    double rateHz = factor > 0 ? factor : factor < 0 ? -1.0 / factor : 0;
    return multiplier > 0 ? rateHz * multiplier : multiplier < 0 ? -rateHz / multiplier : rateHz;
  }

  private Moment start(Bytes b, long at, Layout2 h, int microseconds) {
    long nanos = h.u16(Layout2.FRACTION, "start: 0.0001 s") * 100_000L + microseconds * 1000L;
    boolean applied = (h.u8(Layout2.ACTIVITY, "activity flags") & Layout2.CORRECTION_APPLIED) != 0;
    if (!applied) {
      nanos += h.i32(Layout2.CORRECTION, "time correction") * 100_000L;
    }
    int year = h.u16(Layout2.YEAR, "year");
    int day = h.u16(Layout2.DAY, "day of the year");
    try {
      return startTime.of(
          year,
          day,
          h.u8(Layout2.HOUR, "hour"),
          h.u8(Layout2.MINUTE, "minute"),
          h.u8(Layout2.SECOND, "second"),
          nanos);
    } catch (IllegalArgumentException e) {
      throw b.malformed(at + Layout2.YEAR, "start", FIXED, "year " + year + ", day " + day);
    }
  }

  private SourceId source(Bytes b, long at) {
    long station = b.i64(at + Layout2.STATION, ByteOrder.BIG_ENDIAN, "station");
    int channel = b.i32(at + Layout2.NETWORK - 2, ByteOrder.BIG_ENDIAN, "channel");
    if (lastSource.isPresent() && station == lastStation && channel == lastChannel) {
      return lastSource.get();
    }
    Layout2 h = new Layout2(b, at, ByteOrder.BIG_ENDIAN);
    SourceId source =
        SourceId.of(
            h.ascii(Layout2.NETWORK, 2, "network"),
            h.ascii(Layout2.STATION, 5, "station"),
            h.ascii(Layout2.LOCATION, 2, "location"),
            b.ascii(at + Layout2.CHANNEL, 3, "channel").replace('\0', ' '));
    lastStation = station;
    lastChannel = channel;
    lastSource = Optional.of(source);
    return source;
  }

  private static Header.Payload payload(
      Bytes b, long at, Layout2 h, Extras extras, int length, int samples) {
    Optional<Encoding> known = Encoding.ofCode(extras.encoding);
    if (known.isEmpty()) {
      throw b.malformed(at, "encoding", B1000, extras.encoding + " is not read by this program");
    }
    Encoding encoding = known.get();
    int offset = h.u16(Layout2.DATA, "beginning of data");
    ByteOrder order = extras.order;
    if (samples == 0) {
      int begin = offset == 0 || offset > length ? length : offset;
      return new Header.Payload(encoding, begin, length - begin, order);
    }
    if (offset < Layout2.FIXED_LENGTH || offset >= length) {
      throw b.malformed(
          at + Layout2.DATA, "beginning of data", FIXED, offset + " in a record of " + length);
    }
    if (samples > encoding.capacity(length - offset)) {
      throw b.malformed(
          at + Layout2.SAMPLES,
          "number of samples",
          FIXED,
          samples + " cannot stand in " + (length - offset) + " bytes of " + encoding);
    }
    if (offset < extras.end) {
      extras.add(
          defect(b, at + Layout2.DATA, "beginning of data", offset + " is inside the blockettes"));
    }
    return new Header.Payload(encoding, offset, length - offset, order);
  }

  private static Extras blockettes(Bytes b, long at, Layout2 h) {
    Extras extras = new Extras(h.order());
    int offset = h.u16(Layout2.FIRST_BLOCKETTE, "first blockette");
    int limit = (int) Math.min(b.size() - at, MAX_LENGTH);
    int count = 0;
    while (offset != 0) {
      int room = extras.exponent >= 0 ? Math.min(limit, 1 << extras.exponent) : limit;
      if (offset < Layout2.FIXED_LENGTH || offset > room - 8) {
        extras.add(defect(b, at, "offset of a blockette", offset + " is outside the record"));
        break;
      }
      int type = h.u16(offset, "blockette type");
      int next = h.u16(offset + 2, "offset of the next blockette");
      readBlockette(b, at, h, type, offset, extras);
      count++;
      extras.end = offset + 8;
      if (next != 0 && next < offset + Layout2.BLOCKETTE_HEADER) {
        extras.add(defect(b, at + offset + 2, "next blockette", next + " leads back"));
        break;
      }
      offset = next;
    }
    int told = h.u8(Layout2.BLOCKETTES, "number of blockettes");
    if (told != count && extras.defects.isEmpty()) {
      extras.add(
          defect(b, at + Layout2.BLOCKETTES, "number of blockettes", told + ", found " + count));
    }
    return extras;
  }

  private static void readBlockette(
      Bytes b, long at, Layout2 h, int type, int offset, Extras extras) {
    switch (type) {
      case 100 -> {
        float rateHz = h.f32(offset + Layout2.B100_RATE, "actual sample rate");
        if (!(rateHz >= 0) || Float.isInfinite(rateHz)) {
          throw b.malformed(
              at + offset, "actual sample rate", "SEED 2.4, blockette 100", rateHz + " Hz");
        }
        extras.rateHz = rateHz;
      }
      case 1000 -> {
        extras.encoding = h.u8(offset + Layout2.B1000_ENCODING, "encoding");
        extras.order =
            h.u8(offset + Layout2.B1000_ORDER, "word order") == 0
                ? ByteOrder.LITTLE_ENDIAN
                : ByteOrder.BIG_ENDIAN;
        extras.exponent = h.u8(offset + Layout2.B1000_LENGTH, "record length");
        if (extras.exponent < MIN_EXPONENT || extras.exponent > MAX_EXPONENT) {
          throw b.malformed(at + offset, "record length", B1000, "2^" + extras.exponent);
        }
      }
      case 1001 ->
          extras.microseconds = (byte) h.u8(offset + Layout2.B1001_MICROSECONDS, "microseconds");
      default -> {}
    }
  }

  /// To the next header on a 64-byte grid, or to the end of the data where that is a power of two.
  private static int searchedLength(Bytes b, long at) {
    long left = b.size() - at;
    for (int length = MIN_LENGTH; length <= MAX_SEARCHED && length < left; length += MIN_LENGTH) {
      if (isHeader(b, at + length) || Control.isControl(b, at + length)) {
        return length;
      }
    }
    if (left >= MIN_LENGTH && left <= MAX_SEARCHED && Long.bitCount(left) == 1) {
      return (int) left;
    }
    throw b.malformed(at, "record length", B1000, "no blockette 1000, and no next header");
  }

  private static Defect defect(Bytes b, long at, String field, String found) {
    return new Defect(b.source(), new Place.Offset(b.origin() + at), field, FIXED, found);
  }
}
