package org.jumelles.iasi.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

/// One real scan line, as two independent readers read it (see the public data's README).
class EpsGranuleTest {
  private static final int SCALE_RECORD = 231_761;
  private static final int MDR = 231_845;

  private static byte[] real() throws IOException {
    Path file = SharedData.need("iasi/l1c/IASI_L1C_real1line.nat");
    return Files.readAllBytes(file);
  }

  private static Granule open(byte[] bytes) {
    return Granules.open(Bytes.of("granule.nat", bytes));
  }

  @Test
  void tellsItsHeader() throws IOException {
    Header header = open(real()).header();

    assertThat(header.format()).isEqualTo("EPS native");
    assertThat(header.formatVersion()).isEqualTo("11.0");
    assertThat(header.platform()).isEqualTo("Metop-A");
    assertThat(header.orbit()).isEqualTo(OptionalInt.of(31_330));
    assertThat(header.sensing().start()).isEqualTo(Utc.parse("2012-11-02T00:00:02"));
  }

  @Test
  void givesTheIntegersOfTheRealLine() throws IOException {
    Granule granule = open(real());
    Outcome<ScanLine> outcome = granule.line(0);
    ScanLine line = outcome.found().orElseThrow();
    long sum = 0;
    int least = 0;
    int greatest = 0;
    int notAboveZero = 0;
    for (short count : line.counts()) {
      sum += count;
      least = Math.min(least, count);
      greatest = Math.max(greatest, count);
      notAboveZero += count <= 0 ? 1 : 0;
    }

    assertThat(granule.lineCount()).isEqualTo(1);
    assertThat(outcome).isInstanceOf(Outcome.Good.class);
    assertThat(line.present()).hasSize(120).doesNotContain(false);
    assertThat(sum).isEqualTo(1_261_506_315L);
    assertThat(least).isEqualTo(-814);
    assertThat(greatest).isEqualTo(9245);
    assertThat(notAboveZero).isEqualTo(13_658);
    assertThat(line.scale()).isEqualTo(ScaleFactors.USUAL);
    assertThat(line.views()[0]).isEqualTo(Utc.parse("2012-11-02T00:00:02.859"));
    assertThat(line.geometry().latitudeDeg()[0]).isEqualTo(-89.20715);
    assertThat(line.geometry().longitudeDeg()[0]).isEqualTo(-81.30185);
    assertThat(line.geometry().satelliteZenithDeg()[0]).isEqualTo(56.84);
    assertThat(line.geometry().solarAzimuthDeg()[0]).isEqualTo(256.98);
    assertThat(line.quality().word()).isEqualTo(Quality.Word.EPS);
    assertThat(line.imager().landPercent()[119]).isEqualTo(100);
  }

  @Test
  void refusesAFileWithoutScaleFactors() throws IOException {
    byte[] bytes = real();
    ByteBuffer.wrap(bytes).putShort(SCALE_RECORD + 20, (short) 0);

    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("IDefScaleSondNbScale: 0");
  }

  @Test
  void refusesALineWithAnotherSpectralAxis() throws IOException {
    byte[] bytes = real();
    ByteBuffer.wrap(bytes).putInt(MDR + 276_782, 2580);

    Granule granule = open(bytes);

    assertThat(granule.line(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(granule.line(0).defects().getFirst().field()).contains("IDefNsfirst1b");
  }

  @Test
  void refusesAFileOfAnotherInstrument() throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.need("iasi/eps_other/testFile_amsua_l1b.nat"));

    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("AMSA_xxx_1B");
  }
}
