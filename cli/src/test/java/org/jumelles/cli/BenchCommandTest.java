package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class BenchCommandTest {
  @TempDir Path folder;

  @Test
  void everyTurnOfThisProgramIsTimedAndMissingPeersAreNamed() throws IOException {
    Shell shell = Shell.run("bench", "--turns", "2", "--json", counts().toString());
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode contest = shell.json().get("contests").get(0);
    assertThat(contest.get("question").asString()).isEqualTo("decode every sample");
    assertThat(contest.get("bytes").asLong()).isEqualTo(Files.size(counts()));
    List<String> names = new ArrayList<>();
    for (JsonNode program : contest.get("programs")) {
      names.add(program.get("program").asString());
      assertThat(program.has("left_out") ^ program.has("median_s")).isTrue();
    }
    assertThat(names).containsExactlyInAnyOrder("Jumelles", "ObsPy", "libmseed's msi");
    JsonNode ours = contest.get("programs").get(0);
    assertThat(ours.get("seconds")).hasSize(2);
    assertThat(ours.get("median_s").asDouble()).isPositive();
  }

  @Test
  void aFileOfNoContestIsRefusedByName() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n");
    Shell shell = Shell.run("bench", text.toString());
    assertThat(shell.code()).isNotZero();
    assertThat(shell.err()).contains("letter.txt").contains("no peer is known");
  }

  private Path counts() throws IOException {
    Path file = folder.resolve("counts.mseed");
    try (OutputStream out = Files.newOutputStream(file)) {
      MiniSeed.write(
          out,
          SourceId.of("XX", "TEST", "", "BHZ"),
          Utc.parse("2019-05-23T00:00:00"),
          20,
          new Samples.Ints(new int[] {1, -2, 3, 5, 8}),
          WriteOptions.version2(Encoding.STEIM2));
    }
    return file;
  }
}
