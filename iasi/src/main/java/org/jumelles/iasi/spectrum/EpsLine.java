package org.jumelles.iasi.spectrum;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.eps.EpsRecord;
import org.jumelles.formats.eps.Values;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;

/// Turns one MDR-1C of version 3, 4 or 5 into a [ScanLine].
///
/// A pixel whose 8461 integers are all zero has no spectrum. A quality flag that an older version
/// gives for a whole pixel or line stands for its three bands.
final class EpsLine {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int STORED_CHANNELS = 8700;
  private static final double STEP_PER_M = 25;
  private static final int BANDS = 3;

  private EpsLine() {}

  static Outcome<ScanLine> read(int number, EpsRecord record, ScaleFactors scale) {
    if (!record.name().equals(Optional.of("MDR-1C"))) {
      throw record
          .bytes()
          .malformed(0, "RECORD_SUBCLASS", "MDR-1C v3, v4 or v5", record.header().name());
    }
    if (record.known() != record.header().size()) {
      throw record
          .bytes()
          .malformed(
              4,
              "RECORD_SIZE",
              record.header().name() + " has " + record.known() + " bytes",
              record.header().size() + " bytes");
    }
    checkAxis(record);
    List<Defect> defects = new ArrayList<>();
    short[] counts = counts(record.field("GS1cSpect"));
    ScanLine line =
        new ScanLine(
            number,
            views(record.field("GEPSDatIasi")),
            present(counts),
            counts,
            scale,
            geometry(record, defects),
            quality(record),
            imager(record));
    return Outcome.of(line, defects);
  }

  private static void checkAxis(EpsRecord record) {
    Values step = record.field("IDefSpectDWn1b");
    Values first = record.field("IDefNsfirst1b");
    Values last = record.field("IDefNslast1b");
    int lastSample = Channels.FIRST_SAMPLE + Channels.COUNT - 1;
    if (step.value(0) != STEP_PER_M
        || first.raw(0) != Channels.FIRST_SAMPLE
        || last.raw(0) != lastSample) {
      throw record
          .bytes()
          .malformed(
              step.offset(),
              "IDefSpectDWn1b, IDefNsfirst1b, IDefNslast1b",
              "25 m-1, samples 2581 to 11041",
              step.value(0) + " m-1, " + first.raw(0) + " to " + last.raw(0));
    }
  }

  private static short[] counts(Values field) {
    short[] counts = new short[ScanLine.PIXELS * Channels.COUNT];
    MemorySegment segment = field.bytes().segment();
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      long from = (long) pixel * STORED_CHANNELS * Short.BYTES;
      MemorySegment.copy(segment, SHORT, from, counts, ScanLine.at(pixel), Channels.COUNT);
    }
    return counts;
  }

  private static boolean[] present(short[] counts) {
    boolean[] present = new boolean[ScanLine.PIXELS];
    for (int pixel = 0; pixel < present.length; pixel++) {
      int end = ScanLine.at(pixel + 1);
      int i = ScanLine.at(pixel);
      while (i < end && counts[i] == 0) {
        i++;
      }
      present[pixel] = i < end;
    }
    return present;
  }

  private static Moment[] views(Values times) {
    Moment[] views = new Moment[ScanLine.VIEWS];
    Arrays.setAll(views, i -> times.time(i).moment());
    return views;
  }

  private static Geometry geometry(EpsRecord record, List<Defect> defects) {
    Values location = record.field("GGeoSondLoc");
    Values seen = record.field("GGeoSondAnglesMETOP");
    Values lit = record.field("GGeoSondAnglesSUN");
    return new Geometry(
        angles(record, location, 0, 180, defects),
        angles(record, location, 1, 90, defects),
        angles(record, seen, 0, 180, defects),
        angles(record, seen, 1, 360, defects),
        angles(record, lit, 0, 180, defects),
        angles(record, lit, 1, 360, defects));
  }

  /// Every second value; what no angle can be is NaN and one defect a field.
  private static double[] angles(
      EpsRecord record, Values pairs, int which, double mostDeg, List<Defect> defects) {
    double[] angles = new double[ScanLine.PIXELS];
    int wrong = 0;
    for (int pixel = 0; pixel < angles.length; pixel++) {
      double angle = pairs.value(2 * pixel + which);
      angles[pixel] = Math.abs(angle) <= mostDeg ? angle : Double.NaN;
      wrong += Double.isNaN(angles[pixel]) ? 1 : 0;
    }
    if (wrong > 0) {
      defects.add(
          record
              .bytes()
              .malformed(
                  pairs.offset(),
                  pairs.name(),
                  "an angle up to " + (int) mostDeg + " deg",
                  wrong + " of 120 pixels beyond it")
              .defect());
    }
    return angles;
  }

  private static Quality quality(EpsRecord record) {
    Values flags = record.field("GQisFlagQual");
    int flagsAPixelBand = ScanLine.PIXELS * BANDS / flags.count();
    byte[] bandFlags = new byte[ScanLine.PIXELS * BANDS];
    for (int i = 0; i < bandFlags.length; i++) {
      bandFlags[i] = (byte) flags.raw(i / flagsAPixelBand);
    }
    int[] detailed = new int[ScanLine.PIXELS];
    Arrays.fill(detailed, -1);
    Optional<Values> words = record.find("GQisFlagQualDetailed");
    words.ifPresent(word -> Arrays.setAll(detailed, i -> (int) word.raw(i)));
    return new Quality(
        bandFlags, detailed, words.isPresent() ? Quality.Word.EPS : Quality.Word.NONE);
  }

  private static Imager imager(EpsRecord record) {
    return new Imager(
        percent(record.find("GEUMAvhrr1BCldFrac")),
        percent(record.find("GEUMAvhrr1BLandFrac")),
        shares(floats(record.field("GCcsRadAnalWgt"))),
        floats(record.field("GCcsRadAnalMean")),
        floats(record.field("GCcsRadAnalStd")));
  }

  /// The tables call the weights per cent; what adds up to about one is a share already.
  private static float[] shares(float[] weights) {
    int classes = weights.length / ScanLine.PIXELS;
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      float sum = 0;
      for (int i = pixel * classes; i < (pixel + 1) * classes; i++) {
        sum += weights[i];
      }
      for (int i = pixel * classes; sum > 1.5F && i < (pixel + 1) * classes; i++) {
        weights[i] /= 100;
      }
    }
    return weights;
  }

  private static float[] percent(Optional<Values> field) {
    float[] percent = new float[ScanLine.PIXELS];
    Arrays.fill(percent, Float.NaN);
    field.ifPresent(
        values -> {
          for (int i = 0; i < percent.length; i++) {
            long raw = values.raw(i);
            percent[i] = raw <= 100 ? raw : Float.NaN;
          }
        });
    return percent;
  }

  private static float[] floats(Values field) {
    float[] floats = new float[field.count()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) field.value(i);
    }
    return floats;
  }
}
