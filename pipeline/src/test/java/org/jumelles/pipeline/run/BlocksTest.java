package org.jumelles.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void comeInOrderFromAnyNumberOfThreads() throws IOException {
    for (int threads : new int[] {1, 2, 5}) {
      for (int count : new int[] {0, 1, 7, 100}) {
        List<Long> seen = new ArrayList<>();
        Blocks.inOrder(count, threads, block -> block * block, (block, made) -> seen.add(made));
        assertThat(seen).isEqualTo(LongStream.range(0, count).map(i -> i * i).boxed().toList());
      }
    }
  }

  @Test
  void neverMoreThanTwiceTheThreadsAreAhead() throws IOException {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Blocks.inOrder(
        200,
        3,
        block -> most.accumulateAndGet(alive.incrementAndGet(), Math::max),
        (block, made) -> alive.decrementAndGet());
    assertThat(most.get()).isBetween(2, 7);
  }

  @Test
  void whatFailsIsThrownAsItWas() {
    assertThatThrownBy(
            () ->
                Blocks.inOrder(
                    9,
                    2,
                    block -> {
                      if (block == 4) {
                        throw new IOException("no more");
                      }
                      return block;
                    },
                    (block, made) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("no more");
    assertThatThrownBy(() -> Blocks.inOrder(1, 0, block -> block, (block, made) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
