package org.jumelles.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.sample.Row;
import org.jumelles.ryugu.sample.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that people write, good and bad, and what the archive keeps of them.
class SampleTableTest {
  @TempDir private Path folder = Path.of("");

  private SampleTable table(String name, String text) throws IOException {
    return SampleTable.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void csvIsReadWithQuotesCommentsAndPlaces() throws IOException {
    SampleTable table =
        table(
            "a.csv",
            "\uFEFF# a comment\r\nname,Mass mg,note\r\n\r\nA0001,3,\"rugged, \"\"dark\"\"\nsecond\"\r\nB,,x");
    assertThat(table.broken()).isEmpty();
    Row first = table.rows().getFirst();
    assertThat(first.kind()).isEqualTo("sample");
    assertThat(first.body())
        .containsEntry("mass_mg", "3")
        .containsEntry("note", "rugged, \"dark\"\nsecond");
    assertThat(first.cells().get("mass_mg").place()).hasToString("line 4, column 7");
    assertThat(table.rows().get(1).place()).hasToString("line 6, column 1");
    assertThat(table.rows().get(1).body()).containsOnlyKeys("name", "note");
  }

  @Test
  void csvThatIsNoneIsRefusedAtItsPlace() {
    assertRefused("x.csv", "name,name\nA,B", "line 1, column 6: name: two columns");
    assertRefused("x.csv", "name\n\"A", "line 2, column 1: cell: a quote that never ends");
    assertRefused("x.csv", "name\n\"A\"b", "line 2, column 4: cell: 'b' after the end");
    assertRefused("x.csv", "", "no line names the fields");
    assertRefused("x.csv", "colour,size\nred,1", "names no field 'name'");
  }

  @Test
  void aCellTooManyIsToldAndItsRowLeftOut() throws IOException {
    SampleTable table = table("x.csv", "name,note\nA,b,c\nB,b\n");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.broken()).hasSize(1);
    assertThat(table.broken().getFirst().sentence()).contains("line 2, column 5").contains("'c'");
  }

  @Test
  void yamlIsReadWithListsAndPlaces() throws IOException {
    SampleTable table =
        table(
            "a.yaml",
            "entries:\n  - {name: A0001, mass_mg: 3.10}\n  - entry: weight\n    name: A0001\n"
                + "    date: 2021-03-01\n  - name: M\n    parents: [A, B]\n    note:\n");
    assertThat(table.rows()).extracting(Row::kind).containsExactly("sample", "weight", "sample");
    assertThat(table.rows().getFirst().body()).containsEntry("mass_mg", "3.10");
    assertThat(table.rows().get(1).body()).containsEntry("date", "2021-03-01");
    assertThat(table.rows().get(1).cells().get("date").place()).hasToString("line 5, column 11");
    assertThat(table.rows().get(2).body()).containsEntry("parents", "A; B").hasSize(2);
  }

  @Test
  void yamlThatIsNoneIsRefusedAtItsPlace() {
    assertRefused("x.yaml", "- {name: A", "line 1");
    assertRefused("x.yaml", "- {name: {first: A}}", "a mapping where a text");
    assertRefused("x.yaml", "- A0001", "no mapping of fields");
    assertRefused("x.yaml", "grains:\n  - {name: A}", "'grains' where the list");
    assertRefused("x.yaml", "", "no list of entries");
    assertRefused("x.yaml", "- {name: [[[[[A]]]]]}", "lists within lists");
    assertRefused("x.yaml", "- {name: A, name: B}", "name");
    assertRefused("x.yaml", "- name: &a [*a]\n", "x.yaml");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = folder.resolve("x.csv");
    Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xC3, (byte) 0x28});
    assertThatThrownBy(() -> SampleTable.read(file))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("not UTF-8");
  }

  /// Cut at each byte a file is read, or refused as malformed, and nothing else.
  @Test
  void aFileCutAnywhereIsReadOrRefused() throws IOException {
    for (String name : List.of("grain-ledger.yaml", "ryugu-totals.csv")) {
      byte[] whole = Files.readAllBytes(Path.of("../docs/examples").resolve(name));
      Path file = folder.resolve(name);
      int read = 0;
      for (int length = 0; length < whole.length; length += 7) {
        Files.write(file, java.util.Arrays.copyOf(whole, length));
        try {
          SampleLedger.of(SampleTable.read(file).rows());
          read++;
        } catch (MalformedDataException e) {
          assertThat(e.defect().source()).endsWith(name);
        }
      }
      assertThat(read).as(name).isPositive();
    }
  }

  private void assertRefused(String name, String text, String message) {
    assertThatThrownBy(() -> table(name, text))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theArchiveKeepsWhatIsNewAndSurvivesARebuild() throws IOException {
    Path home = folder.resolve("archive");
    SampleTable first =
        table("a.csv", "name,form,mass_mg,sigma_mg\nA,grain,3,0.1\nB,grain,-3,0.1\n");
    SampleTable second =
        table("a.csv", "name,form,mass_mg,sigma_mg\nA,grain,3,0.1\nB,grain,4,0.1\n");
    try (Archive archive = Archive.open(home)) {
      assertThat(counts(SampleKeeping.take(archive, first, "me", true))).isEqualTo("1 0 1 0");
      assertThat(SampleKeeping.ledger(archive).samples()).isEmpty();
      assertThat(counts(SampleKeeping.take(archive, first, "me", false))).isEqualTo("1 0 1 0");
      assertThat(counts(SampleKeeping.take(archive, second, "me", false))).isEqualTo("1 0 0 1");
      assertThat(counts(SampleKeeping.take(archive, second, "me", false))).isEqualTo("0 0 0 2");
    }
    Archive.rebuild(home, org.jumelles.archive.Progress.NONE);
    try (Archive archive = Archive.openReadOnly(home)) {
      assertThat(SampleKeeping.ledger(archive).samples()).hasSize(2);
    }
  }

  @Test
  void aChangeThatBreaksWhatIsKeptIsRefused() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      SampleKeeping.take(archive, table("a.csv", "name,form\nA,grain\n"), "me", false);
      SampleKeeping.take(archive, table("b.csv", "name,form,parents\nB,chip,A\n"), "me", false);
      long a = SampleKeeping.ledger(archive).entries().getFirst().row().number();
      SampleTable harm =
          table(
              "c.csv",
              "entry,of,reason,name,form\nwithdrawal," + a + ",gone,,\nsample,,,C,grain\n");
      SampleKeeping.Taken taken = SampleKeeping.take(archive, harm, "me", false);
      assertThat(counts(taken)).isEqualTo("1 0 1 0");
      assertThat(taken.defects().getFirst().found()).contains("there is no sample 'A'");
      assertThat(SampleKeeping.ledger(archive).samples()).hasSize(3);
    }
  }

  private static String counts(SampleKeeping.Taken taken) {
    return taken.good() + " " + taken.doubtful() + " " + taken.refused() + " " + taken.known();
  }

  @Test
  void textOfAnyScriptIsKept() throws IOException {
    SampleTable table =
        table("j.csv", "name,form,note\nA0001,grain,\u30ea\u30e5\u30a6\u30b0\u30a6\n");
    assertThat(table.rows().getFirst().body().get("note").getBytes(StandardCharsets.UTF_8))
        .hasSize(15);
  }
}
