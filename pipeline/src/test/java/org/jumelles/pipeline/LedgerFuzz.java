package org.jumelles.pipeline;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.pipeline.ingest.RecognitionFuzz;
import org.jumelles.pipeline.partnership.FactYaml;
import org.jumelles.pipeline.sample.RowsFuzz;

/// What a fuzzer calls: any bytes, as a ledger of samples or of facts, are read or refused, within
/// bounds.
///
/// `-Djumelles.fuzz=NAME` tells which; `bench/fuzz.sh` runs them all.
public final class LedgerFuzz {
  private static final long MOST_NANOS = 2_000_000_000L;
  private static final long MOST_BYTES = 256L << 20;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String CHOSEN = System.getProperty("jumelles.fuzz", "");

  static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "csv",
          bytes -> RowsFuzz.csv(text(bytes)),
          "yaml",
          bytes -> RowsFuzz.yaml(text(bytes)),
          "facts",
          LedgerFuzz::facts,
          "recognition",
          RecognitionFuzz::read);

  private LedgerFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] bytes) {
    run(CHOSEN, bytes);
  }

  /// @throws AssertionError where it took too long or too much
  static void run(String name, byte[] bytes) {
    Consumer<byte[]> target = TARGETS.get(name);
    if (target == null) {
      throw new IllegalArgumentException("no target '" + name + "'; there are " + TARGETS.keySet());
    }
    Cost cost = cost(target, bytes);
    // The first time pays for loading classes.
    cost = cost.isTooMuch() ? cost(target, bytes) : cost;
    if (cost.isTooMuch()) {
      throw new AssertionError(name + ": " + cost + " for " + bytes.length + " bytes");
    }
  }

  /// @param nanos of processor time
  /// @param bytes allocated in all
  private record Cost(long nanos, long bytes) {
    boolean isTooMuch() {
      return nanos > MOST_NANOS || bytes > MOST_BYTES;
    }
  }

  private static Cost cost(Consumer<byte[]> target, byte[] bytes) {
    long nanos = THREAD.getCurrentThreadCpuTime();
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    try {
      target.accept(bytes);
    } catch (MalformedDataException refused) {
      refused.defect().sentence();
    }
    return new Cost(
        THREAD.getCurrentThreadCpuTime() - nanos,
        THREAD.getCurrentThreadAllocatedBytes() - allocated);
  }

  private static void facts(byte[] bytes) {
    try {
      FactYaml.read(new ByteArrayInputStream(bytes), "fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
