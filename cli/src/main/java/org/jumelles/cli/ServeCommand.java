package org.jumelles.cli;

import java.io.IOException;
import org.jumelles.archive.Archive;
import org.jumelles.service.Address;
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

  @Mixin private SeedLinkOption seedLink = new SeedLinkOption();

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly();
        WebService service = WebService.start(open, Address.loopback(port));
        SeedLinkOption.Running _ = seedLink.start(open, answer)) {
      answer.say("Serving on http://127.0.0.1:" + service.port() + "/  (Ctrl-C stops)");
      Forever.untilStopped();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
