package org.jumelles.formats.eps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class EpsProductTest {
  private static final ShortCdsTime TIME = new ShortCdsTime(4689, 2859);
  private static final String NAME =
      "IASI_xxx_1C_M02_20121102000002Z_20121102000010Z_N_O_20121102013010Z";

  /// A main header, two pointers and four dummy records.
  private static byte[] small() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("PRODUCT_NAME", NAME);
    lines.put("TOTAL_MDR", "     4");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new MainProductHeader(lines).record(TIME, TIME));
    RecordWriter pointer = RecordWriter.of(RecordHeader.IPR, 0, 0, 1);
    out.writeBytes(pointer.set("TARGET_RECORD_OFFSET", 0, 123_456).record(TIME, TIME));
    out.writeBytes(pointer.set("TARGET_RECORD_OFFSET", 0, 7).record(TIME, TIME));
    RecordWriter dummy = RecordWriter.of(RecordHeader.MDR, RecordHeader.DUMMY_GROUP, 1, 2);
    for (int i = 0; i < 4; i++) {
      out.writeBytes(dummy.set("SPARE_FLAG", 0, i).record(TIME, TIME));
    }
    return out.toByteArray();
  }

  private static EpsProduct read(byte[] bytes) {
    return EpsProduct.read(Bytes.of("made.nat", bytes));
  }

  @Test
  void recordsAreReadByName() {
    EpsProduct product = read(small());

    assertThat(product.count()).isEqualTo(7);
    assertThat(product.mainHeader().productType()).isEqualTo("IASI_xxx_1C");
    assertThat(product.mainHeader().number("TOTAL_MDR")).contains(4L);
    EpsRecord pointer = product.record(1).found().orElseThrow();
    assertThat(pointer.name()).contains("IPR");
    assertThat(pointer.field("TARGET_RECORD_OFFSET").raw(0)).isEqualTo(123_456);
    assertThat(product.record(6).found().orElseThrow().field("SPARE_FLAG").raw(0)).isEqualTo(3);
    assertThat(product.header(6).orElseThrow().isDummy()).isTrue();
  }

  @Test
  void theMainHeaderKeepsItsColumns() {
    MainProductHeader header = read(small()).mainHeader();

    MainProductHeader changed = header.with("TOTAL_MDR", 12);

    assertThat(changed.fields().get("TOTAL_MDR")).isEqualTo("    12");
    assertThat(header.record(TIME, TIME)).isEqualTo(Arrays.copyOf(small(), 20 + 100 + 39));
    assertThatThrownBy(() -> header.with("TOTAL_MDR", 1_234_567))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBrokenRecordIsOneRefusalAndTheNextAreFound() {
    byte[] bytes = small();
    int third = bytes.length - 2 * 21;
    for (int size : new int[] {0, 19, -1, Integer.MAX_VALUE}) {
      byte[] broken = bytes.clone();
      ByteBuffer.wrap(broken).putInt(third + 4, size);

      EpsProduct product = read(broken);

      assertThat(product.count()).isEqualTo(7);
      assertThat(product.record(5).defects().getFirst().field())
          .isEqualTo("MDR 13.1 v2 RECORD_SIZE");
      assertThat(product.header(5)).isEmpty();
      assertThat(product.record(6).found().orElseThrow().field("SPARE_FLAG").raw(0)).isEqualTo(3);
    }
  }

  @Test
  void aCutAnywhereKeepsWhatIsWhole() {
    byte[] whole = small();
    int headerLength = 20 + 100 + 39;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length < headerLength) {
        assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedDataException.class);
        continue;
      }
      EpsProduct product = read(cut);
      long good = 0;
      for (int i = 0; i < product.count(); i++) {
        good += product.record(i).found().isPresent() ? 1 : 0;
      }
      int left = length - headerLength;
      assertThat(good).isEqualTo(1 + Math.min(2, left / 27) + Math.max(0, (left - 54) / 21));
    }
  }

  /// Any byte set to anything: outcomes and refusals, never another exception.
  @Property(tries = 3000)
  void anyByteMayBeWrong(
      @ForAll @IntRange(min = 0, max = 296) int at,
      @ForAll @IntRange(min = 0, max = 255) int value) {
    byte[] bytes = small();
    bytes[at % bytes.length] = (byte) value;
    try {
      EpsProduct product = read(bytes);
      for (int i = 0; i < product.count(); i++) {
        product.record(i).found().ifPresent(record -> record.fields().forEach(record::find));
      }
      assertThat(product.count()).isPositive();
    } catch (MalformedDataException e) {
      assertThat(e.defect().field()).isNotEmpty();
    }
  }

  @Test
  void scaledIntegersKeepTheirRawWords() {
    RecordWriter writer = RecordWriter.of(RecordHeader.MDR, 8, 2, 5);
    writer.setValue("GQisQualIndex", 0, -0.123456789);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(small(), 20 + 100 + 39));
    out.writeBytes(writer.record(TIME, TIME));

    EpsRecord record = read(out.toByteArray()).record(1).found().orElseThrow();

    assertThat(record.header().size()).isEqualTo(2_728_908);
    assertThat(record.known()).isEqualTo(2_728_908);
    assertThat(record.field("GQisQualIndex").raw(0)).isEqualTo(-1_234_567_890);
    assertThat(record.field("GQisQualIndex").decimals(0)).isEqualTo(10);
    assertThat(record.field("GQisQualIndex").value(0)).isEqualTo(-0.123456789);
    assertThat(record.field("GS1cSpect").offset()).isEqualTo(276_790);
    assertThat(record.field("GEUMAvhrr1BQual").offset()).isEqualTo(2_728_788);
    assertThat(record.field("GGeoSondLoc").unit()).isEqualTo("deg");
  }

  /// Sizes as EUMETSAT's and S&T's tables give them.
  @Test
  void olderVersionsHaveTheirSizes() {
    assertThat(RecordWriter.of(RecordHeader.MDR, 8, 2, 4).record(TIME, TIME)).hasSize(2_727_768);
    assertThat(RecordWriter.of(RecordHeader.MDR, 8, 2, 3).record(TIME, TIME)).hasSize(2_727_649);
    assertThat(RecordWriter.of(RecordHeader.GIADR, 8, 0, 2).record(TIME, TIME)).hasSize(228_346);
    assertThat(RecordWriter.of(RecordHeader.GIADR, 8, 1, 2).record(TIME, TIME)).hasSize(84);
  }

  @Test
  void timesOfALeapSecondCountOn() {
    ShortCdsTime leap = ShortCdsTime.of(Utc.parse("2016-12-31T23:59:60.500"));

    assertThat(leap).isEqualTo(new ShortCdsTime(6209, 86_400_500));
    assertThat(leap.moment()).isEqualTo(Utc.parse("2016-12-31T23:59:60.500"));
  }

  /// 2,655,096 bytes of another instrument: every record is there, its bytes whole.
  @Test
  void anotherInstrumentsProductIsReadAsRecords() throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.need("iasi/eps_other/testFile_amsua_l1b.nat"));

    EpsProduct product = read(bytes);

    long size = 0;
    int measurements = 0;
    for (int i = 0; i < product.count(); i++) {
      EpsRecord record = product.record(i).found().orElseThrow();
      size += record.bytes().size();
      measurements += record.header().recordClass() == RecordHeader.MDR ? 1 : 0;
    }
    assertThat(size).isEqualTo(bytes.length);
    assertThat(product.mainHeader().productType()).isEqualTo("AMSA_xxx_1B");
    assertThat(product.mainHeader().number("TOTAL_MDR")).contains((long) measurements);
    assertThat(product.mainHeader().number("TOTAL_RECORDS")).contains((long) product.count());
  }
}
