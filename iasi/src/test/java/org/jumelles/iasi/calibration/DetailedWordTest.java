package org.jumelles.iasi.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.spectrum.Quality;

class DetailedWordTest {
  /// Masks and names, bit by bit, say what `explain` says, in words that CF can part by blanks.
  @Test
  void namesStandInTheOrderOfTheirMasks() {
    for (Quality.Word word : Quality.Word.values()) {
      int[] masks = DetailedWord.masks(word);
      for (String reading : List.of(DetailedWord.EPS, DetailedWord.WMO)) {
        if (word == Quality.Word.NONE
            || word == Quality.Word.BUFR_040020 && reading.equals(DetailedWord.EPS)) {
          continue;
        }
        String[] names = DetailedWord.names(word, reading).split(" ", -1);
        assertThat(names).hasSameSizeAs(masks).allMatch(name -> name.matches("[A-Za-z0-9_-]+"));
        for (int i = 0; i < masks.length; i++) {
          String meaning =
              DetailedWord.explain(masks[i], word).stream()
                  .filter(one -> one.reading().equals(reading))
                  .findFirst()
                  .orElseThrow()
                  .meaning();
          assertThat(meaning.replaceAll("[^A-Za-z0-9-]", "")).isEqualTo(names[i].replace("_", ""));
        }
      }
    }
    assertThat(DetailedWord.masks(Quality.Word.EPS)[0]).isEqualTo(0x8000);
    assertThat(DetailedWord.masks(Quality.Word.BUFR_040020)[0]).isEqualTo(0x10000);
    assertThat(DetailedWord.masks(Quality.Word.NONE)).isEmpty();
  }
}
