package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The reference records of the standard against the values that it publishes beside them.
@Tag("oracle")
class FdsnReferenceTest {
  @Test
  void headersAndSamplesAreThePublishedOnes() throws IOException {
    Path folder = SharedData.need("seis/formats/fdsn_mseed3");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".mseed3")).sorted().toList();
    }
    assertThat(files).hasSize(11);
    for (Path file : files) {
      String json = Files.readString(Path.of(file.toString().replace(".mseed3", ".json")));
      Record record =
          MiniSeed.records(Bytes.of(file.toString(), Files.readAllBytes(file)))
              .next()
              .found()
              .orElseThrow();
      checkHeader(record, json);
      checkSamples(record, json);
    }
  }

  private static void checkHeader(Record record, String json) {
    assertThat(record.sourceId().text()).isEqualTo(field(json, "SID"));
    assertThat(record.recordLength()).hasToString(field(json, "RecordLength"));
    assertThat(record.encoding().code()).hasToString(field(json, "EncodingFormat"));
    assertThat(record.sampleCount()).hasToString(field(json, "SampleCount"));
    assertThat(record.payload().size()).hasToString(field(json, "DataLength"));
    assertThat(record.start()).isEqualTo(Utc.parse(field(json, "StartTime")));
    double told = Double.parseDouble(field(json, "SampleRate"));
    assertThat(record.samplingRateHz()).isEqualTo(told < 0 ? -1 / told : told);
    int extra = Integer.parseInt(field(json, "ExtraLength"));
    assertThat(record.extraHeaders().length() > 0).isEqualTo(extra > 0);
  }

  private static void checkSamples(Record record, String json) {
    int data = json.indexOf("\"Data\": [");
    if (data < 0) {
      return;
    }
    String list = json.substring(data + 9, json.indexOf(']', data));
    double[] expected =
        Arrays.stream(list.split(","))
            .map(String::strip)
            .mapToDouble(Double::parseDouble)
            .toArray();
    double[] found = record.samples().found().orElseThrow().toDoubles();
    assertThat(found).hasSize(expected.length);
    // Integers are exact; the published floats are printed with some nine digits.
    double tolerance = record.encoding().kind() == Encoding.Kind.INTS ? 0 : 1e-6;
    for (int i = 0; i < found.length; i++) {
      double most = tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat(found[i]).isCloseTo(expected[i], within(most));
    }
  }

  private static String field(String json, String name) {
    Matcher match = Pattern.compile("\"" + name + "\": \"?([^\",\n]+)").matcher(json);
    assertThat(match.find()).as(name).isTrue();
    return match.group(1);
  }
}
