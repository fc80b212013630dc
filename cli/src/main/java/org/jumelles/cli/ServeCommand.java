package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.Address;
import org.jumelles.service.Conduct;
import org.jumelles.service.WebService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serves the archive on the loopback address: FDSN services, downloads, pages.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles serve --archive mars --port 8470 --seedlink-port 18000",
      "  curl 'http://127.0.0.1:8470/fdsnws/event/1/query?format=text'"
    })
final class ServeCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + Address.DEFAULT_PORT,
      description = "Port on 127.0.0.1 (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Requests a minute for each user or address; 0 for no limit (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append one JSON object a request.")
  private @Nullable Path accessLog;

  @Mixin private SeedLinkOption seedLink = new SeedLinkOption();

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly();
        WebService service =
            WebService.start(
                open,
                Address.loopback(port),
                new Conduct(
                    Provenance::now, rate, Optional.ofNullable(accessLog), Optional.empty()));
        SeedLinkOption.Running _ = seedLink.start(open, answer)) {
      answer.say("Serving on http://127.0.0.1:" + service.port() + "/  (Ctrl-C stops)");
      Forever.untilStopped();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
