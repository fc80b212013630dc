package org.jumelles.iasi.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

/// Both containers with bytes at random and cut at random: lines, defects and refusals, and nothing
/// else.
class HostileGranuleTest {
  private static final int TRIES = 250;

  /// @return whether the container could be opened
  private static boolean survives(byte[] bytes) {
    try {
      Granule granule = Granules.open(Bytes.of("hostile", bytes));
      for (int i = 0; i < granule.lineCount(); i++) {
        Outcome<ScanLine> outcome = granule.line(i);
        assertThat(outcome.found().isPresent() || !outcome.defects().isEmpty()).isTrue();
      }
      return true;
    } catch (MalformedDataException e) {
      Defect defect = e.defect();
      assertThat(defect.sentence()).startsWith("hostile").doesNotContain("null");
      return false;
    }
  }

  @Test
  void bytesAtRandom() throws IOException {
    for (String name : List.of("IASI_L1C_real1line.nat", "ias1_240.bufr")) {
      byte[] real = Files.readAllBytes(SharedData.need("iasi/l1c/" + name));
      SplittableRandom random = new SplittableRandom(11);
      int opened = 0;
      for (int i = 0; i < TRIES; i++) {
        byte[] bytes = real.clone();
        int changes = random.nextInt(1, 5);
        for (int k = 0; k < changes; k++) {
          int at = random.nextInt(random.nextBoolean() ? 4000 : bytes.length);
          bytes[at] = (byte) random.nextInt();
        }
        opened += survives(bytes) ? 1 : 0;
      }
      assertThat(opened).as(name).isBetween(TRIES / 4, TRIES);
    }
  }

  @Test
  void cutsAtRandom() throws IOException {
    for (String name : List.of("IASI_L1C_real1line.nat", "ias1_240.bufr")) {
      byte[] real = Files.readAllBytes(SharedData.need("iasi/l1c/" + name));
      SplittableRandom random = new SplittableRandom(12);
      int opened = 0;
      for (int i = 0; i < TRIES / 2; i++) {
        opened += survives(Arrays.copyOf(real, random.nextInt(real.length))) ? 1 : 0;
      }
      assertThat(opened).as(name).isPositive();
    }
  }
}
