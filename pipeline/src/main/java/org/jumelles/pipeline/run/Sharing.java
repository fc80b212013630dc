package org.jumelles.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.archive.catalogue.Claims;

/// How one process shares a plan with others that work on the same archive: it begins with its own
/// shard, then takes what nobody has claimed, then waits for what the others are at. So the work of
/// a process that was killed, or never came, is done by those that live.
///
/// @param claims told to the others
public record Sharing(Shard shard, Claims claims) {
  private static final long PAUSE_MILLIS = 200;

  /// The shard's own work first, each part in the order of the plan.
  List<Work> inOrder(List<Work> plan) {
    Map<Boolean, List<Work>> own =
        plan.stream().collect(Collectors.partitioningBy(work -> shard.owns(work.identity())));
    List<Work> ordered = new ArrayList<>(own.getOrDefault(true, List.of()));
    ordered.addAll(own.getOrDefault(false, List.of()));
    return ordered;
  }

  /// Lets the others get on with what is left.
  void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; what was stored stays stored", e);
    }
  }
}
