package org.jumelles.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Defect DEFECT =
      new Defect("a.mseed", new Place.Offset(48), "record length", "SEED 2.4, blockette 1000", "7");

  @Property
  void aValueIsGoodUnlessSomethingIsWrong(@ForAll int value, @ForAll @IntRange(max = 5) int wrong) {
    List<Defect> defects = new ArrayList<>();
    for (int i = 0; i < wrong; i++) {
      defects.add(DEFECT);
    }
    Outcome<Integer> outcome = Outcome.of(value, defects);
    assertThat(outcome instanceof Outcome.Good).isEqualTo(wrong == 0);
    assertThat(outcome.found()).contains(value);
    assertThat(outcome.defects()).hasSize(wrong);
    Outcome<String> mapped = outcome.map(v -> "v" + v);
    assertThat(mapped.found()).contains("v" + value);
    assertThat(mapped.defects()).isEqualTo(outcome.defects());
  }

  @Test
  void aRefusalHasNoValueButAReason() {
    Outcome<Integer> refused = new Outcome.Refused<>(DEFECT);
    assertThat(refused.found()).isEmpty();
    assertThat(refused.defects()).containsExactly(DEFECT);
    Outcome<String> mapped =
        refused.map(
            _ -> {
              throw new AssertionError("there is nothing to map");
            });
    assertThat(mapped).isEqualTo(refused);
  }

  @Test
  void aDoubtKeepsItsOwnListOfReasons() {
    List<Defect> reasons = new ArrayList<>(List.of(DEFECT));
    Outcome<Integer> doubtful = new Outcome.Doubtful<>(1, reasons);
    reasons.clear();
    assertThat(doubtful.defects()).containsExactly(DEFECT);
    assertThatIllegalArgumentException().isThrownBy(() -> new Outcome.Doubtful<>(1, List.of()));
  }

  @Test
  void aDefectIsOneSentence() {
    assertThat(DEFECT.sentence())
        .isEqualTo("a.mseed, byte 48: record length: 7 (SEED 2.4, blockette 1000)");
    assertThat(DEFECT.from("b.mseed").sentence()).startsWith("b.mseed, byte 48");
    assertThat(new MalformedDataException(DEFECT)).hasMessage(DEFECT.sentence());
    assertThat(new MalformedDataException(DEFECT).defect()).isEqualTo(DEFECT);
    assertThat(new Place.LineColumn(3, 4)).hasToString("line 3, column 4");
    assertThat(new Place.Path("/a/b")).hasToString("/a/b");
    assertThat(new Place.Whole()).hasToString("as a whole");
  }
}
