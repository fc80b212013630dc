package org.jumelles.seis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.seis.body.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Four hours of Mars, one marsquake in each: found, and nothing else; the baseline beside it.
class LabelledHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2019-05-23HR02_evid0041, 2019-05-23T02:00:00, 1380, LOW_FREQUENCY, 6",
    "2022-01-02HR04_evid0006, 2022-01-02T04:00:00, 2129, BROADBAND, 3",
    "2022-02-03HR08_evid0005, 2022-02-03T08:00:00, 507, BROADBAND, 5",
    "2022-05-04HR23_evid0001, 2022-05-04T23:00:00, 1665, BROADBAND, 3"
  })
  void oneQuakeOneCandidate(
      String name, String start, double pSeconds, EventType type, int baselineTriggers)
      throws IOException {
    Path file = folder().resolve("mars_hours_bhv/XB.ELYSE.02.BHV." + name + ".mseed");
    Assumptions.assumeTrue(Files.exists(file), "skipped for want of " + file.getFileName());
    double[] samples = doubles(Files.readAllBytes(file));
    Moment from = Utc.parse(start);
    Detection found =
        EnvelopeDetector.detect(
            "FDSN:XB_ELYSE_02_B_H_V",
            List.of(new Stretch(from, 20, samples)),
            Body.byDefault().thresholds());
    assertThat(found.candidates()).hasSize(1);
    Candidate candidate = found.candidates().getFirst();
    // Wind before the second hour's quake raises its onset by 80 s.
    assertThat(from.nanosUntil(candidate.onset()) / 1e9).isBetween(pSeconds - 90, pSeconds + 15);
    assertThat(candidate.type().value()).isEqualTo(type);
    assertThat(StaLta.triggers(samples, 20, StaLta.Parameters.DEFAULT)).hasSize(baselineTriggers);
  }

  /// Records of 4096 bytes of big-endian float64, as these files are.
  private static double[] doubles(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    double[] samples = new double[bytes.length / 8];
    int count = 0;
    for (int record = 0; record < bytes.length; record += 4096) {
      int data = buffer.getShort(record + 44);
      for (int i = 0; i < buffer.getShort(record + 30); i++) {
        samples[count++] = buffer.getDouble(record + data + 8 * i);
      }
    }
    return Arrays.copyOf(samples, count);
  }

  private static Path folder() {
    Optional<String> named = Optional.ofNullable(System.getenv("JUMELLES_DATA"));
    if (named.isPresent()) {
      return Path.of(named.get(), "seis");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/seis"))) {
        return at.resolve("shared/data/seis");
      }
    }
    return Path.of("shared/data/seis");
  }
}
