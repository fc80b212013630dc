package org.jumelles.formats.miniseed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Utc;

/// Cuts a series into records and writes their headers.
final class RecordWriter {
  private static final int MAX_SAMPLES_2 = 65_535;
  private static final int MAX_SEQUENCE = 999_999;
  private static final int DATA_2 = 64;
  private static final int DATA_2_WITH_B100 = 128;

  private final SourceId id;
  private final Moment start;
  private final double rateHz;
  private final WriteOptions options;

  RecordWriter(SourceId id, Moment start, double rateHz, WriteOptions options) {
    if (!(rateHz >= 0) || Double.isInfinite(rateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + rateHz + " Hz");
    }
    this.id = id;
    this.start = start;
    this.rateHz = rateHz;
    this.options = options;
  }

  void write(Samples samples, OutputStream out) throws IOException {
    PayloadWriter payload = new PayloadWriter(samples, options.encoding());
    NominalRate rate = NominalRate.of(rateHz);
    int data = options.version() == 2 ? data2(rate) : data3();
    int most = options.version() == 2 ? MAX_SAMPLES_2 : Integer.MAX_VALUE;
    ByteBuffer record = ByteBuffer.allocate(options.recordLength());
    record.order(options.version() == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int usable = payload.usableBytes(options.recordLength() - data);
    if (usable < 8) {
      throw new IllegalArgumentException(
          options.recordLength() + " bytes are too few for a record of " + id);
    }
    int sequence = 1;
    for (int from = 0; from < samples.count(); sequence = sequence % MAX_SEQUENCE + 1) {
      java.util.Arrays.fill(record.array(), (byte) 0);
      record.clear().position(data).limit(data + usable);
      int count = payload.write(from, most, record);
      int end = record.position();
      record.clear();
      Moment first = rateHz > 0 ? start.plusNanos(Sampling.nanos(from, rateHz)) : start;
      if (options.version() == 2) {
        header2(record, first, count, rate, sequence);
        out.write(record.array());
      } else {
        header3(record, first, count, end);
        out.write(record.array(), 0, end);
      }
      from += count;
    }
  }

  private int data2(NominalRate rate) {
    return rate.isExact() ? DATA_2 : DATA_2_WITH_B100;
  }

  private int data3() {
    return Layout3.FIXED_LENGTH + id.text().length();
  }

  private void header2(
      ByteBuffer b, Moment firstSample, int count, NominalRate rate, int sequence) {
    long micros = Math.floorDiv(firstSample.taiNanos() + 500, 1000L);
    Utc.Fields time = Utc.fields(new Moment(micros * 1000));
    ascii(b, Layout2.SEQUENCE, "%06d".formatted(sequence), 6);
    ascii(b, Layout2.QUALITY, "D", 2);
    ascii(b, Layout2.STATION, id.station(), 5);
    ascii(b, Layout2.LOCATION, id.location(), 2);
    ascii(b, Layout2.CHANNEL, id.channel(), 3);
    ascii(b, Layout2.NETWORK, id.network(), 2);
    b.putShort(Layout2.YEAR, (short) time.year());
    b.putShort(Layout2.DAY, (short) time.dayOfYear());
    b.put(Layout2.HOUR, (byte) time.hour());
    b.put(Layout2.MINUTE, (byte) time.minute());
    b.put(Layout2.SECOND, (byte) time.second());
    b.putShort(Layout2.FRACTION, (short) (time.nano() / 100_000));
    b.putShort(Layout2.SAMPLES, (short) count);
    b.putShort(Layout2.RATE_FACTOR, (short) rate.factor());
    b.putShort(Layout2.RATE_MULTIPLIER, (short) rate.multiplier());
    b.put(Layout2.BLOCKETTES, (byte) (rate.isExact() ? 2 : 3));
    b.putShort(Layout2.DATA, (short) data2(rate));
    b.putShort(Layout2.FIRST_BLOCKETTE, (short) Layout2.FIXED_LENGTH);
    blockettes2(b, rate, time);
  }

  private void blockettes2(ByteBuffer b, NominalRate rate, Utc.Fields time) {
    int b1000 = Layout2.FIXED_LENGTH;
    int b1001 = b1000 + 8;
    b.putShort(b1000, (short) 1000).putShort(b1000 + 2, (short) b1001);
    b.put(b1000 + Layout2.B1000_ENCODING, (byte) options.encoding().code());
    b.put(b1000 + Layout2.B1000_ORDER, (byte) 1);
    b.put(
        b1000 + Layout2.B1000_LENGTH, (byte) Integer.numberOfTrailingZeros(options.recordLength()));
    b.putShort(b1001, (short) 1001);
    b.put(b1001 + Layout2.B1001_MICROSECONDS, (byte) (time.nano() / 1000 % 100));
    if (!rate.isExact()) {
      int b100 = b1001 + 8;
      b.putShort(b1001 + 2, (short) b100);
      b.putShort(b100, (short) 100);
      b.putFloat(b100 + Layout2.B100_RATE, (float) rateHz);
    }
  }

  private void header3(ByteBuffer b, Moment firstSample, int count, int end) {
    Utc.Fields time = Utc.fields(firstSample);
    ascii(b, 0, "MS", 2);
    b.put(Layout3.VERSION, (byte) 3);
    b.putInt(Layout3.NANOSECOND, time.nano());
    b.putShort(Layout3.YEAR, (short) time.year());
    b.putShort(Layout3.DAY, (short) time.dayOfYear());
    b.put(Layout3.HOUR, (byte) time.hour());
    b.put(Layout3.MINUTE, (byte) time.minute());
    b.put(Layout3.SECOND, (byte) time.second());
    b.put(Layout3.ENCODING, (byte) options.encoding().code());
    b.putDouble(Layout3.RATE, toldRate3());
    b.putInt(Layout3.SAMPLES, count);
    b.put(Layout3.PUBLICATION, (byte) 1);
    b.put(Layout3.ID_LENGTH, (byte) id.text().length());
    b.putInt(Layout3.PAYLOAD_LENGTH, end - data3());
    ascii(b, Layout3.FIXED_LENGTH, id.text(), id.text().length());
    CRC32C crc = new CRC32C();
    crc.update(b.slice(0, end));
    b.putInt(Layout3.CRC, (int) crc.getValue());
  }

  /// A period where it is a whole number of seconds above one, since a rate would be rounded.
  private double toldRate3() {
    double periodS = Math.rint(1 / rateHz);
    return rateHz > 0 && periodS > 1 && 1 / periodS == rateHz ? -periodS : rateHz;
  }

  private void ascii(ByteBuffer b, int at, String text, int width) {
    if (text.length() > width) {
      throw new IllegalArgumentException(
          "'" + text + "' of " + id + " is longer than the " + width + " letters of miniSEED 2");
    }
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < width; i++) {
      b.put(at + i, i < bytes.length ? bytes[i] : (byte) ' ');
    }
  }
}
