package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every row of docs/ryugu-bad-input.md, run: its exit code, and its sentence on standard error.
class RyuguBadInputTest {
  @TempDir private static Path folder = Path.of("");

  private record Row(String what, String command, int exit, String said) {}

  @BeforeAll
  static void make() throws IOException {
    BadInputs.make(folder);
  }

  private static List<Row> rows() throws IOException {
    Path page = Path.of("../docs/ryugu-bad-input.md");
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      String[] cells = line.split(" \\| ", -1);
      if (cells.length == 5 && line.startsWith("| `")) {
        String said = cells[4].strip().replaceAll(" \\|$", "").replace("`", "");
        rows.add(
            new Row(cells[1], cells[2].replace("`", ""), Integer.parseInt(cells[3].strip()), said));
      }
    }
    assertThat(rows).hasSizeGreaterThan(35);
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsSo() throws IOException {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.command + ": " + row.what, () -> run(row)));
  }

  private static void run(Row row) throws IOException {
    List<Object> words = new ArrayList<>(List.of("ryugu"));
    String before = "";
    for (String word : row.command.split(" ", -1)) {
      boolean file = word.matches(".*\\.(hdr|xml|csv)") || before.equals("--archive");
      words.add(file ? folder.resolve(word) : word);
      before = word;
    }
    Shell shell = Shell.run(words.toArray());
    assertThat(shell.err().replace(folder + "/", "")).contains(row.said);
    assertThat(shell.code()).isEqualTo(row.exit);
    assertThat(shell.err()).doesNotContain("\tat ");
    Path out = folder.resolve("out.hdr");
    assertThat(Files.exists(out)).isFalse();
  }
}
