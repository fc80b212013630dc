package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A folder as people have them: good files, cut files, and files that are nothing of ours. The bad
/// stop nobody, and every unit is in a count.
class MixedFolderTest {
  private static final int SAMPLES = 4_000;

  @TempDir Path folder;

  @Test
  void countsTheGoodTheBadAndTheForeign() throws IOException {
    Path input = Files.createDirectory(folder.resolve("input"));
    byte[] good = waveform("BHU");
    Files.write(input.resolve("good.mseed"), good);
    Files.write(input.resolve("same-bytes-other-name.dat"), good);
    byte[] cut = waveform("BHV");
    Files.write(input.resolve("cut.mseed"), Arrays.copyOf(cut, cut.length - 100));
    Files.write(input.resolve("nothing-left.mseed"), Arrays.copyOf(cut, 60));
    Files.writeString(input.resolve("readme.txt"), "This is no seismogram.");
    Files.writeString(
        input.resolve("bomb.xml"),
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><FDSNStationXML>&a;</FDSNStationXML>");
    Files.write(input.resolve("empty"), new byte[0]);

    Shell ingest = Shell.run("ingest", input, "--archive", folder.resolve("archive"), "--json");

    JsonNode files = ingest.json().get("files");
    assertThat(files.get("read").asInt()).isEqualTo(7);
    assertThat(files.get("stored").asInt()).isEqualTo(2);
    assertThat(files.get("known").asInt()).isEqualTo(1);
    assertThat(files.get("refused").asInt()).isEqualTo(2);
    assertThat(files.get("left_aside").asInt()).isEqualTo(2);
    JsonNode units = files.get("units");
    assertThat(units.get("read").asLong())
        .isEqualTo(
            units.get("good").asLong()
                + units.get("doubtful").asLong()
                + units.get("refused").asLong());
    int records = good.length / 512;
    assertThat(units.get("good").asLong()).isEqualTo(2L * records - 1);
    assertThat(files.get("defects").toString()).contains("cut.mseed").contains("bomb.xml");
    assertThat(ingest.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(Shell.run("verify", "--archive", folder.resolve("archive")).code()).isZero();
  }

  @Test
  void saysWhoElseIsWriting() throws IOException {
    Path archive = folder.resolve("busy");
    try (var held = org.jumelles.archive.Archive.open(archive)) {
      Shell second = Shell.run("process", "--archive", archive);
      assertThat(second.code()).isEqualTo(ExitCode.FAILED);
      assertThat(second.err().strip().lines().count()).isEqualTo(1);
      assertThat(held.products()).isEmpty();
    }
  }

  private static byte[] waveform(String channel) throws IOException {
    int[] counts = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      counts[i] = (int) (1000 * Math.sin(i / 40.0)) + i % 7 * channel.hashCode() % 100;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MiniSeed.write(
        out,
        SourceId.of("XX", "TEST", "02", channel),
        Utc.parse("2019-05-23T00:00:00"),
        20,
        new Samples.Ints(counts),
        WriteOptions.version2(Encoding.STEIM2));
    return out.toByteArray();
  }
}
