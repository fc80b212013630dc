package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Each row that libmseed 3.4.0 gave for a public file, against one `seis info` over all of them.
@Tag("oracle")
class SeisInfoOracleTest {
  @Test
  void everyRowIsEqualInOneInvocation() throws IOException {
    Path folder = Shell.data("seis");
    List<String> lines = Files.readAllLines(Shell.data("seis/oracle/decode_libmseed.csv"));
    Set<String> files = new LinkedHashSet<>();
    List<String> expected = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      files.add(cells[0]);
      if (cells[1].startsWith("ERROR")) {
        wrong.add(folder.resolve(cells[0]).toString());
      } else {
        expected.add(line);
      }
    }
    List<Object> words = new ArrayList<>(List.of("seis", "info", "--hash", "--json"));
    files.forEach(file -> words.add(folder.resolve(file)));

    Shell shell = Shell.run(words.toArray());

    List<String> found = new ArrayList<>();
    shell.json().get("series").forEach(row -> found.add(row(folder, row)));
    List<String> refused = new ArrayList<>();
    shell.json().get("refused").forEach(row -> refused.add(row.get("file").asString()));
    assertThat(expected).hasSize(216);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(refused).containsExactlyElementsOf(wrong);
    assertThat(shell.code()).isEqualTo(3);
  }

  private static String row(Path folder, JsonNode row) {
    return String.join(
        ",",
        folder.relativize(Path.of(row.get("file").asString())).toString(),
        row.get("source_id").asString(),
        row.get("format_version").asString(),
        row.get("encoding_code").asString(),
        row.get("record_length").asString(),
        type(row),
        rate(row),
        row.get("records").asString(),
        row.get("samples").asString(),
        row.get("start").asString(),
        row.get("end").asString(),
        row.get("fnv1a64").asString());
  }

  private static String type(JsonNode row) {
    if (row.get("samples").asLong() == 0) {
      return "-";
    }
    return switch (row.get("encoding").asString()) {
      case "TEXT" -> "t";
      case "FLOAT64" -> "d";
      case "FLOAT32", "GEOSCOPE24", "GEOSCOPE16_3", "GEOSCOPE16_4" -> "f";
      default -> "i";
    };
  }

  /// The table prints a period as a negative rate.
  private static String rate(JsonNode row) {
    double rateHz = row.get("sample_rate_hz").asDouble();
    double told = row.get("source_id").asString().endsWith("__V_H_Z") ? -1 / rateHz : rateHz;
    return told == Math.rint(told) ? Long.toString((long) told) : Double.toString(told);
  }
}
