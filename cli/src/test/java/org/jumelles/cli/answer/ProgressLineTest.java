package org.jumelles.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.jumelles.pipeline.run.Progress;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter said = new StringWriter();

  private void work(Duration patience) {
    Progress progress = new ProgressLine(new PrintWriter(said), patience);
    progress.begin("pixels", 3);
    progress.advance(2);
    progress.advance(1);
    progress.end();
  }

  @Test
  void theEndIsTold() {
    work(Duration.ZERO);
    assertThat(said.toString()).contains("pixels: 3 in ");
  }

  @Test
  void whatIsDoneWithinThePatienceIsNotSpokenOf() {
    work(Duration.ofMinutes(1));
    assertThat(said.toString()).isEmpty();
  }
}
