package org.jumelles.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCacheTest {
  private static final int OBJECT_BYTES = 1_000;

  @TempDir Path folder;

  private static ReadCache.Filling filling(String object) {
    return into -> {
      byte[] bytes = new byte[OBJECT_BYTES];
      new Random(object.hashCode()).nextBytes(bytes);
      Files.write(into.resolve("file"), bytes);
    };
  }

  private long held() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count() * OBJECT_BYTES;
    }
  }

  @Test
  void theLongestUnusedGoesAndNoneThatIsHeld() throws Exception {
    ReadCache cache = new ReadCache(folder, 3 * OBJECT_BYTES, Duration.ZERO);
    Path held = cache.file("held", "file", filling("held"));
    for (int i = 0; i < 20; i++) {
      cache.file("object" + i, "file", filling("object" + i));
      System.gc(); // the paths of the others are held by nobody
    }
    assertThat(held).exists();
    assertThat(held()).isLessThanOrEqualTo(3L * OBJECT_BYTES + OBJECT_BYTES);
    CacheCounts counts = cache.counts();
    assertThat(counts.fills()).isEqualTo(21);
    assertThat(counts.evictions()).isGreaterThanOrEqualTo(17);
    assertThat(counts.filledBytes()).isEqualTo(21L * OBJECT_BYTES);
  }

  @Test
  void theBoundIsPassedRatherThanAReaderBroken() throws Exception {
    ReadCache cache = new ReadCache(folder, 2 * OBJECT_BYTES, Duration.ZERO);
    List<Path> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(cache.file("object" + i, "file", filling("object" + i)));
    }
    assertThat(held).allMatch(Files::exists);
    assertThat(cache.counts().overBytes()).isEqualTo(4L * OBJECT_BYTES);
    assertThat(cache.counts().evictions()).isZero();
  }

  @Test
  void manyReadersUnderASmallBoundReadTheRightBytes() throws Exception {
    ReadCache cache = new ReadCache(folder, 4 * OBJECT_BYTES, Duration.ZERO);
    ReadCache ofAnotherProcess = new ReadCache(folder, 400 * OBJECT_BYTES, Duration.ofHours(1));
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> readers = new ArrayList<>();
    for (int reader = 0; reader < 8; reader++) {
      int seed = reader;
      readers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      read(seed, cache);
                    } catch (Throwable e) {
                      failures.add(e);
                    }
                  }));
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(failures).isEmpty();
    assertThat(cache.counts().hits() + cache.counts().fills()).isEqualTo(8 * 200);
    assertThat(cache.counts().evictions()).isPositive();
    assertThat(ofAnotherProcess.counts().heldBytes()).isEqualTo(held());
  }

  private void read(int seed, ReadCache cache) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String object = "object" + random.nextInt(40);
      Path file = cache.file(object, "file", filling(object));
      byte[] expected = new byte[OBJECT_BYTES];
      new Random(object.hashCode()).nextBytes(expected);
      assertThat(Files.readAllBytes(file)).isEqualTo(expected);
      if (i % 50 == 0) {
        System.gc();
      }
    }
  }

  @Test
  void whatFailsToComeInLeavesNothingAndIsAskedForAgain() throws Exception {
    ReadCache cache = new ReadCache(folder, 4 * OBJECT_BYTES, Duration.ZERO);
    assertThatThrownBy(
            () ->
                cache.file(
                    "object",
                    "file",
                    into -> {
                      Files.write(into.resolve("file"), new byte[3]);
                      throw new IOException("wrong bytes");
                    }))
        .hasMessage("wrong bytes");
    assertThat(folder).isEmptyDirectory();
    assertThat(cache.file("object", "file", filling("object"))).hasSize(OBJECT_BYTES);
  }

  @Test
  void aNameThatLeadsOutIsRefused() {
    ReadCache cache = new ReadCache(folder, OBJECT_BYTES, Duration.ZERO);
    assertThatThrownBy(() -> cache.file("object", "../../file", filling("object")))
        .hasMessageContaining("may not be named");
  }
}
