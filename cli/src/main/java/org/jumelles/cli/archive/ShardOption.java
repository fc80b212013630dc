package org.jumelles.cli.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Claims;
import org.jumelles.pipeline.run.Shard;
import org.jumelles.pipeline.run.Sharing;
import picocli.CommandLine.Option;

/// Which part of the work is this process's own, where others work beside it.
final class ShardOption {
  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Begin with the I-th of N parts, and share the rest; from 1/N to N/N.")
  private @Nullable String shard;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Take a silent process for dead after so long (${DEFAULT-VALUE}).")
  private int leaseSeconds;

  boolean isGiven() {
    return shard != null;
  }

  /// What is done with the sharing.
  @FunctionalInterface
  interface Doing {
    int with(Optional<Sharing> sharing) throws IOException;
  }

  int share(Archive archive, Doing doing) throws IOException {
    if (shard == null) {
      return doing.with(Optional.empty());
    }
    Shard own = Shard.parse(shard);
    String name = "process " + ProcessHandle.current().pid() + ", shard " + own;
    try (Claims claims = archive.claims(name, Duration.ofSeconds(leaseSeconds))) {
      return doing.with(Optional.of(new Sharing(own, claims)));
    }
  }
}
