package org.jumelles.pipeline.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Kind;
import org.jumelles.accord.fact.Fact;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts as people write them, and as nobody should.
class FactYamlTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static List<Fact> read(String yaml) {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Fact> read(byte[] yaml) {
    try {
      return FactYaml.read(new ByteArrayInputStream(yaml), "facts.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(String yaml, String... parts) {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("facts.yaml")
                .satisfies(e -> assertThat(e.getMessage()).contains(parts)));
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("facts") List<Fact> facts) {
    assertThat(read(FactYaml.text(facts))).containsExactlyInAnyOrderElementsOf(facts);
  }

  /// Texts of all that a record may say, and those that YAML would rather take for something else.
  @Provide
  static Arbitrary<List<Fact>> facts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "null",
            "~",
            "yes",
            "No",
            "true",
            "on",
            "0x1F",
            "1e3",
            "007",
            "1_000",
            "2013-07-16",
            "12:30:45",
            "- a",
            "# no comment",
            "a: b",
            "a #b",
            "*alias",
            "&anchor",
            "!tag",
            "|",
            ">",
            "%YAML 1.2",
            "---",
            "...",
            "{",
            "[",
            "\"",
            "'",
            "''",
            "@",
            "`",
            "<<",
            "=",
            "?",
            ": ",
            "a; b",
            " leading",
            "trailing ",
            "two\nlines",
            "\n",
            "tab\there",
            "\u00e9\u4e2d\ud83d\ude80",
            ".inf",
            ".nan",
            "\u2028",
            "\u0085",
            "\ufeff",
            "C:\\path\\u0041");
    Arbitrary<String> free =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars("\n\t\u00e9\u4e2d\u0416\u05d0\u2014\u00a0")
            .ofMaxLength(60);
    Arbitrary<String> text = Arbitraries.oneOf(odd, free, free);
    Arbitrary<String> key = text.filter(one -> !one.isBlank() && one.length() < 100);
    Arbitrary<Map<String, String>> fields =
        Arbitraries.maps(key.filter(name -> !name.equals(Fact.ID)), text).ofMaxSize(5);
    return Combinators.combine(Arbitraries.of(Kind.values()), key, fields)
        .as((kind, id, all) -> new Fact(kind.word(), id, all))
        .list()
        .ofMaxSize(6)
        .uniqueElements(Fact::key);
  }

  @Test
  void theDefaultRecordReadsBack() {
    List<Fact> facts = Accord.defaultRecord().facts();
    assertThat(read(FactYaml.text(facts))).containsExactlyInAnyOrderElementsOf(facts);
  }

  /// Cut at each byte a text is refused by its place, or is what stood before the cut: a part of a
  /// value at the very end is the only thing that no reader can know of.
  @Test
  void aFileThatWasCutAnywhereIsRefusedOrAWholeBeginning() {
    List<Fact> whole = Accord.defaultRecord().facts();
    byte[] text = FactYaml.text(whole).getBytes(StandardCharsets.UTF_8);
    List<Fact> all = read(text);
    int refused = 0;
    for (int length = 0; length < text.length; length += length < 4000 ? 1 : 97) {
      byte[] cut = java.util.Arrays.copyOf(text, length);
      try {
        List<Fact> facts = read(cut);
        int last = facts.size() - 1;
        assertThat(facts.subList(0, Math.max(0, last)))
            .isEqualTo(all.subList(0, Math.max(0, last)));
      } catch (MalformedDataException e) {
        refused++;
        assertThat(e.getMessage()).contains("facts.yaml");
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          role: text                                  | line 1 | role: here stand no ids of facts
          role: [a, b]                                | line 1 | here stand no ids of facts
          role:                                       | line 1 | here stand no ids of facts
          - role                                      | line 1 | here stand no kinds of fact
          just text                                   | line 1 | here stand no kinds of fact
          role: {a: text}                             | line 1 | role/a: here stand no fields
          role: {a: }                                 | line 1 | role/a: here stand no fields
          role: {a: [x]}                              | line 1 | role/a: here stand no fields
          role: {a: {from: {year: 1}}}                | line 1 | from is neither text nor a list
          role: {a: {from: [[1]]}}                    | line 1 | from is neither text nor a list
          role: {a: {from: [{x: 1}]}}                 | line 1 | from is neither text nor a list
          role: {a: {from: 1}, a: {from: 2}}          | line 1 | Duplicate Object property "a"
          role: {a: {from: 1, from: 2}}               | line 1 | Duplicate Object property "from"
          role: {a: {from: 1}}, x                     | line 1 | facts.yaml
          role: {a: {from: "1}}                       | line 1 | facts.yaml
          role: {a: {from: 1}                         | line 1 | facts.yaml
          role: {a: {from: *other}}                   | line 1 | from is an alias
          role: {a: &x {from: 1}, b: *x}              | line 1 | role/b: here stand no fields
          role: {a: {<<: {from: 1}}}                  | line 1 | << is neither text nor a list
          role: {? [a, b] : {from: 1}}                | line 1 | facts.yaml
          role: {a: {"id": 1}}                        | line 1 | facts.yaml
          role: {"": {from: 1}}                       | line 1 | facts.yaml
          "": {a: {from: 1}}                          | line 1 | facts.yaml
          """)
  void whatIsNoFactIsRefusedByLineAndReason(String yaml, String line, String reason) {
    assertRefused(yaml, line, reason);
  }

  @Test
  void duplicatesAreFoundWhereverTheyStand() {
    assertRefused(
        "role:\n  a: {from: 1}\nedition:\n  a: {place: x}\nrole:\n  b: {from: 1}\n  a: {from: 2}\n",
        "line 5",
        "Duplicate Object property \"role\"");
    assertRefused("role:\n  a: {from: 1}\n  a: {from: 2}\n", "line 3", "Duplicate", "\"a\"");
    assertRefused("role:\n  a:\n    b: 1\n    b: 2\n", "line 4", "Duplicate", "\"b\"");
    assertThat(read("role:\n  a: {from: 1}\nedition:\n  a: {from: 1}\n")).hasSize(2);
  }

  @Test
  void asManyLevelsAsOneLikesAreRefused() {
    for (int depth : new int[] {10, 1_000, 100_000, 1_000_000}) {
      assertRefused("role: {a: {from: " + "[".repeat(depth), "facts.yaml");
      assertRefused("{a: ".repeat(depth), "facts.yaml");
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      lines.append(" ".repeat(i)).append("a:\n");
    }
    assertRefused(lines.toString(), "facts.yaml");
  }

  /// Aliases are refused, not followed: nine levels of ten would be a thousand million texts.
  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a: &a {x: {y: lol}}\n");
    for (char c = 'b'; c < 'k'; c++) {
      char before = (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" {");
      for (int i = 0; i < 10; i++) {
        bomb.append("k").append(i).append(": *").append(before).append(", ");
      }
      bomb.append("}\n");
    }
    assertRefused(bomb.toString(), "line 2");
    assertRefused("role: {a: {from: &f [&g x, *g]}}", "line 1", "alias");
  }

  @Test
  void hugeTextsAndManyFactsAreRefused() {
    assertRefused("role:\n  a:\n    from: " + "x".repeat(10_001), "line 3", "longer than 10000");
    assertThat(read("role:\n  a:\n    from: " + "x".repeat(10_000))).hasSize(1);
    assertRefused("role:\n  a:\n    from: " + "x".repeat(20_000_000), "facts.yaml");
    assertRefused("role:\n  a:\n    from: [" + "x, ".repeat(10_000) + "]", "line 3", "longer than");
    assertRefused("role:\n  a:\n    from:\n" + "      xxxxxxxx\n".repeat(20_000), "longer than");
    assertRefused("role: {" + "x".repeat(900_000) + ": {}}", "Name length");
    assertRefused("role: {" + "x".repeat(2_000_000) + ": {}}", "facts.yaml");
    StringBuilder fields = new StringBuilder("role:\n  a:\n");
    for (int i = 0; i < 2_000; i++) {
      fields.append("    f").append(i).append(": x\n");
    }
    assertRefused(fields.toString(), "more than 1000 fields");
  }

  @Test
  void aLongRecordIsReadAsFarAsOneMayWrite() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("title", "A paper of number " + i + " ".repeat(3) + "x".repeat(200));
      facts.add(new Fact("output", "10.1/" + i, fields));
    }
    String text = FactYaml.text(facts);
    assertThat(text.length()).isGreaterThan(4_000_000);
    assertThat(read(text)).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role: {a: {from: 1}}\n---\nrole: {b: {from: 1}}\n",
        "role: {a: {from: 1}}\n...\nmore",
        "\u0000",
        "role: {a: {from: \u0007}}",
        "role:\n\ta: {from: 1}",
        "%YAML 9.9\n---\nrole: {a: {from: 1}}"
      })
  void whatIsNotOneDocumentIsRefused(String yaml) {
    assertRefused(yaml, "facts.yaml");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] odd = "role: {a: {from: x}}".getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < odd.length; at++) {
      byte[] harmed = odd.clone();
      harmed[at] = (byte) 0xff;
      assertThatThrownBy(() -> read(harmed))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining("line 1, column " + (at + 1) + ": document: byte " + at);
    }
  }

  @Property(tries = 500)
  void anythingIsReadOrRefusedAndNothingElse(@ForAll("noise") String noise) {
    try {
      read(noise);
    } catch (MalformedDataException e) {
      assertThat(e.getMessage()).contains("facts.yaml");
    }
  }

  @Provide
  static Arbitrary<String> noise() {
    return Arbitraries.strings()
        .withChars(":{}[]-\n \"'#&*!|>%@?,ax1\t\u0000\u00e9")
        .ofMaxLength(80)
        .map(text -> "role:\n " + text);
  }
}
