package org.jumelles.cli;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.campaign.Campaign;
import org.jumelles.cli.campaign.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "campaign",
    description = {
      "Makes faults to an archive of its own and tells what was lost: kills, full and read-only",
      "disks, flipped bits, a lost catalogue, a jumping clock, two writers. It touches no archive",
      "of yours, and shows whether the disk under a folder keeps what the archive promises."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles campaign --minutes 10 --seed 1",
      "  jumelles campaign --on /data/scratch --kills 20 -o faults.md",
      "",
      "Exit code 1 where anything was lost. A fault that cannot be made here is skipped by name."
    })
final class CampaignCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile outputFile = new OutputFile();

  @Option(
      names = "--on",
      paramLabel = "DIR",
      description = "An empty or new folder on the disk to try; (one below the temporary folder).")
  private @Nullable Path folder;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "20",
      description = "No new trial begins after that (${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many; other faults in proportion, each at least once (${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides input, instants and places (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MD",
      description = "Also write the table to a Markdown file.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (output != null) {
      outputFile.check(output);
    }
    Path ground = ground();
    List<Finding> findings =
        new Campaign(ground, seed, minutes, kills)
            .run(Jumelles.class.getName(), finding -> answer.say(line(finding)));
    Files.deleteIfExists(ground);
    String table = table(findings);
    if (output != null) {
      outputFile.write(output, out -> out.write(table.getBytes(StandardCharsets.UTF_8)));
    }
    boolean held = findings.stream().allMatch(Finding::held);
    answer.give(
        Map.of("seed", seed, "kills", kills, "held", held, "faults", findings),
        () -> answer.out().print(table));
    return held ? ExitCode.OK : ExitCode.FAILED;
  }

  private Path ground() throws IOException {
    if (folder == null) {
      return Files.createTempDirectory("jumelles-campaign");
    }
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new IllegalArgumentException(folder + " holds something; name an empty folder");
        }
      }
    }
    return Files.createDirectories(folder).toRealPath();
  }

  private static String line(Finding finding) {
    return finding.fault() + ": " + times(finding) + ", " + lost(finding);
  }

  private static String times(Finding finding) {
    return finding.skipped().isEmpty() ? finding.times() + " times" : "skipped";
  }

  private static String lost(Finding finding) {
    if (!finding.skipped().isEmpty() && finding.held()) {
      return finding.skipped();
    }
    return finding.held() ? "nothing lost" : "LOST: " + String.join(" ", finding.losses());
  }

  private static String table(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add("| fault | times | lost | seen | s |");
    lines.add("|---|---|---|---|---|");
    for (Finding finding : findings) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %s | %.0f |",
              finding.fault(),
              finding.times(),
              cell(lost(finding)),
              cell(finding.saw()),
              finding.seconds()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
