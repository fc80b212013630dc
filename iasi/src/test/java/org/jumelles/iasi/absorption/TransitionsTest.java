package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.kernel.outcome.Outcome;

class TransitionsTest {
  private static final String REST = "566665 5 8 2 2 1 7    18.0   14.0";

  static Line line(int molecule, double wavenumber, double energy, String levels) {
    String padded = levels + " ".repeat(60 - levels.length());
    return new Line(molecule, 1, wavenumber, 1e-20, 1, 0.07, 0.08, energy, 0.7, 0, padded, REST, 7);
  }

  private static LineFile file(String name, Line... lines) {
    return new LineFile(name, List.of(lines), 0, 0);
  }

  @Test
  void theSameTransitionInTwoFilesIsRefusedAndBothAreNamed() {
    Outcome<Transitions> outcome =
        Transitions.of(
            List.of(
                file("old.par", line(5, 2150.0, 10, "1 0 R 3")),
                file("new.par", line(5, 2150.003, 10.01, "1  0   R  3"))),
            2140,
            2160,
            false);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().sentence())
        .contains("old.par")
        .contains("new.par")
        .contains("line 7")
        .contains("CO-1 2150.003 cm-1 [1 0 R 3]");
  }

  @Test
  void inOrderOfPrecedenceTheFirstCounts() {
    Transitions lines =
        Transitions.of(
                List.of(
                    file("a", line(5, 2150.0, 10, "1 0 R 3")),
                    file("b", line(5, 2150.003, 10.01, "1 0 R 3"), line(5, 2151, 20, "1 0 R 4"))),
                2140,
                2160,
                true)
            .found()
            .orElseThrow();
    assertThat(lines.count()).isEqualTo(2);
    assertThat(lines.superseded()).isEqualTo(1);
    assertThat(lines.wavenumber[0]).isEqualTo(2150.0);
  }

  @Test
  void doubletsAndNeighboursAreNotRepeats() {
    Outcome<Transitions> outcome =
        Transitions.of(
            List.of(
                file("a", line(4, 2150.0, 10, "0001 0 P 48e"), line(4, 2150, 10, "0001 0 P 48f")),
                file(
                    "b", line(4, 2150.001, 10, "0001 0 P 47e"), line(4, 2150, 11, "0001 0 P 48e"))),
            2140,
            2160,
            false);
    assertThat(outcome).isInstanceOf(Outcome.Good.class);
    assertThat(outcome.found().orElseThrow().count()).isEqualTo(4);
  }

  @Test
  void withoutNamedLevelsPlaceAndEnergyDecide() {
    Outcome<Transitions> outcome =
        Transitions.of(
            List.of(file("a", line(1, 2150.0, 10, "")), file("b", line(1, 2150, 10, "1 0 R 3"))),
            2140,
            2160,
            false);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aWindowWithoutLinesIsRefused() {
    Outcome<Transitions> outcome =
        Transitions.of(List.of(file("a", line(5, 2150, 1, "x"))), 1000, 1100, false);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().found()).contains("1000.0 to 1100.0 cm-1");
  }

  @Test
  void linesOfUnknownIsotopologuesAreLeftOutAndCounted() {
    Outcome<Transitions> outcome =
        Transitions.of(
            List.of(
                file("a", line(5, 2150, 1, "x"), line(48, 2150, 1, "x"), line(30, 2151, 1, ""))),
            2140,
            2160,
            false);
    assertThat(outcome.found().orElseThrow().count()).isEqualTo(1);
    assertThat(outcome.defects()).hasSize(2);
  }
}
