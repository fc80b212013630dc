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

  public Runner(Archive archive, Progress progress, int threads, long memoryBytes) {
    this.archive = archive;
    this.progress = progress;
    this.threads = threads;
    this.permits = Math.clamp(memoryBytes / PERMIT_BYTES, 1, Integer.MAX_VALUE);
  }

  /// All cores, and six tenths of the heap that this JVM may take.
  public static Runner onThisMachine(Archive archive, Progress progress) {
    Runtime machine = Runtime.getRuntime();
    return new Runner(
        archive, progress, machine.availableProcessors(), machine.maxMemory() / 10 * 6);
  }

  /// @throws IOException where the archive or the disk failed; what was stored before stays stored
  public Tally run(String what, List<Work> plan) throws IOException {
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
        results.addAll(make(open));
      } finally {
        progress.end();
      }
    }
    return tally(plan.size(), results);
  }

  private List<Done> make(List<Work> open) throws IOException {
    Semaphore memory = new Semaphore(permits, true);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Done>> running = new ArrayList<>();
      for (Work work : open) {
        running.add(pool.submit(() -> withMemory(work, memory)));
      }
      List<Done> results = new ArrayList<>();
      try {
        for (Future<Done> one : running) {
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
  }

  private Done withMemory(Work work, Semaphore memory) throws IOException, InterruptedException {
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

  private static Tally tally(int planned, List<Done> results) {
    int known = 0;
    int good = 0;
    int doubtful = 0;
    int refused = 0;
    int broken = 0;
    List<Product> products = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (Done result : results) {
      switch (result) {
        case Done.Known(Product product) -> {
          known++;
          products.add(product);
        }
        case Done.Good(Product product) -> {
          good++;
          products.add(product);
        }
        case Done.Doubtful(Product product, List<Defect> why) -> {
          doubtful++;
          products.add(product);
          defects.addAll(why);
        }
        case Done.Refused(Defect why) -> {
          refused++;
          defects.add(why);
        }
        case Done.Broken(Defect why) -> {
          broken++;
          defects.add(why);
        }
      }
    }
    return new Tally(planned, known, good, doubtful, refused, broken, products, defects);
  }

  private sealed interface Done {
    record Known(Product product) implements Done {}

    record Good(Product product) implements Done {}

    record Doubtful(Product product, List<Defect> defects) implements Done {}

    record Refused(Defect defect) implements Done {}

    record Broken(Defect defect) implements Done {}
  }
}
