package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final Identity RAW = Identity.ofBytes("a".repeat(64));

  @Test
  void theIdentityOfAFixedProductNeverChanges() {
    Map<String, String> parameters = Map.of("bandHz", "0.2-0.9", "staS", "30");
    assertThat(Identity.of("seis/detection", "3", parameters, List.of(RAW)))
        .hasToString("decad3a37dccf10149807bcebbe424f2ef168b85a8312e3960221f93b2d34fad");
  }

  @Property(tries = 200)
  void neitherTheOrderOfParametersNorThatOfInputsMatters(
      @ForAll Map<String, String> parameters, @ForAll List<byte[]> seeds, @ForAll long order) {
    List<Identity> inputs = new ArrayList<>();
    for (byte[] seed : seeds) {
      inputs.add(new Identity(java.util.HexFormat.of().formatHex(Identity.sha256().digest(seed))));
    }
    List<Identity> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(order));
    List<String> names = new ArrayList<>(parameters.keySet());
    Collections.shuffle(names, new Random(order));
    Map<String, String> again = new LinkedHashMap<>();
    names.forEach(name -> again.put(name, parameters.getOrDefault(name, "")));
    assertThat(Identity.of("r", "1", again, shuffled))
        .isEqualTo(Identity.of("r", "1", parameters, inputs));
  }

  @Test
  void whatIsSaidInOneFieldIsNotSaidInAnother() {
    assertThat(Identity.of("ab", "c", Map.of(), List.of()))
        .isNotEqualTo(Identity.of("a", "bc", Map.of(), List.of()));
    assertThat(Identity.of("a", "1", Map.of("b", "c\n1:d"), List.of()))
        .isNotEqualTo(Identity.of("a", "1", Map.of("b", "c", "d", ""), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "../a", "a/../b", ".a", "a//b", "a b", "product.json"})
  void aPayloadMayNotBearAPathThatLeadsAstray(String name) {
    assertThatThrownBy(() -> Payload.checkName(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
