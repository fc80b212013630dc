package org.jumelles.iasi.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.transfer.LineByLine;

/// The CO window, compiled once for all tests.
final class Tables {
  static final double FROM = 2143;
  static final double TO = 2181.25;
  private static @Nullable AbsorptionTable made;

  private Tables() {}

  static Transitions lines() {
    return Transitions.of(
            List.of(
                LineFiles.read(ReferenceData.bytes("lblrtm_us_standard/lines_used/co_window.par"))
                    .found()
                    .orElseThrow()),
            FROM - 5,
            TO + 5,
            false)
        .found()
        .orElseThrow();
  }

  static WaterContinuum continuum() {
    return WaterContinuum.read(ReferenceData.bytes("mtckd/absco-ref_wv-mt-ckd.nc"))
        .found()
        .orElseThrow();
  }

  static LineByLine exact() {
    return new LineByLine(lines(), continuum(), FROM, TO, LineByLine.Widths.EXACT);
  }

  static synchronized AbsorptionTable carbonMonoxide() {
    AbsorptionTable table = made;
    if (table == null) {
      table = new TableCompiler(lines(), continuum(), FROM, TO).compile(List.of("test"));
      made = table;
    }
    return table;
  }
}
