package org.jumelles.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Does planned work on all cores. A piece starts when its memory fits into what is left of the
/// budget; a piece larger than the whole budget runs alone.
public final class Runner {
  private static final int PERMIT_BYTES = 1 << 20;

  private final Archive archive;
  private final Progress progress;
  private final int threads;
  private final int permits;
  private final Semaphore memory;
  private final Optional<Sharing> sharing;
  private final Optional<Crew> crew;

  public Runner(Archive archive, Progress progress, int threads, long memoryBytes) {
    this(archive, progress, threads, memoryBytes, Optional.empty());
  }

  /// @param sharing with which others; empty where this process does all the work
  public Runner(
      Archive archive,
      Progress progress,
      int threads,
      long memoryBytes,
      Optional<Sharing> sharing) {
    this(archive, progress, threads, memoryBytes, sharing, Optional.empty());
  }

  private Runner(
      Archive archive,
      Progress progress,
      int threads,
      long memoryBytes,
      Optional<Sharing> sharing,
      Optional<Crew> crew) {
    this.archive = archive;
    this.progress = progress;
    this.threads = threads;
    this.permits = Math.clamp(memoryBytes / PERMIT_BYTES, 1, Integer.MAX_VALUE);
    this.memory = new Semaphore(permits, true);
    this.sharing = sharing;
    this.crew = crew;
  }

  /// Has others do all the work; this process counts what becomes of it.
  public static Runner with(Crew crew, Archive archive, Progress progress) {
    return new Runner(archive, progress, 1, PERMIT_BYTES, Optional.empty(), Optional.of(crew));
  }

  /// All cores, and six tenths of the heap that this JVM may take.
  public static Runner onThisMachine(
      Archive archive, Progress progress, Optional<Sharing> sharing) {
    Runtime machine = Runtime.getRuntime();
    return new Runner(
        archive, progress, machine.availableProcessors(), machine.maxMemory() / 10 * 6, sharing);
  }

  /// Returns when every piece has its outcome, here or, where the work is shared, elsewhere.
  ///
  /// @throws IOException where the archive or the disk failed; what was stored before stays stored
  public Tally run(String what, List<Work> plan) throws IOException {
    return run(what, plan, _ -> true);
  }

  /// The same for a part of the plan; the rest is counted.
  public Tally run(String what, List<Work> plan, Predicate<Work> wanted) throws IOException {
    List<Work> chosen = plan.stream().filter(wanted).toList();
    return all(what, chosen).leaving(plan.size() - chosen.size());
  }

  private Tally all(String what, List<Work> plan) throws IOException {
    List<Done> results = new ArrayList<>();
    List<Work> open = new ArrayList<>();
    for (Work work : plan) {
      Optional<Product> known = archive.find(work.identity());
      if (known.isPresent()) {
        results.add(new Done.Known(known.get()));
      } else {
        open.add(work);
      }
    }
    if (!open.isEmpty()) {
      progress.begin(what, open.size());
      try {
        results.addAll(crew.isPresent() ? by(crew.get(), what, open) : make(open));
      } finally {
        progress.end();
      }
    }
    return Done.tally(plan.size(), results);
  }

  private List<Done> by(Crew others, String what, List<Work> open) throws IOException {
    List<Done> results = new ArrayList<>();
    for (Crew.Finished one : others.make(what, open, progress)) {
      results.add(
          switch (one.kind()) {
            case KNOWN -> new Done.Known(stored(one));
            case GOOD -> new Done.Good(stored(one));
            case DOUBTFUL -> new Done.Doubtful(stored(one), one.defects());
            case REFUSED -> new Done.Refused(one.defects().getFirst());
            case BROKEN -> new Done.Broken(one.defects().getFirst());
          });
    }
    return results;
  }

  private Product stored(Crew.Finished one) throws IOException {
    return archive
        .find(one.identity())
        .orElseThrow(
            () ->
                new IOException(
                    "product "
                        + one.identity()
                        + " was told as stored but is not in the archive:"
                        + " do all nodes see the same folder?"));
  }

  private List<Done> make(List<Work> open) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      if (sharing.isEmpty()) {
        return all(open, pool, work -> withMemory(work));
      }
      Sharing with = sharing.get();
      List<Done> results = new ArrayList<>();
      List<Work> left = with.inOrder(open);
      while (!left.isEmpty()) {
        List<Optional<Done>> round = all(left, pool, work -> claimed(work, with));
        List<Work> waiting = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
          if (round.get(i).isEmpty()) {
            waiting.add(left.get(i));
          }
        }
        round.forEach(done -> done.ifPresent(results::add));
        if (waiting.size() == left.size()) {
          with.pause();
        }
        left = waiting;
      }
      return results;
    }
  }

  /// What one piece of work comes to.
  @FunctionalInterface
  private interface Doing<T> {
    T apply(Work work) throws IOException, InterruptedException;
  }

  private static <T> List<T> all(List<Work> open, ExecutorService pool, Doing<T> doing)
      throws IOException {
    List<Future<T>> running = new ArrayList<>();
    for (Work work : open) {
      running.add(pool.submit(() -> doing.apply(work)));
    }
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> one : running) {
        results.add(one.get());
      }
    } catch (ExecutionException e) {
      running.forEach(one -> one.cancel(true));
      if (e.getCause() instanceof IOException world) {
        throw world;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.forEach(one -> one.cancel(true));
      throw new IOException("interrupted; what was stored stays stored", e);
    }
    return results;
  }

  /// Does a piece of work that is nobody else's; empty while another works on it.
  private Optional<Done> claimed(Work work, Sharing with) throws IOException, InterruptedException {
    Optional<Done> outcome = elsewhere(work, with);
    if (outcome.isPresent()) {
      progress.advance(1);
      return outcome;
    }
    if (!with.claims().take(work.identity())) {
      return Optional.empty();
    }
    Optional<Product> meanwhile = archive.find(work.identity());
    if (meanwhile.isPresent()) {
      with.claims().release(work.identity());
      progress.advance(1);
      return Optional.of(new Done.Known(meanwhile.get()));
    }
    Done done;
    try {
      done = withMemory(work);
    } catch (IOException | InterruptedException | RuntimeException e) {
      with.claims().release(work.identity());
      throw e;
    }
    switch (done) {
      case Done.Refused(Defect why) -> with.claims().refuse(work.identity(), why.sentence());
      case Done.Broken(Defect why) -> with.claims().refuse(work.identity(), why.sentence());
      case Done.Known _, Done.Good _, Done.Doubtful _, Done.Elsewhere _ ->
          with.claims().release(work.identity());
    }
    return Optional.of(done);
  }

  private Optional<Done> elsewhere(Work work, Sharing with) {
    Optional<Product> made = archive.find(work.identity());
    if (made.isPresent()) {
      return Optional.of(new Done.Known(made.get()));
    }
    return with.claims()
        .refusal(work.identity())
        .map(
            why ->
                new Done.Elsewhere(
                    new Defect(
                        work.title(), new Place.Whole(), "processing", "by another shard", why)));
  }

  private Done withMemory(Work work) throws IOException, InterruptedException {
    int share = Math.clamp(Math.ceilDiv(work.memoryBytes(), PERMIT_BYTES), 1, permits);
    memory.acquire(share);
    try {
      return once(work);
    } finally {
      memory.release(share);
      progress.advance(1);
    }
  }

  private Done once(Work work) throws IOException {
    Outcome<ProductDraft> outcome;
    try {
      outcome = work.step().make();
    } catch (MalformedDataException bad) {
      outcome = new Outcome.Refused<>(bad.defect());
    } catch (RuntimeException | AssertionError fault) {
      return broken(work, fault);
    }
    try {
      return switch (outcome) {
        case Outcome.Good<ProductDraft>(ProductDraft draft) -> new Done.Good(archive.store(draft));
        case Outcome.Doubtful<ProductDraft>(ProductDraft draft, List<Defect> defects) ->
            new Done.Doubtful(archive.store(draft), defects);
        case Outcome.Refused<ProductDraft>(Defect defect) -> new Done.Refused(defect);
      };
    } catch (IllegalArgumentException badDraft) {
      return broken(work, badDraft);
    }
  }

  private Done broken(Work work, Throwable fault) {
    progress.tell(work.title() + ": " + fault);
    return new Done.Broken(
        new Defect(
            work.title(),
            new Place.Whole(),
            "processing",
            "a fault of this program, please report it",
            fault.toString()));
  }
}
