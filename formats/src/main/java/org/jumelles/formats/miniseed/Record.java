package org.jumelles.formats.miniseed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;

/// One record: its header, read, and its samples, still encoded.
///
/// It looks at the bytes of its file and lives no longer than they do.
@SuppressWarnings("AvoidCommonTypeNames") // the standard's own word
public final class Record {
  private final Bytes file;
  private final long at;
  private final Header header;

  Record(Bytes file, long at, Header header) {
    this.file = file;
    this.at = at;
    this.header = header;
  }

  /// 2 or 3.
  public int version() {
    return header.version();
  }

  public SourceId sourceId() {
    return header.sourceId();
  }

  /// The first sample, clock corrections applied.
  public Moment start() {
    return header.start();
  }

  /// The last sample; the start where there are fewer than two samples or no rate.
  public Moment end() {
    return header.samples() < 2
        ? header.start()
        : header.start().plusNanos(nanos(header.samples() - 1L, header.samplingRateHz()));
  }

  /// 0 where the samples are not a series, as in a log.
  public double samplingRateHz() {
    return header.samplingRateHz();
  }

  public int sampleCount() {
    return header.samples();
  }

  public Encoding encoding() {
    return header.payload().encoding();
  }

  /// In bytes.
  public int recordLength() {
    return header.length();
  }

  /// Of the record's first byte, from the start of the source.
  public long offset() {
    return file.origin() + at;
  }

  /// The whole record as it stands in the source.
  public Bytes bytes() {
    return file.slice(at, header.length(), "record");
  }

  /// The payload as it stands in the source, padding included.
  public Bytes payload() {
    return file.slice(payloadAt(), header.payload().length(), "payload");
  }

  /// The JSON text of a miniSEED 3 record's extra headers; empty in version 2, or without any.
  public String extraHeaders() {
    if (header.version() == 2) {
      return "";
    }
    int idLength = file.u8(at + Layout3.ID_LENGTH, "length of identifier");
    int from = Layout3.FIXED_LENGTH + idLength;
    int length = header.payload().offset() - from;
    return file.text(at + from, length, StandardCharsets.UTF_8, "extra headers");
  }

  Header header() {
    return header;
  }

  /// The samples in an array of their own; refused where they cannot be had.
  public Outcome<Samples> samples() {
    int count = sampleCount();
    List<Defect> defects = new ArrayList<>(header.defects());
    try {
      Samples samples =
          switch (encoding().kind()) {
            case INTS -> {
              int[] values = new int[count];
              defects.addAll(decodeInts(values, 0));
              yield new Samples.Ints(values);
            }
            case FLOATS -> {
              float[] values = new float[count];
              decodeFloats(values, 0);
              yield new Samples.Floats(values);
            }
            case DOUBLES -> {
              double[] values = new double[count];
              decodeDoubles(values, 0);
              yield new Samples.Doubles(values);
            }
            case TEXT -> new Samples.Text(text());
          };
      return Outcome.of(samples, defects);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  /// Decodes all samples into a caller's array.
  ///
  /// @return what casts doubt on the values, mostly nothing
  /// @throws MalformedDataException where the payload does not hold so many samples
  /// @throws IllegalArgumentException where the encoding does not hold integers
  public List<Defect> decodeInts(int[] into, int from) {
    want(Encoding.Kind.INTS, into.length, from);
    return encoding().isSteim()
        ? SteimPayload.decode(this, into, from)
        : PlainPayload.ints(this, into, from);
  }

  /// @throws IllegalArgumentException where the encoding does not hold single precision numbers
  public void decodeFloats(float[] into, int from) {
    want(Encoding.Kind.FLOATS, into.length, from);
    PlainPayload.floats(this, into, from);
  }

  /// @throws IllegalArgumentException where the encoding does not hold double precision numbers
  public void decodeDoubles(double[] into, int from) {
    want(Encoding.Kind.DOUBLES, into.length, from);
    PlainPayload.doubles(this, into, from);
  }

  /// @throws IllegalArgumentException where the encoding does not hold text
  public byte[] text() {
    want(Encoding.Kind.TEXT, sampleCount(), 0);
    return file.array(payloadAt(), sampleCount(), "text");
  }

  MalformedDataException malformed(long offset, String field, String clause, String found) {
    return file.malformed(at + offset, field, clause, sourceId() + ": " + found);
  }

  long payloadAt() {
    return at + header.payload().offset();
  }

  Bytes file() {
    return file;
  }

  private void want(Encoding.Kind kind, int room, int from) {
    if (encoding().kind() != kind) {
      throw new IllegalArgumentException(encoding() + " holds " + encoding().kind());
    }
    Objects.checkFromIndexSize(from, sampleCount(), room);
  }

  /// How long so many sampling intervals last; 0 without a rate.
  static long nanos(long intervals, double rateHz) {
    return rateHz > 0 ? (long) (intervals / rateHz * 1e9 + 0.5) : 0;
  }
}
