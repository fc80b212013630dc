package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// decode(encode(x)) == x, for every encoding that is written, both versions, many lengths.
class RoundTripTest {
  private static final SourceId ID = SourceId.of("XB", "ELYSE", "03", "BHU");
  private static final Moment START = Utc.parse("2019-05-22T23:19:27.049123");

  @Property(tries = 400)
  void steim2GivesBackWhatFits(
      @ForAll @Size(max = 2000) List<@IntRange(min = -268435456, max = 268435455) Integer> list,
      @ForAll @IntRange(min = 0, max = 29) int shift) {
    // Shifted, so that narrow differences are as common as wide ones.
    int[] values = list.stream().mapToInt(i -> i >> shift).toArray();
    same(new Samples.Ints(values), WriteOptions.version2(Encoding.STEIM2));
    same(new Samples.Ints(values), WriteOptions.version3(Encoding.STEIM2));
  }

  @Property(tries = 200)
  void steim1GivesBackWhatFits(
      @ForAll @Size(max = 1000) List<@IntRange(min = -1073741824, max = 1073741823) Integer> list,
      @ForAll @IntRange(min = 0, max = 31) int shift) {
    int[] values = list.stream().mapToInt(i -> i >> shift).toArray();
    same(new Samples.Ints(values), new WriteOptions(2, Encoding.STEIM1, 128));
    same(new Samples.Ints(values), WriteOptions.version3(Encoding.STEIM1));
  }

  @Property(tries = 100)
  void plainNumbersComeBackBitForBit(
      @ForAll int[] ints,
      @ForAll short[] shorts,
      @ForAll float[] floats,
      @ForAll double[] doubles) {
    int[] narrow = new int[shorts.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = shorts[i];
    }
    for (int version = 2; version <= 3; version++) {
      same(new Samples.Ints(ints), new WriteOptions(version, Encoding.INT32, 256));
      same(new Samples.Ints(narrow), new WriteOptions(version, Encoding.INT16, 256));
      same(new Samples.Floats(floats), new WriteOptions(version, Encoding.FLOAT32, 256));
      same(new Samples.Doubles(doubles), new WriteOptions(version, Encoding.FLOAT64, 256));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512, 4096, 65536, 1 << 20, 1 << 23})
  void everyRecordLengthHoldsASeries(int recordLength) {
    int[] values = new Random(7).ints(300_000, -4000, 4000).toArray();
    same(new Samples.Ints(values), new WriteOptions(2, Encoding.STEIM2, recordLength));
    same(new Samples.Ints(values), new WriteOptions(2, Encoding.STEIM1, recordLength));
    same(new Samples.Ints(values), new WriteOptions(2, Encoding.INT32, recordLength));
  }

  @Test
  void aLogComesBackAsItsBytes() {
    byte[] text = "sol 173: arm moved, 14:10 LMST\n".repeat(40).getBytes(StandardCharsets.UTF_8);
    for (int version = 2; version <= 3; version++) {
      byte[] file = write(new Samples.Text(text), 0, new WriteOptions(version, Encoding.TEXT, 256));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      MiniSeed.stream(Bytes.of("log", file))
          .forEach(outcome -> all.writeBytes(outcome.found().orElseThrow().text()));
      assertThat(all.toByteArray()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {20, 10, 100, 6.625, 1 / 3.0, 0.1, 1 / 86400.0, 40_000, 1e6, 0.001, 53 / 8.0, 1080})
  void ratesComeBackToTheLastBit(double rateHz) {
    for (int version = 2; version <= 3; version++) {
      byte[] file =
          write(
              new Samples.Ints(new int[3]), rateHz, new WriteOptions(version, Encoding.INT32, 256));
      assertThat(first(file).samplingRateHz()).isEqualTo(rateHz);
    }
  }

  @Test
  void anOddRateIsKeptInSinglePrecision() {
    byte[] file =
        write(new Samples.Ints(new int[300]), Math.PI, WriteOptions.version2(Encoding.STEIM2));
    assertThat(first(file).samplingRateHz()).isEqualTo((float) Math.PI);
    assertThat(first(file).sampleCount()).isEqualTo(300);
  }

  @Test
  void startsKeepTheirPrecision() {
    Moment fine = Utc.parse("2016-12-31T23:59:60.123456789");
    byte[] three = write(fine, new WriteOptions(3, Encoding.INT32, 256));
    assertThat(first(three).start()).isEqualTo(fine);
    byte[] two = write(fine, WriteOptions.version2(Encoding.INT32));
    assertThat(first(two).start()).isEqualTo(Utc.parse("2016-12-31T23:59:60.123457"));
  }

  @Test
  void aJumpBeyondThirtyBitsIsRefusedWithAdvice() {
    Samples jump = new Samples.Ints(new int[] {0, 1 << 29});
    assertThatThrownBy(() -> write(jump, 20, WriteOptions.version2(Encoding.STEIM2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write INT32 or STEIM1");
    Samples widest = new Samples.Ints(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE});
    assertThatThrownBy(() -> write(widest, 20, WriteOptions.version2(Encoding.STEIM1)))
        .hasMessageContaining("write INT32");
    same(widest, WriteOptions.version2(Encoding.INT32));
    same(
        new Samples.Ints(new int[] {0, (1 << 29) - 1, -1}), WriteOptions.version2(Encoding.STEIM2));
  }

  @Test
  void whatAnEncodingCannotHoldIsRefused() {
    assertThatThrownBy(
            () ->
                write(
                    new Samples.Ints(new int[] {40_000}),
                    20,
                    WriteOptions.version2(Encoding.INT16)))
        .hasMessageContaining("too large for INT16");
    assertThatThrownBy(
            () ->
                write(
                    new Samples.Doubles(new double[1]), 20, WriteOptions.version2(Encoding.STEIM2)))
        .hasMessageContaining("does not hold");
    assertThatThrownBy(() -> WriteOptions.version2(Encoding.CDSN)).hasMessageContaining("read");
    assertThatThrownBy(() -> new WriteOptions(2, Encoding.STEIM2, 500)).hasMessageContaining("500");
  }

  private static void same(Samples samples, WriteOptions options) {
    byte[] file = write(samples, 20, options);
    Samples back = read(file, samples, options);
    switch (samples) {
      case Samples.Ints(int[] values) ->
          assertThat(((Samples.Ints) back).values()).isEqualTo(values);
      case Samples.Floats(float[] values) ->
          assertThat(new SampleHash().add(back).value())
              .isEqualTo(new SampleHash().add(values, 0, values.length).value());
      case Samples.Doubles(double[] values) ->
          assertThat(new SampleHash().add(back).value())
              .isEqualTo(new SampleHash().add(values, 0, values.length).value());
      case Samples.Text _ -> throw new AssertionError();
    }
  }

  private static Samples read(byte[] file, Samples like, WriteOptions options) {
    int total = like.count();
    int[] ints = new int[total];
    float[] floats = new float[total];
    double[] doubles = new double[total];
    int at = 0;
    List<Outcome<Record>> outcomes = new ArrayList<>();
    MiniSeed.records(Bytes.of("memory", file)).forEachRemaining(outcomes::add);
    for (Outcome<Record> outcome : outcomes) {
      assertThat(outcome.defects()).isEmpty();
      Record record = outcome.found().orElseThrow();
      assertThat(record.start()).isEqualTo(new Sampling(START, 20, total).at(at));
      assertThat(record.sourceId()).isEqualTo(ID);
      assertThat(record.encoding()).isEqualTo(options.encoding());
      switch (like) {
        case Samples.Ints _ -> assertThat(record.decodeInts(ints, at)).isEmpty();
        case Samples.Floats _ -> record.decodeFloats(floats, at);
        case Samples.Doubles _ -> record.decodeDoubles(doubles, at);
        case Samples.Text _ -> throw new AssertionError();
      }
      at += record.sampleCount();
    }
    assertThat(at).isEqualTo(total);
    return switch (like) {
      case Samples.Ints _ -> new Samples.Ints(ints);
      case Samples.Floats _ -> new Samples.Floats(floats);
      case Samples.Doubles _ -> new Samples.Doubles(doubles);
      case Samples.Text text -> text;
    };
  }

  private static Record first(byte[] file) {
    return MiniSeed.records(Bytes.of("memory", file)).next().found().orElseThrow();
  }

  private static byte[] write(Samples samples, double rateHz, WriteOptions options) {
    return write(START, samples, rateHz, options);
  }

  private static byte[] write(Moment start, WriteOptions options) {
    return write(start, new Samples.Ints(new int[] {1, 2, 3}), 20, options);
  }

  private static byte[] write(Moment start, Samples samples, double rateHz, WriteOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MiniSeed.write(out, ID, start, rateHz, samples, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
