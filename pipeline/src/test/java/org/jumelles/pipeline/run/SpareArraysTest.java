package org.jumelles.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpareArraysTest {
  @Test
  void whatIsGivenBackIsTakenOnceAndOnlyForItsLength() {
    SpareArrays spare = new SpareArrays();
    double[] first = spare.take(8);
    assertThat(spare.take(8)).isNotSameAs(first);
    spare.giveBack(first);
    assertThat(spare.take(8)).isSameAs(first);
    assertThat(spare.take(8)).isNotSameAs(first);
    spare.giveBack(first);
    assertThat(spare.take(3)).hasSize(3);
  }

  /// Each holder finds at the end what it wrote at the beginning.
  @Test
  void noTwoThreadsHoldOneArray() throws IOException {
    SpareArrays spare = new SpareArrays();
    Blocks.inOrder(
        20_000,
        4,
        block -> {
          double[] held = spare.take(64);
          Arrays.fill(held, block);
          boolean isAlone = true;
          for (double one : held) {
            isAlone &= one == block;
          }
          spare.giveBack(held);
          return isAlone;
        },
        (_, isAlone) -> assertThat(isAlone).isTrue());
  }
}
