package org.jumelles.service;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jumelles.service.alert.AlertFilter;
import org.jumelles.service.download.RangeFuzz;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.fdsn.RequestFuzz;
import org.jumelles.service.seedlink.HandshakeFuzz;
import org.jumelles.service.stac.SearchFuzz;
import org.jumelles.service.tap.AdqlFuzz;

/// What a fuzzer calls: any words of a client are understood or refused, within bounds.
///
/// `-Djumelles.fuzz=NAME` tells which; `bench/fuzz.sh` runs them all.
public final class ParameterFuzz {
  private static final long MOST_NANOS = 2_000_000_000L;
  private static final long MOST_BYTES = 256L << 20;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String CHOSEN = System.getProperty("jumelles.fuzz", "");

  static final Map<String, Consumer<String>> TARGETS =
      Map.of(
          "adql", AdqlFuzz::read,
          "fdsn", RequestFuzz::read,
          "stac", SearchFuzz::read,
          "range", RangeFuzz::read,
          "seedlink", HandshakeFuzz::read,
          "parameters", ParameterFuzz::parameters);

  private ParameterFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] bytes) {
    run(CHOSEN, bytes);
  }

  /// @throws AssertionError where it took too long or too much
  static void run(String name, byte[] bytes) {
    Consumer<String> target = TARGETS.get(name);
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

  private static Cost cost(Consumer<String> target, byte[] bytes) {
    long nanos = THREAD.getCurrentThreadCpuTime();
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    target.accept(new String(bytes, StandardCharsets.UTF_8));
    return new Cost(
        THREAD.getCurrentThreadCpuTime() - nanos,
        THREAD.getCurrentThreadAllocatedBytes() - allocated);
  }

  private static void parameters(String text) {
    try {
      Parameters.of(text, Set.of("a", "limit", "q")).whole("limit", 1, 1000);
    } catch (Refusal refused) {
      String.valueOf(refused.getMessage());
    }
    try {
      AlertFilter.of(text);
    } catch (Refusal refused) {
      String.valueOf(refused.getMessage());
    }
  }
}
