package org.jumelles.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

class ProfileTableTest {
  private static Outcome<ProfileTable> read(String text) {
    return ProfileTable.read(Bytes.of("p", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsTheAfglForm() {
    ProfileTable table =
        read("#where: x\n#what: altitude pressure\n#units: km mb\n 0.0 1.013E+03\n 1.0 898\n")
            .found()
            .orElseThrow();
    assertThat(table.names()).containsExactly("altitude", "pressure");
    assertThat(table.values(table.column("PRESSURE").orElseThrow())).containsExactly(1013, 898);
    assertThat(table.firstLine()).isEqualTo(4);
  }

  @Test
  void readsCsvWithUnitsInItsNames() {
    ProfileTable table = read("pressure_hPa,CO_ppbv\n1000,100\n900,90\n").found().orElseThrow();
    assertThat(table.units()).containsExactly("hPa", "ppbv");
  }

  @Test
  void tellsLineAndColumnOfWhatIsNoNumber() {
    Outcome<ProfileTable> outcome = read("#what: p T\n#units: hPa K\n1000 288\n900 x\n");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().place()).isEqualTo(new Place.LineColumn(4, 5));
    assertThat(outcome.defects().getFirst().field()).isEqualTo("T");
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefused(@ForAll String text) {
    Outcome<ProfileTable> outcome = read(text);
    assertThat(outcome.found().isPresent()).isEqualTo(outcome instanceof Outcome.Good);
  }
}
