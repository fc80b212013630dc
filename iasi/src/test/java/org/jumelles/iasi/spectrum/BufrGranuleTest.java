package org.jumelles.iasi.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

/// The real BUFR line against the same line as an EPS native product.
class BufrGranuleTest {
  private static final int SECOND_MESSAGE = 180_696;
  private static final int THIRD_MESSAGE = 356_372;

  private static byte[] real() throws IOException {
    Path file = SharedData.need("iasi/l1c/ias1_240.bufr");
    return Files.readAllBytes(file);
  }

  private static Granule open(byte[] bytes) {
    return Granules.open(Bytes.of("messages.bufr", bytes));
  }

  @Test
  void isTheSameLineAsInTheEpsProduct() throws IOException {
    Granule granule = open(real());
    Outcome<ScanLine> outcome = granule.line(0);
    ScanLine line = outcome.found().orElseThrow();
    ScanLine eps =
        Granules.open(
                Bytes.of(
                    "granule.nat",
                    Files.readAllBytes(SharedData.need("iasi/l1c/IASI_L1C_real1line.nat"))))
            .line(0)
            .found()
            .orElseThrow();

    assertThat(granule.lineCount()).isEqualTo(1);
    assertThat(granule.header().platform()).isEqualTo("Metop-A");
    assertThat(granule.header().orbit()).hasValue(31_330);
    assertThat(outcome).isInstanceOf(Outcome.Good.class);
    assertThat(line.counts()).isEqualTo(eps.counts());
    assertThat(line.present()).isEqualTo(eps.present());
    assertThat(line.scale()).isEqualTo(eps.scale());
    assertThat(line.views()).isEqualTo(eps.views());
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      assertThat(line.geometry().latitudeDeg()[pixel])
          .isCloseTo(eps.geometry().latitudeDeg()[pixel], within(1e-5));
      assertThat(line.geometry().satelliteZenithDeg()[pixel])
          .isCloseTo(eps.geometry().satelliteZenithDeg()[pixel], within(0.01));
    }
    assertThat(line.quality().word()).isEqualTo(Quality.Word.NONE);
    assertThat(line.quality().bad(119, 3)).isFalse();
    assertThat(line.imager().cloudPercent()[0]).isNaN();
  }

  /// The fifth pixel's first class as `bufr_dump` prints it: 36 %, 818117265 x 10^-8.
  @Test
  void readsTheClassesOfTheImager() throws IOException {
    Imager imager = open(real()).line(0).found().orElseThrow().imager();

    assertThat(imager.classWeights()[4 * 7]).isCloseTo(0.36F, within(1e-6F));
    assertThat(imager.classMeans()[4 * 42]).isCloseTo(8.18117265F, within(1e-6F));
    assertThat(imager.classSpreads()[4 * 42]).isCloseTo(0.563782452F, within(1e-7F));
    assertThat(imager.classMeans()[4 * 42 + 4]).isCloseTo(308_600_146e-12F, within(1e-9F));
  }

  @Test
  void aBrokenMessageLeavesTheOtherPixels() throws IOException {
    byte[] bytes = real();
    Arrays.fill(bytes, THIRD_MESSAGE - 4, THIRD_MESSAGE, (byte) '8');

    Granule granule = open(bytes);

    assertThat(granule.lineCount()).isEqualTo(2);
    ScanLine line = granule.line(0).found().orElseThrow();
    assertThat(line.present()[14]).isTrue();
    assertThat(line.present()[15]).isFalse();
    assertThat(line.present()[30]).isTrue();
    List<Defect> defects = granule.line(1).defects();
    assertThat(defects.getFirst().field()).isEqualTo("message 2, length");
  }

  @Test
  void aMessageTwiceIsTakenOnce() throws IOException {
    byte[] bytes = real();
    byte[] twice = Arrays.copyOf(bytes, bytes.length + SECOND_MESSAGE);
    System.arraycopy(bytes, 0, twice, bytes.length, SECOND_MESSAGE);

    Outcome<ScanLine> outcome = open(twice).line(0);

    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(outcome.defects()).hasSize(15);
    assertThat(outcome.defects().getFirst().found()).isEqualTo("field of view 0");
  }

  @Test
  void refusesAnotherSoundersMessages() throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.need("iasi/eps_other/airs_57.bufr"));

    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("message 1, descriptors")
        .hasMessageContaining("310051");
  }
}
