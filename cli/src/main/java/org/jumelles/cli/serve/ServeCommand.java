package org.jumelles.cli.serve;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jumelles.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description = {
      "Serves the archive: FDSN services, STAC, EPN-TAP, downloads, pages. This machine only,",
      "unless --host says otherwise."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles serve --archive mars --port 8470 --seedlink-port 18000",
      "  curl 'http://127.0.0.1:8470/fdsnws/event/1/query?format=text'"
    })
public final class ServeCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Mixin private ListenOption listen = new ListenOption();

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      listen.serve(open, answer, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
