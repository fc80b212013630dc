package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jumelles.archive.catalogue.Claims;
import org.jumelles.archive.product.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Of several workers one makes a product, and what a dead one claimed is free again.
class ClaimsTest {
  private static final Identity ONE = Identity.of("test", "1", Map.of("a", "1"), List.of());
  private static final Identity TWO = Identity.of("test", "1", Map.of("a", "2"), List.of());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneWorkerHoldsAClaimUntilItGivesItBack(Databases database) throws Exception {
    String url = database.url(folder);
    try (Archive archive = Archive.openShared(folder, url);
        Archive other = Archive.openShared(folder, url);
        Claims mine = archive.claims("mine", Duration.ofSeconds(60))) {
      try (Claims theirs = other.claims("theirs", Duration.ofSeconds(60))) {
        assertThat(mine.take(ONE)).isTrue();
        assertThat(mine.take(ONE)).isTrue();
        assertThat(theirs.take(ONE)).isFalse();
        assertThat(theirs.take(TWO)).isTrue();
        theirs.release(ONE); // not theirs to give
        assertThat(theirs.take(ONE)).isFalse();
        mine.release(ONE);
        assertThat(theirs.take(ONE)).isTrue();
      }
      assertThat(mine.take(ONE)).isTrue();
      assertThat(mine.take(TWO)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRefusalIsToldToTheOthersAndToThoseThatComeLater(Databases database) throws Exception {
    String url = database.url(folder);
    try (Archive archive = Archive.openShared(folder, url)) {
      try (Claims mine = archive.claims("mine", Duration.ofSeconds(60))) {
        assertThat(mine.take(ONE)).isTrue();
        mine.refuse(ONE, "no channel epoch");
        assertThat(mine.refusal(ONE)).as("its own is tried again").isEmpty();
      }
      try (Claims later = archive.claims("later", Duration.ofSeconds(60))) {
        assertThat(later.refusal(ONE)).contains("no channel epoch");
        assertThat(later.take(ONE)).isFalse();
        assertThat(later.refusal(TWO)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theClaimsOfASilentWorkerEnd(Databases database) throws Exception {
    String url = database.url(folder);
    try (Archive archive = Archive.openShared(folder, url)) {
      Archive silent = Archive.openShared(folder, url);
      Claims lost = silent.claims("silent", Duration.ofSeconds(4));
      assertThat(lost.take(ONE)).isTrue();
      try (Claims mine = archive.claims("mine", Duration.ofSeconds(60))) {
        Thread.sleep(5_500);
        assertThat(mine.take(ONE)).as("it is heard of").isFalse();
        silent.close(); // from now on its heart beats on nothing
        Thread.sleep(5_500);
        assertThat(mine.take(ONE)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofManyAtOnceEachProductHasOneTaker(Databases database) throws Exception {
    String url = database.url(folder);
    List<Identity> all =
        IntStream.range(0, 40)
            .mapToObj(i -> Identity.of("test", "1", Map.of("n", "" + i), List.of()))
            .toList();
    try (Archive archive = Archive.openShared(folder, url);
        var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> takers =
          IntStream.range(0, 4)
              .<Callable<Long>>mapToObj(
                  i ->
                      () -> {
                        Claims claims = archive.claims("w" + i, Duration.ofSeconds(60));
                        return all.stream().filter(claims::take).count();
                      })
              .toList();
      long taken = 0;
      for (Future<Long> one : pool.invokeAll(takers)) {
        taken += one.get();
      }
      assertThat(taken).isEqualTo(all.size());
    }
  }

  @Test
  void sharedAndAloneDoNotMix() throws Exception {
    try (Archive _ = Archive.openShared(folder);
        Archive _ = Archive.openShared(folder)) {
      assertThatThrownBy(() -> Archive.open(folder)).isInstanceOf(ArchiveBusyException.class);
      assertThatThrownBy(() -> Archive.rebuild(folder, Progress.NONE))
          .isInstanceOf(ArchiveBusyException.class);
    }
    try (Archive archive = Archive.open(folder)) {
      assertThatThrownBy(() -> Archive.openShared(folder)).isInstanceOf(ArchiveBusyException.class);
      assertThatThrownBy(() -> archive.claims("hasty", Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lease");
    }
  }
}
