package org.jumelles.service;

import java.util.concurrent.atomic.LongAdder;
import org.jumelles.service.exchange.Answer;

/// Counts answers, and says that the service is up.
final class Health {
  private final LongAdder good = new LongAdder();
  private final LongAdder clientErrors = new LongAdder();
  private final LongAdder serverErrors = new LongAdder();
  private final long startedNanos = System.nanoTime();

  Answer counted(Answer answer) {
    (answer.status() < 400 ? good : answer.status() < 500 ? clientErrors : serverErrors)
        .increment();
    return answer;
  }

  Answer health() {
    return Answer.of(200, Answer.JSON, "{\"status\":\"up\"}\n");
  }

  /// Prometheus text format 0.0.4.
  Answer metrics() {
    Runtime memory = Runtime.getRuntime();
    String text =
        "# TYPE jumelles_answers_total counter\n"
            + line("jumelles_answers_total{class=\"good\"}", good.sum())
            + line("jumelles_answers_total{class=\"client_error\"}", clientErrors.sum())
            + line("jumelles_answers_total{class=\"server_error\"}", serverErrors.sum())
            + "# TYPE jumelles_up_seconds gauge\n"
            + line("jumelles_up_seconds", (System.nanoTime() - startedNanos) / 1_000_000_000L)
            + "# TYPE jumelles_heap_bytes gauge\n"
            + line("jumelles_heap_bytes", memory.totalMemory() - memory.freeMemory());
    return Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  private static String line(String name, long value) {
    return name + " " + value + "\n";
  }
}
