package org.jumelles.cli.serve;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.service.seedlink.SeedLinkServer;
import picocli.CommandLine.Option;

/// Whether records are served by SeedLink too.
final class SeedLinkOption {
  @Option(
      names = "--seedlink-port",
      paramLabel = "PORT",
      description =
          "Also serve records by SeedLink 3 and 4 on this port of the same address (usually "
              + SeedLinkServer.DEFAULT_PORT
              + ").")
  private @Nullable Integer port;

  /// A server, or none.
  interface Running extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  Running start(Archive archive, String host, Answer answer) throws IOException {
    OptionalInt wanted = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    if (wanted.isEmpty()) {
      return () -> {};
    }
    SeedLinkServer server =
        SeedLinkServer.start(archive, host, wanted.getAsInt(), SeedLinkServer.Limits.USUAL);
    answer.say("Serving SeedLink on " + host + ":" + server.port());
    return () -> {
      answer.say("SeedLink held back " + server.withheld() + " records that are not public");
      server.close();
    };
  }
}
