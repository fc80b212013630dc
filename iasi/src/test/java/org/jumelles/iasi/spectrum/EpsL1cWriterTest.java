package org.jumelles.iasi.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

/// What is written is read again, with every value that the record has room for.
class EpsL1cWriterTest {
  private static final Moment START = Utc.parse("2020-02-29T23:59:56.125");
  private static final Header HEADER =
      new Header(
          "simulated",
          "1",
          "Metop-C",
          new Span(START, START.plusNanos(16_000_000_000L)),
          OptionalInt.of(12_345));

  private static ScanLine line(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    short[] counts = new short[120 * Channels.COUNT];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) random.nextInt(-32_768, 32_768);
    }
    boolean[] present = new boolean[120];
    Arrays.fill(present, true);
    present[77] = false;
    Moment[] views = new Moment[30];
    Arrays.setAll(views, i -> START.plusNanos(number * 8_000_000_000L + i * 215_000_000L));
    byte[] flags = new byte[360];
    flags[5] = 1;
    int[] detailed = new int[120];
    detailed[3] = 0x8001;
    return new ScanLine(
        number,
        views,
        present,
        counts,
        ScaleFactors.USUAL,
        geometry(random),
        new Quality(flags, detailed, Quality.Word.EPS),
        imager(random));
  }

  private static Geometry geometry(SplittableRandom random) {
    return new Geometry(
        degrees(random, 180),
        degrees(random, 90),
        degrees(random, 90),
        degrees(random, 180),
        degrees(random, 90),
        degrees(random, 180));
  }

  private static double[] degrees(SplittableRandom random, int most) {
    return random.doubles(120, -most, most).toArray();
  }

  private static Imager imager(SplittableRandom random) {
    float[] cloud = new float[120];
    Arrays.fill(cloud, 40);
    cloud[0] = Float.NaN;
    float[] land = new float[120];
    float[] shares = new float[840];
    Arrays.fill(shares, 1 / 7F);
    float[] means = new float[5040];
    float[] spreads = new float[5040];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) Math.pow(10, random.nextDouble(-12, 3));
      spreads[i] = -means[i] / 3;
    }
    return new Imager(cloud, land, shares, means, spreads);
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EpsL1cWriter.write(out, HEADER, 2, List.of(line(0, 1), line(1, 2)).iterator());

    Granule granule = Granules.open(Bytes.of("written.nat", out.toByteArray()));
    Outcome<ScanLine> outcome = granule.line(1);
    ScanLine read = outcome.found().orElseThrow();
    ScanLine wrote = line(1, 2);
    Arrays.fill(wrote.counts(), ScanLine.at(77), ScanLine.at(78), (short) 0);

    assertThat(outcome).isInstanceOf(Outcome.Good.class);
    assertThat(granule.lineCount()).isEqualTo(2);
    assertThat(granule.header().platform()).isEqualTo("Metop-C");
    assertThat(granule.header().orbit()).hasValue(12_345);
    assertThat(granule.header().sensing().start()).isEqualTo(Utc.parse("2020-02-29T23:59:56"));
    assertThat(read.counts()).isEqualTo(wrote.counts());
    assertThat(read.present()).isEqualTo(wrote.present());
    assertThat(read.views()).isEqualTo(wrote.views());
    assertThat(read.scale()).isEqualTo(wrote.scale());
    assertThat(read.quality().detailed()).isEqualTo(wrote.quality().detailed());
    assertThat(read.quality().bad(1, 3)).isTrue();
    assertThat(read.quality().bad(77, 1)).isTrue();
    assertThat(read.quality().bad(0, 1)).isFalse();
    assertThat(read.imager().cloudPercent()[0]).isNaN();
    assertThat(read.imager().cloudPercent()[1]).isEqualTo(40);
  }

  /// Angles are kept to 1e-6 deg; radiances of classes with nine digits, more than a float has.
  @Test
  void valuesKeepTheirDigits() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EpsL1cWriter.write(out, HEADER, 1, List.of(line(0, 3)).iterator());

    ScanLine read =
        Granules.open(Bytes.of("written.nat", out.toByteArray())).line(0).found().orElseThrow();
    ScanLine wrote = line(0, 3);

    for (int i = 0; i < 120; i++) {
      assertThat(read.geometry().longitudeDeg()[i])
          .isCloseTo(wrote.geometry().longitudeDeg()[i], within(5.1e-7));
    }
    for (int i = 0; i < 5040; i++) {
      float mean = wrote.imager().classMeans()[i];
      assertThat(read.imager().classMeans()[i]).isCloseTo(mean, within(1e-6F * mean));
      assertThat(read.imager().classSpreads()[i]).isCloseTo(-mean / 3, within(1e-6F * mean));
    }
  }

  @Test
  void theNumberOfLinesIsHeld() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> EpsL1cWriter.write(out, HEADER, 3, List.of(line(0, 1)).iterator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 lines were promised, 1 came");
    assertThatThrownBy(() -> EpsL1cWriter.write(out, HEADER, 0, List.<ScanLine>of().iterator()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
