package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.kernel.bytes.Bytes;

class CarbonMonoxideFundamentalTest {
  @Test
  void linesLieWhereListsHaveThem() {
    List<Line> list =
        LineFiles.read(ReferenceData.bytes("lines/CO_3iso_2000_2300.par"))
            .found()
            .orElseThrow()
            .lines();
    int compared = 0;
    for (Line ours : CarbonMonoxideFundamental.lines(30).lines()) {
      for (Line theirs : list) {
        if (theirs.isotopologue() == 1
            && theirs.levels().replace(" ", "").equals(ours.levels().replace(" ", ""))) {
          compared++;
          assertThat(ours.wavenumberPerCm()).isCloseTo(theirs.wavenumberPerCm(), within(5e-4));
          assertThat(ours.lowerEnergyPerCm()).isCloseTo(theirs.lowerEnergyPerCm(), within(1e-3));
          assertThat(ours.strengthCm() / theirs.strengthCm()).isBetween(0.93, 1.0);
          assertThat(ours.airWidthPerCmAtm() / theirs.airWidthPerCmAtm()).isBetween(0.85, 1.15);
        }
      }
    }
    assertThat(compared).isGreaterThan(55);
  }

  @Test
  void theyFitIntoHitransColumns() {
    List<Line> lines = CarbonMonoxideFundamental.lines(40).lines();
    List<Line> read =
        LineFiles.read(Bytes.of("demo", LineFiles.write(lines))).found().orElseThrow().lines();
    assertThat(read).hasSize(81);
    for (int i = 0; i < 81; i++) {
      assertThat(read.get(i).levels()).isEqualTo(lines.get(i).levels());
      assertThat(read.get(i).wavenumberPerCm())
          .isCloseTo(lines.get(i).wavenumberPerCm(), within(1e-6));
    }
  }
}
