package org.jumelles.iasi.spectrum;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.jumelles.formats.eps.ProductWriter;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.RecordWriter;
import org.jumelles.formats.eps.ShortCdsTime;
import org.jumelles.kernel.time.Moment;

/// Writes scan lines as an EPS native Level 1C product of version 11 (MDR-1C v5), line by line.
///
/// Written are times, integers, places and angles, flags, cloud and land fractions and the classes
/// of the imager; all other fields are zero. What a line does not know has no code of its own in
/// the record: a fraction is written as 255, an angle as the smallest integer, a band flag as bad,
/// a share or radiance of a class as zero. A detailed word in the numbering of BUFR is not
/// translated but written as zero. A pixel without a spectrum has zero integers and bad flags.
public final class EpsL1cWriter {
  private static final int VERSION = 5;
  private static final int GIADR_VERSION = 2;
  private static final long LINE_NANOS = 8_000_000_000L;

  private EpsL1cWriter() {}

  /// @param lineCount how many lines will come
  /// @param lines all with one and the same scale
  /// @throws IllegalArgumentException where there are more or fewer lines, none, or another scale
  public static void write(OutputStream out, Header header, int lineCount, Iterator<ScanLine> lines)
      throws IOException {
    if (!lines.hasNext() || lineCount < 1) {
      throw new IllegalArgumentException("a product without a line");
    }
    RecordWriter record = RecordWriter.of(RecordHeader.MDR, EpsGranule.GROUP, EpsGranule.MDR_1C, 5);
    ScanLine line = lines.next();
    ScaleFactors scale = line.scale();
    ShortCdsTime start = ShortCdsTime.of(header.sensing().start());
    ShortCdsTime end = ShortCdsTime.of(header.sensing().end());
    long size = record.record(start, end).length;
    ProductWriter.start(
        out,
        EpsHeader.of(header, lineCount),
        globals(scale, start, end),
        lineCount,
        new RecordHeader(
            RecordHeader.MDR, EpsGranule.GROUP, EpsGranule.MDR_1C, VERSION, size, start, end));
    int written = 0;
    while (true) {
      if (!line.scale().equals(scale)) {
        throw new IllegalArgumentException("line " + line.number() + " has another scale");
      }
      out.write(measurement(record, line));
      written++;
      if (!lines.hasNext()) {
        break;
      }
      line = lines.next();
    }
    if (written != lineCount) {
      throw new IllegalArgumentException(lineCount + " lines were promised, " + written + " came");
    }
  }

  private static List<byte[]> globals(ScaleFactors scale, ShortCdsTime start, ShortCdsTime end) {
    RecordWriter quality = RecordWriter.of(RecordHeader.GIADR, EpsGranule.GROUP, 0, GIADR_VERSION);
    RecordWriter factors = RecordWriter.of(RecordHeader.GIADR, EpsGranule.GROUP, 1, GIADR_VERSION);
    factors.set("IDefScaleSondNbScale", 0, scale.ranges().size());
    for (int i = 0; i < scale.ranges().size(); i++) {
      ScaleFactors.Range range = scale.ranges().get(i);
      factors.set("IDefScaleSondNsfirst", i, range.firstSample());
      factors.set("IDefScaleSondNslast", i, range.lastSample());
      factors.set("IDefScaleSondScaleFactor", i, range.power());
    }
    return List.of(quality.record(start, end), factors.record(start, end));
  }

  private static byte[] measurement(RecordWriter record, ScanLine line) {
    record.set("IDefSpectDWn1b", 0, 25);
    record.set("IDefNsfirst1b", 0, Channels.FIRST_SAMPLE);
    record.set("IDefNslast1b", 0, Channels.FIRST_SAMPLE + Channels.COUNT - 1);
    for (int view = 0; view < ScanLine.VIEWS; view++) {
      record.setTime("GEPSDatIasi", view, ShortCdsTime.of(line.views()[view]));
      record.set("GEPS_SP", view, view + 1);
    }
    EpsFields fields = new EpsFields(record);
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      fields.spectrum(line, pixel);
      fields.place(line.geometry(), pixel);
      fields.flags(line, pixel);
      fields.imager(line.imager(), pixel);
    }
    Moment first = line.views()[0];
    return record.record(ShortCdsTime.of(first), ShortCdsTime.of(first.plusNanos(LINE_NANOS)));
  }
}
