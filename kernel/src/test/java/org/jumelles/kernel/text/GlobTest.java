package org.jumelles.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobTest {
  /// The twin: the same pattern as a regular expression of the JDK.
  @Property
  void meansWhatARegularExpressionMeans(
      @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*', '?', '.', '\0'}) String pattern,
      @ForAll @StringLength(max = 8) @Chars({'a', 'b', '.', '\n', '\0'}) String text) {
    String expression =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
            .collect(Collectors.joining());
    assertThat(new Glob(pattern).matches(text))
        .isEqualTo(Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches());
  }

  @Test
  void manyStarsTakeNoTime() {
    long started = System.nanoTime();
    assertThat(new Glob("*a".repeat(2_000) + "*b").matches("a".repeat(20_000))).isFalse();
    assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
  }

  @Test
  void tellsWhetherItIsAnyOrOne() {
    assertThat(Glob.ANY.isAny()).isTrue();
    assertThat(new Glob("**").isAny()).isFalse();
    assertThat(new Glob("BH?").hasWildcard()).isTrue();
    assertThat(new Glob("BHU").hasWildcard()).isFalse();
    assertThat(new Glob("").matches("")).isTrue();
    assertThat(new Glob("").matches("a")).isFalse();
  }
}
