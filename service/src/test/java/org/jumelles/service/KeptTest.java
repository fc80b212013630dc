package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jumelles.archive.Archive;
import org.jumelles.service.holding.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sums are as new as the archive where they are quick, and never hold an answer up where not.
class KeptTest {
  private static final Duration SOON = Duration.ofMillis(100);

  @TempDir Path folder;

  @Test
  void aSumIsMadeOnceUntilAProductComesIn() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      AtomicInteger made = new AtomicInteger();
      Kept<Long> kept =
          new Kept<>(
              archive,
              () -> {
                made.incrementAndGet();
                return archive.counts().products();
              });
      assertThat(List.of(kept.get(), kept.get(), kept.get())).containsOnly(0L);
      assertThat(made).hasValue(1);
      new SampleArchive(archive, folder).fill();
      assertThat(kept.get()).isEqualTo(archive.counts().products()).isPositive();
    }
  }

  @Test
  void whatTakesLongIsMadeBesideTheAnswer() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      CountDownLatch goOn = new CountDownLatch(1);
      Kept<String> kept =
          new Kept<>(
              archive,
              () -> {
                try {
                  goOn.await();
                  Thread.sleep(60);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return "counted";
              });
      assertThat(kept.within(SOON)).isEmpty();
      goOn.countDown();
      assertThat(kept.get()).isEqualTo("counted");
      new SampleArchive(archive, folder).fill();
      assertThat(kept.within(Duration.ZERO)).contains("counted");
    }
  }

  @Test
  void whatFailedIsTriedAgain() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      AtomicInteger made = new AtomicInteger();
      Kept<String> kept =
          new Kept<>(
              archive,
              () -> {
                if (made.incrementAndGet() == 1) {
                  throw new IllegalStateException("the server is away");
                }
                return "counted";
              });
      assertThatThrownBy(kept::get).hasRootCauseMessage("the server is away");
      assertThat(kept.get()).isEqualTo("counted");
    }
  }
}
