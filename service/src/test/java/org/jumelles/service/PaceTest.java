package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.access.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
  @TempDir Path folder;
  private long nanos;

  @Test
  void aMinutesWorthAtOnceThenAsTheyFlow() {
    Pace pace = new Pace(6, () -> nanos);
    for (int i = 0; i < 6; i++) {
      assertThat(pace.waitSeconds("a")).isZero();
    }
    assertThat(pace.waitSeconds("a")).isEqualTo(10);
    assertThat(pace.waitSeconds("b")).isZero();
    nanos += 10_000_000_001L;
    assertThat(pace.waitSeconds("a")).isZero();
    assertThat(pace.waitSeconds("a")).isEqualTo(10);
    nanos += 3_600_000_000_000L;
    for (int i = 0; i < 6; i++) {
      assertThat(pace.waitSeconds("a")).isZero();
    }
    assertThat(pace.waitSeconds("a")).isEqualTo(10);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
    Conduct conduct = new Conduct(Provenance::now, 5, Optional.empty());
    try (Running running = new Running(folder, 1L << 30, conduct)) {
      for (int i = 0; i < 5; i++) {
        assertThat(running.get("/health").statusCode()).isEqualTo(200);
      }
      var refused = running.get("/health");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after").orElse("")).matches("[1-9][0-9]?");
    }
  }
}
