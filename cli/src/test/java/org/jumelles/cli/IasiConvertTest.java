package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Parts of EPS products keep their records, and CODA opens what is written here.
class IasiConvertTest {
  private static final int HEAD = 231_845;
  private static final int MDR = 2_728_908;
  private static final int DUMMY = 21;

  @TempDir private Path folder;

  /// Five lines made of the real one, 8 s and 10 degrees of latitude apart, with a dummy record
  /// between the second and the third.
  private Path five() throws IOException {
    byte[] real = Files.readAllBytes(Shell.data("iasi/l1c/IASI_L1C_real1line.nat"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(real, 0, HEAD);
    for (int line = 0; line < 5; line++) {
      out.writeBytes(line(Arrays.copyOfRange(real, HEAD, HEAD + MDR), line));
      if (line == 1) {
        byte[] dummy = Arrays.copyOfRange(real, HEAD, HEAD + DUMMY);
        dummy[1] = 13;
        dummy[2] = 1;
        dummy[3] = 2;
        ByteBuffer.wrap(dummy).putInt(4, DUMMY).put(20, (byte) 0);
        out.writeBytes(dummy);
      }
    }
    byte[] all = out.toByteArray();
    set(all, "TOTAL_MDR", "     6");
    set(all, "TOTAL_RECORDS", "    13");
    set(all, "ACTUAL_PRODUCT_SIZE", "   " + all.length);
    set(all, "SENSING_END ", "20121102000042Z");
    return Files.write(folder.resolve("five.nat"), all);
  }

  private static byte[] line(byte[] record, int number) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    List<Integer> times = new ArrayList<>(List.of(10, 16));
    for (int view = 0; view < 30; view++) {
      times.add(9122 + 6 * view + 2);
    }
    times.forEach(at -> buffer.putInt(at, buffer.getInt(at) + 8000 * number));
    for (int pixel = 0; pixel < 120; pixel++) {
      int at = 255_893 + 8 * pixel + 4;
      buffer.putInt(at, buffer.getInt(at) + 10_000_000 * number);
    }
    return record;
  }

  private static void set(byte[] all, String name, String value) {
    String head = new String(all, 0, 3307, StandardCharsets.ISO_8859_1);
    int at = head.indexOf(name, 20) + 32;
    System.arraycopy(value.getBytes(StandardCharsets.ISO_8859_1), 0, all, at, value.length());
  }

  private static String text(byte[] all, String name) {
    String head = new String(all, 0, 3307, StandardCharsets.ISO_8859_1);
    int at = head.indexOf(name, 20) + 32;
    return head.substring(at, head.indexOf('\n', at)).strip();
  }

  @Test
  void theWholeProductIsTheSameBytes() throws IOException {
    Path five = five();
    Path out = folder.resolve("same.nat");

    Shell shell = Shell.run("iasi", "convert", five, "-o", out, "--json");

    assertThat(shell.code()).as(shell.err()).isEqualTo(0);
    assertThat(shell.json().get("lines").asInt()).isEqualTo(5);
    assertThat(Files.mismatch(five, out)).isEqualTo(-1);
  }

  @Test
  void aRangeOfLinesKeepsItsRecordsByteForByte() throws IOException {
    Path five = five();
    Path out = folder.resolve("part.nat");

    Shell shell = Shell.run("iasi", "convert", five, "-o", out, "--lines", "1:4");

    assertThat(shell.code()).as(shell.err()).isEqualTo(0);
    byte[] whole = Files.readAllBytes(five);
    byte[] part = Files.readAllBytes(out);
    assertThat(part).hasSize(HEAD + 3 * MDR + DUMMY);
    assertThat(Arrays.mismatch(part, 3307, HEAD, whole, 3307, HEAD)).isEqualTo(-1);
    assertThat(Arrays.mismatch(part, HEAD, part.length, whole, HEAD + MDR, HEAD + 4 * MDR + DUMMY))
        .isEqualTo(-1);
    assertThat(text(part, "ACTUAL_PRODUCT_SIZE")).isEqualTo("" + part.length);
    assertThat(text(part, "TOTAL_MDR")).isEqualTo("4");
    assertThat(text(part, "TOTAL_RECORDS")).isEqualTo("11");
    assertThat(text(part, "SUBSETTED_PRODUCT")).isEqualTo("T");
    assertThat(text(part, "SENSING_START ")).isEqualTo("20121102000010Z");
    assertThat(text(part, "SENSING_END ")).isEqualTo("20121102000034Z");
  }

  @Test
  void aBoxAndATimeChooseLines() throws IOException {
    Path five = five();
    Path box = folder.resolve("box.nat");
    Path time = folder.resolve("time.nat");

    Shell.run("iasi", "convert", five, "-o", box, "--box=-180,-48,180,-40");
    Shell.run(
        "iasi", "convert", five, "-o", time, "--time", "2012-11-02T00:00:12/2012-11-02T00:00:18");

    JsonNode found = Shell.run("iasi", "info", box, "--json").json();
    assertThat(found.get("lines").asInt()).isEqualTo(2);
    assertThat(found.get("integer_sum").asLong()).isEqualTo(2 * 1_261_506_315L);
    found = Shell.run("iasi", "info", time, "--json").json();
    assertThat(found.get("lines").asInt()).isEqualTo(1);
    assertThat(found.get("start").asString()).startsWith("2012-11-02T00:00:10");
  }

  @Test
  void nothingIsWrittenWhereNothingIsLeft() throws IOException {
    Path out = folder.resolve("none.nat");

    Shell shell = Shell.run("iasi", "convert", five(), "-o", out, "--lines", "7:9");

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("none of 5");
    assertThat(out).doesNotExist();
  }

  @Test
  void aBoxThatIsNoneIsAUsageError() throws IOException {
    Path real = Shell.data("iasi/l1c/IASI_L1C_real1line.nat");
    Path out = folder.resolve("none.nat");

    assertThat(Shell.run("iasi", "convert", real, "-o", out, "--box", "1,2,3").code()).isEqualTo(2);
    assertThat(Shell.run("iasi", "convert", real, "-o", out, "--box", "1,3,2,2").code())
        .isEqualTo(2);
    assertThat(Shell.run("iasi", "convert", real, "-o", out, "--lines", "a").code()).isEqualTo(2);
  }

  /// CODA's own reading of a product that was made from BUFR messages. Debian's package brings no
  /// definition of EPS products: CODA_DEFINITION has to name a folder with one.
  @Test
  @Tag("oracle")
  void codaReadsTheSameIntegers() throws Exception {
    Assumptions.assumeTrue(
        System.getenv("CODA_DEFINITION") != null, "CODA_DEFINITION names no folder");
    Path out = folder.resolve("from-bufr.nat");
    Shell.run("iasi", "convert", Shell.data("iasi/l1c/ias1_240.bufr"), "-o", out);

    String check = coda("codacheck", out.toString());
    String numbers = coda("codadump", "ascii", "-f", "MDR.MDR.GS1cSpect", out.toString());

    assertThat(check).doesNotContain("ERROR");
    long[] integers =
        Arrays.stream(numbers.strip().split("\\s+")).mapToLong(Long::parseLong).toArray();
    assertThat(integers).hasSize(120 * 8700);
    assertThat(Arrays.stream(integers).sum()).isEqualTo(1_261_506_315L);
    assertThat(Arrays.stream(integers).min()).hasValue(-814);
    assertThat(Arrays.stream(integers).max()).hasValue(9245);
  }

  private String coda(String... words) throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    try {
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(told.toFile()).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readString(told);
    } catch (IOException e) {
      Assumptions.abort(words[0] + " is not installed");
      return "";
    }
  }
}
