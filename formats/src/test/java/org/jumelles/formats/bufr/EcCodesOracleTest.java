package org.jumelles.formats.bufr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every element of every subset against ecCodes' `bufr_dump`, of real files and of messages that
/// ecCodes itself wrote.
@Tag("oracle")
class EcCodesOracleTest {
  private static final Path SAMPLES = Path.of("/usr/share/eccodes/samples");

  @TempDir private Path folder;

  @Test
  void iasiOfMetop() throws Exception {
    assertThat(compare(SharedData.need("iasi/l1c/ias1_240.bufr"))).isEqualTo(8 * 15 * 17_690L);
  }

  @Test
  void anotherSounder() throws Exception {
    assertThat(compare(SharedData.need("iasi/eps_other/airs_57.bufr"))).isGreaterThan(100_000);
  }

  @Test
  void scoresOfPrincipalComponents() throws Exception {
    Path made =
        make(
            "BUFR4.tmpl",
            """
            set edition=4;
            set compressedData=1;
            set numberOfSubsets=3;
            set masterTablesVersionNumber=39;
            set inputExtendedDelayedDescriptorReplicationFactor={2,3,2,1};
            set unexpandedDescriptors=340008;
            set #2#scaledRadiance={100,-200,7};
            set #1#nonNormalizedPrincipalComponentScore={-7,12,1000};
            set #1#residualRmsInBand=1.25;
            set pack=1;
            write;
            """);

    assertThat(compare(made)).isGreaterThan(500);
  }

  @Test
  void currentTemplateUncompressedInEditionThree() throws Exception {
    Path made =
        make(
            "BUFR3.tmpl",
            """
            set edition=3;
            set compressedData=0;
            set numberOfSubsets=2;
            set masterTablesVersionNumber=39;
            set unexpandedDescriptors=340007;
            set #1#latitude=-12.34567;
            set #1#scaledRadiance=-17;
            set #8700#scaledRadiance=5;
            set pack=1;
            write;
            """);

    assertThat(compare(made)).isGreaterThan(2 * 17_000);
  }

  private Path make(String sample, String rules) throws Exception {
    Assumptions.assumeTrue(Files.exists(SAMPLES), "ecCodes' samples are not here");
    Path filter = Files.writeString(folder.resolve("rules.filter"), rules);
    Path made = folder.resolve("made.bufr");
    run(
        "bufr_filter",
        "-o",
        made.toString(),
        filter.toString(),
        SAMPLES.resolve(sample).toString());
    return made;
  }

  /// @return how many values were compared
  private static long compare(Path file) throws Exception {
    String dump = run("bufr_dump", "-p", file.toString());
    BufrMessages messages = Bufr.messages(Bytes.of(file.toString(), Files.readAllBytes(file)));
    long compared = 0;
    for (String part : dump.split("(?m)^unexpandedDescriptors=", -1)) {
      if (part.startsWith("extended") || part.startsWith("edition")) {
        continue;
      }
      BufrData data = Bufr.decode(messages.next().found().orElseThrow());
      List<String[]> rows = rows(part);
      compared += data.shared() ? compareShared(data, rows) : compareEach(data, rows);
    }
    assertThat(messages.hasNext()).isFalse();
    return compared;
  }

  private static long compareShared(BufrData data, List<String[]> rows) {
    long compared = 0;
    int row = 0;
    for (int i = 0; i < data.count(0); i++) {
      if (data.element(0, i).code() / 1000 == 31) {
        continue;
      }
      String[] expected = rows.get(row++);
      for (int subset = 0; subset < data.subsets(); subset++) {
        same(data, subset, i, expected[expected.length == 1 ? 0 : subset]);
        compared++;
      }
    }
    assertThat(row).isEqualTo(rows.size());
    return compared;
  }

  private static long compareEach(BufrData data, List<String[]> rows) {
    int row = 0;
    for (int subset = 0; subset < data.subsets(); subset++) {
      for (int i = 0; i < data.count(subset); i++) {
        same(data, subset, i, rows.get(row++)[0]);
      }
    }
    assertThat(row).isEqualTo(rows.size());
    return row;
  }

  /// `bufr_dump` prints six digits, and a missing integer among others as the greatest of 32 bits.
  private static void same(BufrData data, int subset, int index, String expected) {
    double found = data.value(subset, index);
    String what = "subset " + subset + ", element " + data.element(subset, index).told();
    if (expected.equals("MISSING") || expected.equals("2147483647")) {
      assertThat(found).as(what).isNaN();
    } else {
      double value = Double.parseDouble(expected);
      assertThat(found).as(what).isCloseTo(value, within(1e-5 * Math.abs(value)));
    }
  }

  /// The values after each `=`, one or in braces; the descriptors and the next message's head go.
  private static List<String[]> rows(String part) {
    List<String[]> rows = new ArrayList<>();
    String joined = part.replaceAll("(?s)\\{\\s*([^}]*?)\\s*\\}", "$1").replaceAll(",\\s+", ",");
    for (String line : joined.split("\n", -1)) {
      if (line.startsWith("edition=") || line.startsWith("extendedDelayed")) {
        break;
      }
      int equal = line.indexOf('=');
      if (equal > 0 && !line.startsWith("subsetNumber")) {
        rows.add(line.substring(equal + 1).strip().split(",", -1));
      }
    }
    return rows;
  }

  private static String run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile("oracle", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return Files.readString(out);
    } catch (IOException e) {
      Assumptions.abort(words[0] + " is not installed");
      return "";
    } finally {
      Files.delete(out);
    }
  }
}
