package org.jumelles.formats.hitran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

class LineFilesTest {
  private static final String LEVELS =
      "              1              0                    R  3      ";
  private static final String REST = "566665 5 8 2 2 1 7    18.0   14.0";

  static Line line(double wavenumber, int number) {
    return new Line(
        5,
        1,
        wavenumber,
        1.234e-19,
        33.4,
        0.0712,
        0.081,
        23.0695,
        0.73,
        -0.002345,
        LEVELS,
        REST,
        number);
  }

  private static Outcome<LineFile> read(String text) {
    return LineFiles.read(Bytes.of("test.par", text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(Line... lines) {
    return new String(LineFiles.write(List.of(lines)), StandardCharsets.ISO_8859_1);
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll @IntRange(min = 1, max = 49) int molecule,
      @ForAll @IntRange(min = 1, max = 12) int isotopologue,
      @ForAll @DoubleRange(min = 1, max = 20000) double wavenumber,
      @ForAll @IntRange(min = -99, max = 99) int exponent,
      @ForAll @IntRange(min = -99999, max = 99999) int shift) {
    Line line =
        new Line(
            molecule,
            isotopologue,
            Math.rint(wavenumber * 1e4) / 1e4,
            2.5e-22,
            1e-3,
            0.0500,
            0.1,
            1000.5,
            exponent / 100.0,
            shift / 1e6,
            LEVELS,
            REST,
            1);
    assertThat(read(text(line)).found().orElseThrow().lines()).containsExactly(line);
  }

  @Test
  void linesOutOfOrderAreSortedAndToldWithLineAndField() {
    Outcome<LineFile> outcome = read(text(line(2150, 1), line(2149, 2), line(2151, 3)));
    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    LineFile file = outcome.found().orElseThrow();
    assertThat(file.lines())
        .extracting(Line::wavenumberPerCm)
        .containsExactly(2149.0, 2150.0, 2151.0);
    assertThat(file.disordered()).isEqualTo(1);
    assertThat(outcome.defects().getFirst().place()).isEqualTo(new Place.LineColumn(2, 4));
    assertThat(outcome.defects().getFirst().field()).isEqualTo("wavenumber");
  }

  @Test
  void aCorruptFieldCostsItsLineAloneAndNamesItsColumn() {
    String good = text(line(2150, 1));
    String bad = good.substring(0, 35) + "x0712" + good.substring(40);
    Outcome<LineFile> outcome = read(good + bad + text(line(2151, 3)));
    LineFile file = outcome.found().orElseThrow();
    assertThat(file.lines()).hasSize(2);
    assertThat(file.refused()).isEqualTo(1);
    assertThat(outcome.defects().getFirst().sentence())
        .isEqualTo(
            "test.par, line 2, column 36: width in air: 'x0712' (HITRAN 160-character line)");
  }

  @Test
  void numbersThatOnlyJavaReadsAreRefused() {
    String good = text(line(2150, 1));
    for (String wrong :
        List.of("       NaN", "  Infinity", "     0x1p3", "  1.0e-19d", "          ")) {
      Outcome<LineFile> outcome = read(good.substring(0, 15) + wrong + good.substring(25));
      assertThat(outcome).as(wrong).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.defects().getFirst().field()).isEqualTo("strength");
    }
  }

  @Test
  void cutAtEachByteNothingButADefectComesOut() {
    String two = text(line(2150, 1), line(2151, 2));
    for (int length = 0; length < two.length(); length++) {
      Outcome<LineFile> outcome = read(two.substring(0, length));
      int whole = length >= 321 ? 2 : length >= 160 ? 1 : 0;
      assertThat(outcome.found().map(file -> file.lines().size()).orElse(0)).isEqualTo(whole);
      boolean blankRest = length >= 160 && length <= 162;
      assertThat(outcome.defects().isEmpty()).isEqualTo(blankRest || length >= 321);
    }
  }

  @Test
  void aThousandBadLinesAreCountedAndAHundredTold() {
    Outcome<LineFile> outcome = read(text(line(2150, 1)) + "rubbish\n".repeat(1000));
    assertThat(outcome.found().orElseThrow().refused()).isEqualTo(1000);
    assertThat(outcome.defects()).hasSize(101);
    assertThat(outcome.defects().getLast().found()).isEqualTo("900 more defects, not told");
  }

  @Test
  void longerLinesAndCarriageReturnsAreRead() {
    String longer = text(line(2150, 1)).stripTrailing() + ",0.0755,0.049\r\n";
    Line read = read(longer).found().orElseThrow().lines().getFirst();
    assertThat(read.rest()).isEqualTo(REST + ",0.0755,0.049");
  }

  @Test
  void theRealFilesAreReadInFull() throws IOException {
    String root = System.getenv("JUMELLES_DATA");
    Assumptions.assumeTrue(root != null, "JUMELLES_DATA is not set: shared/data/iasi/lines");
    int lines = 0;
    try (var files = Files.list(Path.of(root, "iasi", "lines"))) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Outcome<LineFile> outcome = LineFiles.read(Bytes.of(file.toString(), bytes));
        assertThat(outcome).as(file.toString()).isInstanceOf(Outcome.Good.class);
        List<Line> read = outcome.found().orElseThrow().lines();
        lines += read.size();
        String first = new String(bytes, 0, 160, StandardCharsets.ISO_8859_1);
        String again = text(read.getFirst()).substring(0, 160);
        assertThat(again.substring(67)).isEqualTo(first.substring(67));
        assertThat(Double.parseDouble(again.substring(15, 25)))
            .isEqualTo(Double.parseDouble(first.substring(15, 25)));
      }
    }
    assertThat(lines).isGreaterThan(45_000);
  }
}
