package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.Transitions;
import org.junit.jupiter.api.Test;

class TableCompilerTest {
  @Test
  void whoWatchesIsToldEachStep() {
    Transitions lines =
        Transitions.of(List.of(CarbonMonoxideFundamental.lines(20)), 2150, 2170, false)
            .found()
            .orElseThrow();
    TableCompiler compiler = new TableCompiler(lines, null, 2158, 2160, TableCompiler.Effort.QUICK);
    int[] steps = {0};
    AbsorptionTable table = compiler.compile(List.of("test"), () -> steps[0]++);
    assertThat(steps[0]).isEqualTo(compiler.steps()).isGreaterThan(9);
    assertThat(table.identity()).isEqualTo(compiler.compile(List.of("test")).identity());
  }
}
