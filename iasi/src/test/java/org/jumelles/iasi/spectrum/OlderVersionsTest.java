package org.jumelles.iasi.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.RecordWriter;
import org.jumelles.formats.eps.ShortCdsTime;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

/// Records of versions 3 and 4, made from the tables behind the real product's head: no real file
/// of them was at hand.
class OlderVersionsTest {
  private static final int HEAD = 231_845;
  private static final ShortCdsTime TIME = new ShortCdsTime(2800, 5000);

  private static RecordWriter record(int version) {
    RecordWriter record = RecordWriter.of(RecordHeader.MDR, 8, 2, version);
    record
        .set("IDefSpectDWn1b", 0, 25)
        .set("IDefNsfirst1b", 0, 2581)
        .set("IDefNslast1b", 0, 11_041);
    short[] counts = new short[Channels.COUNT];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) (i - 300);
    }
    record.setShorts("GS1cSpect", 119 * 8700, counts, 0, Channels.COUNT);
    return record.setValue("GGeoSondLoc", 2 * 119 + 1, -89.5).setTime("GEPSDatIasi", 29, TIME);
  }

  private static Granule granule(byte[]... records) throws IOException {
    byte[] real = Files.readAllBytes(SharedData.need("iasi/l1c/IASI_L1C_real1line.nat"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(real, 0, HEAD);
    for (byte[] record : records) {
      out.writeBytes(record);
    }
    return Granules.open(Bytes.of("made.nat", out.toByteArray()));
  }

  @Test
  void versionFourHasAFlagAPixel() throws IOException {
    byte[] bytes = record(4).set("GQisFlagQual", 7, 1).record(TIME, TIME);

    ScanLine line = granule(bytes).line(0).found().orElseThrow();

    assertThat(line.quality().bad(7, 1)).isTrue();
    assertThat(line.quality().bad(7, 3)).isTrue();
    assertThat(line.quality().bad(8, 1)).isFalse();
    assertThat(line.quality().word()).isEqualTo(Quality.Word.NONE);
    assertThat(line.imager().cloudPercent()[0]).isNaN();
    assertThat(line.counts()[ScanLine.at(119)]).isEqualTo((short) -300);
    assertThat(line.counts()[ScanLine.at(120) - 1]).isEqualTo((short) 8160);
    assertThat(line.geometry().latitudeDeg()[119]).isEqualTo(-89.5);
    assertThat(line.views()[29]).isEqualTo(TIME.moment());
    assertThat(line.present()[118]).isFalse();
    assertThat(line.present()[119]).isTrue();
  }

  @Test
  void versionThreeHasAFlagALine() throws IOException {
    byte[] bytes = record(3).set("GQisFlagQual", 0, 1).record(TIME, TIME);

    ScanLine line = granule(bytes).line(0).found().orElseThrow();

    assertThat(line.quality().bad(0, 1)).isTrue();
    assertThat(line.quality().bad(119, 3)).isTrue();
    assertThat(line.counts()[ScanLine.at(119)]).isEqualTo((short) -300);
  }

  @Test
  void aVersionThatIsNotKnownIsRefusedAndTheNextIsRead() throws IOException {
    byte[] unknown = record(5).record(TIME, TIME).clone();
    unknown[3] = 6;
    byte[] dummy = RecordWriter.of(RecordHeader.MDR, 13, 1, 2).record(TIME, TIME);

    Granule granule = granule(unknown, dummy, record(5).record(TIME, TIME));

    assertThat(granule.lineCount()).isEqualTo(2);
    assertThat(((EpsGranule) granule).dummyRecords()).isEqualTo(1);
    assertThat(granule.line(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(granule.line(0).defects().getFirst().found()).isEqualTo("MDR 8.2 v6");
    assertThat(granule.line(1)).isInstanceOf(Outcome.Good.class);
  }

  @Test
  void anAngleThatCannotBeIsNotKnown() throws IOException {
    byte[] bytes =
        record(5)
            .set("GGeoSondLoc", 0, Integer.MIN_VALUE)
            .set("GGeoSondLoc", 3, 90_000_001)
            .record(TIME, TIME);

    Outcome<ScanLine> outcome = granule(bytes).line(0);

    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(outcome.defects()).hasSize(2);
    assertThat(outcome.found().orElseThrow().geometry().longitudeDeg()[0]).isNaN();
    assertThat(outcome.found().orElseThrow().geometry().latitudeDeg()[1]).isNaN();
    assertThat(outcome.found().orElseThrow().geometry().latitudeDeg()[2]).isZero();
  }
}
