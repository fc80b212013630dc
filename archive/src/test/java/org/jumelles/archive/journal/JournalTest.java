package org.jumelles.archive.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String U = "FDSN:XB_ELYSE_03_B_H_U";
  private static final String V = "FDSN:XB_ELYSE_03_B_H_V";
  private static final Identity PRODUCT = new Identity("ab".repeat(32));

  @TempDir Path folder;

  @Test
  void numbersFollowOnEachOtherAcrossChannelsAndProcesses() throws IOException {
    assertThat(new Journal(folder).append(List.of(record(U, 0, 1), record(V, 0, 1)))).isEqualTo(2);
    Journal another = new Journal(folder);
    another.append(List.of(record(U, 1, 1)));
    Journal.View view = new Journal(folder).view();
    assertThat(view.next()).isEqualTo(4);
    assertThat(view.stretches()).extracting(Stretch::key).containsExactly(U, V);
    assertThat(growing(view, U).places()).extracting(Stretch.Place::number).containsExactly(1L, 3L);
    assertThat(Journal.bytes(growing(view, U), growing(view, U).places().getLast()))
        .isEqualTo(record(U, 1, 1).bytes());
  }

  @Test
  void aRecordThatIsThereAlreadyIsLeftOut() throws IOException {
    Journal journal = new Journal(folder);
    journal.append(List.of(record(U, 0, 1)));
    assertThat(
            new Journal(folder).append(List.of(record(U, 0, 1), record(U, 5, 1), record(U, 5, 1))))
        .isEqualTo(1);
    assertThat(journal.view().next()).isEqualTo(3);
  }

  @Test
  void aRecordMayTakeSeveralNumbers() throws IOException {
    Journal journal = new Journal(folder);
    journal.append(List.of(record(U, 0, 24), record(U, 1, 1)));
    assertThat(growing(journal.view(), U).places())
        .extracting(Stretch.Place::number)
        .containsExactly(1L, 25L);
    assertThat(journal.view().next()).isEqualTo(26);
  }

  @Test
  void storedRunsAreNumberedOnce() throws IOException {
    Journal journal = new Journal(folder);
    StoredRun run = new StoredRun(PRODUCT, "a.mseed", 512, 1024, U, span(0), 2);
    journal.number(List.of(run));
    new Journal(folder).number(List.of(run));
    assertThat(journal.view().next()).isEqualTo(3);
    assertThat(journal.view().stretches()).hasSize(1);
    assertThat(journal.isNumbered(PRODUCT, "a.mseed", 512)).isTrue();
    assertThat(journal.isNumbered(PRODUCT, "a.mseed", 0)).isFalse();
  }

  @Test
  void aSealedDayKeepsItsNumbersAndGrowsNoMore() throws IOException {
    Journal journal = new Journal(folder);
    journal.append(List.of(record(U, 0, 1), record(V, 0, 1), record(U, 1, 1)));
    Journal another = new Journal(folder);
    another.view();
    Stretch.Growing day = growing(journal.view(), U);
    journal.seal(day, PRODUCT, "day.mseed");
    for (Journal each : List.of(journal, another, new Journal(folder))) {
      Stretch.Stored stored =
          (Stretch.Stored)
              each.view().stretches().stream().filter(s -> s.key().equals(U)).findFirst().get();
      assertThat(stored.numbers()).containsExactly(1, 3);
      assertThat(stored.end()).isEqualTo(4);
      assertThat(each.view().stretches()).hasSize(2);
    }
    assertThat(day.file()).doesNotExist();
    another.append(List.of(record(U, 2, 1)));
    assertThat(growing(journal.view(), U).first()).isEqualTo(4);
  }

  @Test
  void aSealerKilledBeforeItDeletedTheFileShowsNothingTwice() throws IOException {
    Journal journal = new Journal(folder);
    journal.append(List.of(record(U, 0, 1)));
    Stretch.Growing day = growing(journal.view(), U);
    byte[] left = Files.readAllBytes(day.file());
    journal.seal(day, PRODUCT, "day.mseed");
    Files.write(day.file(), left);
    Journal after = new Journal(folder);
    assertThat(after.view().stretches()).hasSize(1).allMatch(s -> s instanceof Stretch.Stored);
    after.append(List.of(record(U, 3, 1)));
    assertThat(growing(after.view(), U).first()).isEqualTo(2);
    assertThat(growing(after.view(), U).places()).hasSize(1);
  }

  @Test
  void aCopyHasTheSameNumbers() throws IOException {
    Journal journal = new Journal(folder);
    journal.number(List.of(new StoredRun(PRODUCT, "a.mseed", 512, 1024, U, span(0), 2)));
    journal.append(List.of(record(U, 0, 1), record(V, 0, 1)));
    Path copy = Files.createTempDirectory("copy");
    try {
      journal.copyTo(copy);
      assertThat(new Journal(copy).view().next()).isEqualTo(5);
      assertThat(growing(new Journal(copy).view(), V).first()).isEqualTo(4);
    } finally {
      delete(copy);
    }
  }

  /// Killed at any byte of a write, the records before it are there and the journal goes on.
  @Property(tries = 60)
  void aTornTailIsNeverReadAndNeverInTheWay(@ForAll @IntRange(min = 0, max = 700) int cut)
      throws IOException {
    Path fresh = Files.createTempDirectory("journal");
    try {
      Journal journal = new Journal(fresh);
      journal.append(List.of(record(U, 0, 1), record(U, 1, 1)));
      Stretch.Growing day = growing(journal.view(), U);
      byte[] whole = Files.readAllBytes(day.file());
      Files.write(day.file(), java.util.Arrays.copyOf(whole, Math.max(0, whole.length - cut)));
      int frame = FrameFile.HEAD_BYTES + DayFile.PREFIX_BYTES + 300;
      int left = Math.max(0, whole.length - cut) / frame;
      Journal after = new Journal(fresh);
      after.append(List.of(record(U, 7, 1)));
      List<Stretch.Place> places = growing(after.view(), U).places();
      assertThat(places).hasSize(left + 1);
      assertThat(Journal.bytes(growing(after.view(), U), places.getLast()))
          .isEqualTo(record(U, 7, 1).bytes());
      assertThat(places.getLast().number()).isEqualTo(left + 1);
    } finally {
      delete(fresh);
    }
  }

  @Property(tries = 40)
  void garbageInADayFileStopsNobody(@ForAll byte[] garbage) throws IOException {
    Path fresh = Files.createTempDirectory("journal");
    try {
      Path file = fresh.resolve("journal/2019-05-22").resolve(DayFile.fileName(U));
      Files.createDirectories(file.getParent());
      Files.write(file, garbage);
      Journal journal = new Journal(fresh);
      journal.append(List.of(record(U, 0, 1)));
      assertThat(growing(journal.view(), U).places()).hasSize(1);
    } finally {
      delete(fresh);
    }
  }

  @Test
  void keysOfAnyCharactersMakeFileNames() {
    for (String key : List.of(U, "FDSN:A+B_%2/../ä \0_x", "a.b")) {
      assertThat(DayFile.fileName(key)).matches("[A-Za-z0-9_%-]+\\.journal");
      assertThat(DayFile.key(DayFile.fileName(key))).isEqualTo(key);
    }
  }

  @Test
  void writersAtOnceGiveNoNumberTwice() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int mine = t;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Journal journal = new Journal(folder);
                      for (int i = 0; i < 10; i++) {
                        journal.append(List.of(record(mine % 2 == 0 ? U : V, 100 * mine + i, 2)));
                      }
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Journal.View view = new Journal(folder).view();
    assertThat(
            view.stretches().stream()
                .flatMap(s -> ((Stretch.Growing) s).places().stream())
                .map(Stretch.Place::number))
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(view.next()).isEqualTo(81);
  }

  private static Stretch.Growing growing(Journal.View view, String key) {
    return (Stretch.Growing)
        view.stretches().stream()
            .filter(s -> s.key().equals(key) && s instanceof Stretch.Growing)
            .findFirst()
            .orElseThrow();
  }

  private static NewRecord record(String key, int seed, int slots) {
    byte[] bytes = new byte[300];
    new Random(seed * 31L + key.hashCode()).nextBytes(bytes);
    return new NewRecord(key, span(seed), slots, bytes);
  }

  private static Span span(int minute) {
    var start = Utc.parse("2019-05-22T10:00:00").plusNanos(minute * 60_000_000_000L);
    return new Span(start, start.plusNanos(59_000_000_000L));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
