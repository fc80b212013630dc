package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Traces;
import tools.jackson.databind.JsonNode;

/// `seis response` against evalresp, `seis calibrate` against an independent computation.
@Tag("oracle")
class SeisCalibrationOracleTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void responsesAreThoseOfEvalresp() throws IOException {
    Path xml = Shell.data("seis/inventory/inventory_VBB.xml");
    List<String> lines = Files.readAllLines(Shell.data("seis/oracle/response_evalresp_VEL.csv"));
    Map<String, List<String[]>> epochs = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      epochs.computeIfAbsent(cells[0] + " " + cells[1], _ -> new ArrayList<>()).add(cells);
    }
    int compared = 0;
    for (List<String[]> rows : epochs.values()) {
      String id = rows.getFirst()[0];
      double highestHz = 0.8 * (id.contains(".03.") ? 5 : 10);
      List<String[]> wanted =
          rows.stream().filter(row -> Double.parseDouble(row[2]) <= highestHz).toList();
      String frequencies = String.join(",", wanted.stream().map(row -> row[2]).toList());
      JsonNode document =
          Shell.run(
                  "seis",
                  "response",
                  xml,
                  "--channel",
                  id,
                  "--at",
                  rows.getFirst()[1],
                  "--frequencies",
                  frequencies,
                  "--output",
                  "vel",
                  "--json")
              .json();
      assertThat(document.get("channel").asString()).isEqualTo(id);
      assertThat(document.get("input_unit").asString()).isEqualTo("m/s");
      for (int i = 0; i < wanted.size(); i++) {
        compare(document.get("response").get(i), wanted.get(i));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(375);
  }

  private static void compare(JsonNode point, String[] row) {
    double re = Double.parseDouble(row[3]);
    double im = Double.parseDouble(row[4]);
    assertThat(point.get("amplitude").asDouble() / Math.hypot(re, im)).isCloseTo(1, within(1e-6));
    double off = point.get("phase_rad").asDouble() - Math.atan2(im, re);
    assertThat(Math.IEEEremainder(off, 2 * Math.PI)).isCloseTo(0, within(1e-4));
    assertThat(point.get("real").asDouble()).isCloseTo(re, within(1e-4 * Math.hypot(re, im)));
  }

  /// Three samples and the rms of each component, from a program that shares no line with ours:
  /// poles, zeros and FIR stages summed in NumPy 1.24, taper, transform and detrending of SciPy
  /// 1.10.1, a transform of 225,000 points, the rotation by a linear solver.
  @Test
  void groundMotionIsThatOfAnIndependentProgram() throws IOException {
    Path raw = Shell.data("seis/mars_raw/XB.ELYSE.03.BH.2019-05-22T23_19_raw.mseed");
    Path xml = Shell.data("seis/inventory/inventory_VBB.xml");
    compare(
        calibrated(raw, xml, "vel"),
        Map.of(
            "XB.ELYSE.03.BHU",
            new double[] {
              2.5271486995831364e-09,
              2.4951042299281023e-08,
              8.437914842031942e-09,
              1.795160321263992e-08
            },
            "XB.ELYSE.03.BHV",
            new double[] {
              -8.728991728069825e-09,
              -2.568923069373603e-08,
              3.229877900651865e-10,
              2.4379051817486435e-08
            },
            "XB.ELYSE.03.BHW",
            new double[] {
              -3.655519627932375e-10,
              2.1105687360133516e-09,
              -7.902296473843386e-09,
              4.799221427538476e-08
            }));
    compare(
        calibrated(raw, xml, "acc", "--rotate", "zne"),
        Map.of(
            "XB.ELYSE.03.BHZ",
            new double[] {
              -4.855342469074275e-09,
              2.2122101956484338e-08,
              -1.3308760308021955e-08,
              1.1143565672945759e-08
            },
            "XB.ELYSE.03.BHN",
            new double[] {
              2.2901949890056044e-09,
              -6.346185288313559e-09,
              1.9853525907303382e-08,
              9.748539368516537e-09
            },
            "XB.ELYSE.03.BHE",
            new double[] {
              -1.7319047489182724e-09,
              6.130070973523269e-10,
              -1.9322252819468067e-08,
              1.7922902211761674e-08
            }));
  }

  private Map<String, double[]> calibrated(Path raw, Path xml, String output, Object... more)
      throws IOException {
    Path out = folder.resolve(output + ".mseed");
    List<Object> words =
        new ArrayList<>(
            List.of("seis", "calibrate", raw, "--stationxml", xml, "--output", output, "--json"));
    words.addAll(List.of("--band", "0.005,0.01,4,4.8", "-o", out));
    words.addAll(List.of(more));
    Shell shell = Shell.run(words.toArray());
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("series")).hasSize(3);
    Map<String, double[]> samples = new LinkedHashMap<>();
    Bytes bytes = Bytes.of(out.toString(), Files.readAllBytes(out));
    for (Segment segment : Traces.assemble(MiniSeed.records(bytes)).segments()) {
      SourceId id = segment.id();
      samples.put(id.nslc(), segment.samples().toDoubles());
    }
    return samples;
  }

  /// Within 1e-10 of the rms: both round in another order, nothing else.
  private static void compare(Map<String, double[]> found, Map<String, double[]> expected) {
    assertThat(found).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (id, values) -> {
          double[] samples = found.get(id);
          assertThat(samples).hasSize(110_965);
          double square = 0;
          for (double sample : samples) {
            square += sample * sample;
          }
          double tolerance = 1e-10 * values[3];
          assertThat(Math.sqrt(square / samples.length)).isCloseTo(values[3], within(tolerance));
          assertThat(samples[20_000]).isCloseTo(values[0], within(tolerance));
          assertThat(samples[55_555]).isCloseTo(values[1], within(tolerance));
          assertThat(samples[90_000]).isCloseTo(values[2], within(tolerance));
        });
  }
}
