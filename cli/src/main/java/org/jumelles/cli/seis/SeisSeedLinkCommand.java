package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.service.seedlink.SeedLinkClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "seedlink",
    description = {
      "Receives records from a SeedLink server (3 or 4): into a file with -o, else into the archive,",
      "where a stream is resumed at the record after the last one kept, and processed as it grows."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis seedlink 127.0.0.1:18000 --dial-up -o all.mseed",
      "  jumelles seis seedlink 127.0.0.1:18000 --station XB_ELYSE --archive live --process-every 600"
    })
final class SeisSeedLinkCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(paramLabel = "HOST:PORT", description = "The server.")
  private String server = "";

  @Option(
      names = "--station",
      paramLabel = "NET_STA",
      description = "Stations; * and ? allowed; may be given several times (all).")
  private List<String> stations = List.of("*_*");

  @Option(
      names = "--select",
      paramLabel = "PATTERN",
      description = "Streams, as the server's version selects them: 03_B_H_?, or 03BH?.")
  private List<String> selectors = List.of();

  @Option(names = "--dial-up", description = "Take what is there, and stop.")
  private boolean dialUp;

  @Option(names = "--protocol", paramLabel = "3|4", description = "Instead of the newest offered.")
  private int protocol;

  @Option(names = "-o", paramLabel = "FILE", description = "Write the records to this file.")
  private @Nullable Path output;

  @Option(
      names = "--process-every",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Run the recipes on what came so far this often; 0: never (${DEFAULT-VALUE}).")
  private int processEverySeconds;

  @Override
  public Integer call() throws IOException {
    int colon = server.lastIndexOf(':');
    String port = colon < 0 ? "18000" : server.substring(colon + 1);
    if (!port.matches("\\d{1,5}") || !List.of(0, 3, 4).contains(protocol)) {
      throw new IllegalArgumentException("'" + server + "' is not HOST:PORT, or no such protocol");
    }
    SeedLinkFeed.Source source =
        new SeedLinkFeed.Source(
            colon < 0 ? server : server.substring(0, colon),
            Integer.parseInt(port),
            protocol,
            stations,
            selectors);
    return output == null ? intoArchive(source) : intoFile(source, output);
  }

  private int intoFile(SeedLinkFeed.Source source, Path file) throws IOException {
    long[] counts = new long[2];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        SeedLinkClient client = source.connect(Duration.ofMinutes(1))) {
      answer.say("Connected to " + client.software());
      client.receive(
          source.all(),
          dialUp,
          packet -> {
            out.write(packet.record());
            counts[0]++;
            counts[1] += packet.record().length;
            if (!dialUp) {
              out.flush();
            }
          });
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("records", counts[0]);
    document.put("bytes", counts[1]);
    document.put("file", file.toString());
    answer.give(
        document,
        () -> answer.out().println(counts[0] + " records, " + counts[1] + " bytes, in " + file));
    return ExitCode.OK;
  }

  private int intoArchive(SeedLinkFeed.Source source) throws IOException {
    try (Archive open = archive.open()) {
      SeedLinkFeed feed = new SeedLinkFeed(open, answer, source, processEverySeconds);
      SeedLinkFeed.Counts counts = feed.run(dialUp);
      answer.give(counts.document(), () -> counts.lines().forEach(answer.out()::println));
      return ExitCode.OK;
    }
  }
}
