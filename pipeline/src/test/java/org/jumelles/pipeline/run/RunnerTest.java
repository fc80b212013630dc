package org.jumelles.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final Recipe RECIPE = new Recipe("test/runner", "1");
  private static final long MIB = 1 << 20;
  private static final Defect DEFECT =
      new Defect("input", new Place.Offset(3), "field", "clause", "found");

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
  }

  private ProductDraft draft(String name, String payload) throws IOException {
    Path file = Files.writeString(archive.workFile("text"), name);
    return new ProductDraft(
        RECIPE,
        name,
        Map.of("name", name),
        List.of(),
        List.of(new DraftPayload(payload, "text/plain", file)),
        List.of(),
        Specimens.PROVENANCE.since(Provenance.now(), "SEIS", Specimens.START),
        Map.of());
  }

  private static Work work(String name, long memoryBytes, Work.Step step) {
    Identity identity =
        Identity.of(RECIPE.name(), RECIPE.version(), Map.of("name", name), List.of());
    return new Work(identity, name, memoryBytes, step);
  }

  private Work good(String name) {
    return work(name, 1, () -> new Outcome.Good<>(draft(name, "text")));
  }

  private Runner runner(int threads, long memoryBytes) {
    return new Runner(archive, Progress.SILENT, threads, memoryBytes);
  }

  @Test
  void everyOutcomeIsCountedAndNoneStopsTheOthers() throws Exception {
    List<Work> plan =
        List.of(
            good("first"),
            work(
                "doubtful",
                1,
                () -> new Outcome.Doubtful<>(draft("doubtful", "text"), List.of(DEFECT))),
            work("refused", 1, () -> new Outcome.Refused<>(DEFECT)),
            work(
                "malformed",
                1,
                () -> {
                  throw new MalformedDataException(DEFECT);
                }),
            work(
                "broken",
                1,
                () -> {
                  throw new IllegalStateException("a fault");
                }),
            good("last"));
    Tally tally = runner(2, MIB).run("test", plan);
    assertThat(tally.planned()).isEqualTo(6);
    assertThat(tally.good()).isEqualTo(2);
    assertThat(tally.doubtful()).isEqualTo(1);
    assertThat(tally.refused()).isEqualTo(2);
    assertThat(tally.broken()).isEqualTo(1);
    assertThat(tally.products())
        .extracting(Product::title)
        .containsExactly("first", "doubtful", "last");
    assertThat(tally.defects()).hasSize(4).contains(DEFECT);
    assertThat(tally.defects().getLast().found()).contains("a fault");
    assertThat(archive.products()).hasSize(3);
  }

  @Test
  void aBrokenPromiseInsideOneStepDoesNotStopTheOthers() throws Exception {
    List<Work> plan =
        List.of(
            work(
                "assertion",
                1,
                () -> {
                  throw new AssertionError("the catalogue promised");
                }),
            work("astray", 1, () -> new Outcome.Good<>(draft("astray", "../astray"))),
            good("good"));
    Tally tally = runner(1, MIB).run("test", plan);
    assertThat(tally.broken()).isEqualTo(2);
    assertThat(tally.good()).isEqualTo(1);
    assertThat(folder.resolve("astray")).doesNotExist();
  }

  @Test
  void asSoonAsAllIsKnownNothingIsMadeAgain() throws Exception {
    List<Work> plan = List.of(good("one"), good("two"), good("three"));
    Tally first = runner(2, MIB).run("test", plan);
    AtomicInteger made = new AtomicInteger();
    List<Work> again =
        plan.stream()
            .map(
                work ->
                    new Work(
                        work.identity(),
                        work.title(),
                        1,
                        () -> {
                          made.incrementAndGet();
                          return work.step().make();
                        }))
            .toList();
    Tally second = runner(2, MIB).run("test", again);
    assertThat(second.known()).isEqualTo(3);
    assertThat(second.made()).isZero();
    assertThat(made).hasValue(0);
    assertThat(second.products()).isEqualTo(first.products());
  }

  @Test
  void piecesSideBySideStayWithinTheMemory() throws Exception {
    long budget = 10 * MIB;
    AtomicLong used = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Work> plan = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long memory = 1 + i * 387_001L % (4 * MIB);
      String name = "piece " + i;
      plan.add(
          work(
              name,
              memory,
              () -> {
                most.accumulateAndGet(used.addAndGet(memory), Math::max);
                pause(3);
                used.addAndGet(-memory);
                return new Outcome.Good<>(draft(name, "text"));
              }));
    }
    Tally tally = runner(8, budget).run("test", plan);
    assertThat(tally.good()).isEqualTo(40);
    assertThat(most.get()).isLessThanOrEqualTo(budget).isGreaterThan(4 * MIB);
  }

  @Test
  void aPieceLargerThanAllMemoryRunsAlone() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger beside = new AtomicInteger();
    List<Work> plan = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long memory = i == 3 ? 100 * MIB : MIB;
      String name = "piece " + i;
      plan.add(
          work(
              name,
              memory,
              () -> {
                int now = running.incrementAndGet();
                if (memory > MIB) {
                  pause(20);
                  beside.set(Math.max(now, running.get()));
                }
                pause(3);
                running.decrementAndGet();
                return new Outcome.Good<>(draft(name, "text"));
              }));
    }
    assertThat(runner(4, 3 * MIB).run("test", plan).good()).isEqualTo(6);
    assertThat(beside).hasValue(1);
  }

  @Test
  void whatWasStoredBeforeTheDiskFailedStaysStored() throws Exception {
    List<Work> plan =
        List.of(
            good("kept"),
            work(
                "failing",
                1,
                () -> {
                  throw new IOException("disk full");
                }),
            good("later"));
    assertThatThrownBy(() -> runner(1, MIB).run("test", plan))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(archive.find(plan.getFirst().identity())).isPresent();
    Tally again =
        runner(1, MIB).run("test", List.of(plan.getFirst(), good("failing"), plan.getLast()));
    assertThat(again.known()).isPositive();
    assertThat(again.known() + again.good()).isEqualTo(3);
  }

  @Test
  void anInterruptedRunKeepsWhatItStored() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    List<Work> plan =
        List.of(
            good("kept"),
            work(
                "endless",
                1,
                () -> {
                  reached.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                  }
                  return new Outcome.Refused<>(DEFECT);
                }));
    AtomicReference<String> end = new AtomicReference<>("none");
    Thread run =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    runner(1, MIB).run("test", plan);
                  } catch (IOException e) {
                    end.set(String.valueOf(e.getMessage()));
                  }
                });
    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    run.interrupt();
    run.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(run.isAlive()).isFalse();
    assertThat(end.get()).contains("what was stored stays stored");
    assertThat(archive.find(plan.getFirst().identity())).isPresent();
    assertThat(runner(1, MIB).run("test", List.of(good("kept"), good("endless"))).known())
        .isEqualTo(1);
  }

  @Test
  void anEmptyPlanIsNoWork() throws Exception {
    assertThat(runner(1, 0).run("test", List.of())).isEqualTo(Tally.NOTHING);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
