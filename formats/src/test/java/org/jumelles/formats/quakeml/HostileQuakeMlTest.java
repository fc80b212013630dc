package org.jumelles.formats.quakeml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileQuakeMlTest {
  @Test
  void truncationAtEachByteIsRefusedWithAPlace() throws IOException {
    byte[] whole = Catalogues.SMALL.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Outcome<QuakeMlDocument> read = Catalogues.read(cut);
      assertThat(read).as("cut to %d", length).isInstanceOf(Outcome.Refused.class);
      List<Outcome<Event>> streamed = new ArrayList<>();
      QuakeMl.events(new ByteArrayInputStream(cut), "cut", streamed::add);
      assertThat(streamed.getLast()).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void truncatedCatalogueStillYieldsTheEventsBefore() throws IOException {
    byte[] whole = Catalogues.shared("catalog_20191002.xml");
    List<Outcome<Event>> streamed = new ArrayList<>();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    QuakeMl.events(new ByteArrayInputStream(half), "half", streamed::add);
    assertThat(streamed).hasSizeBetween(50, 134);
    assertThat(streamed.getLast().defects().getFirst().sentence())
        .startsWith("half, line ")
        .contains("/quakeml/eventParameters");
    assertThat(streamed.subList(0, streamed.size() - 1))
        .allMatch(outcome -> outcome instanceof Outcome.Good);
  }

  @Test
  void bytesChangedAtRandomNeverCrash() {
    byte[] whole = Catalogues.SMALL.getBytes(StandardCharsets.UTF_8);
    java.util.Random random = new java.util.Random(20190523);
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      for (int k = 0; k <= i % 4; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(i % 100 == 0 ? 256 : 128);
      }
      Catalogues.read(changed).found().ifPresent(Catalogues::write);
    }
  }

  @Test
  void bombAndExternalEntityAreRefusedAtOnce() {
    String bomb =
        "<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    String outside = "<!DOCTYPE q [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
    for (String type : List.of(bomb, outside)) {
      String text = Catalogues.SMALL.replace("?>\n", "?>\n" + type).replace("d &amp; e", "&c;");
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertThat(Catalogues.read(text)).isInstanceOf(Outcome.Refused.class));
    }
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThat(Catalogues.read(Catalogues.SMALL.replace("d &amp; e", deep)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<value>4.50</value>|<value>4,5</value>|/origin[2]/latitude/value",
        "<value>4.50</value>|<value>INF</value>|/origin[2]/latitude/value",
        "<value>4.50</value>|<value>1e999</value>|/origin[2]/latitude/value",
        "<value>4.50</value>|<value><b/></value>|/origin[2]/latitude/value",
        "<value>4.50</value>||/origin[2]/latitude/value",
        "2019-05-23T02:22:59</value>|2019-02-30T02:22:59</value>|/origin[2]/time/value",
        "2019-05-23T02:22:59</value>|yesterday</value>|/origin[2]/time/value",
        "2019-05-23T02:22:59</value>|0000-05-23T02:22:59</value>|/origin[2]/time/value",
        "<origin publicID=\"smi:x/o2\">|<origin>|/origin[2]/@publicID",
        "<pick publicID=\"smi:x/p1\">|<pick publicID=' '>|/pick[1]/@publicID",
        "publicID=\"smi:x/o2\"|publicID=\"smi:x/o1\"|/origin/@publicID",
        "<phase>P</phase>||/origin[2]/arrival[1]/phase",
        "<depth>|stray<depth>|/event[1]/origin[2]",
        "<usedPhaseCount>2<|<usedPhaseCount>2.5<|/origin[2]/quality/usedPhaseCount",
        "<type>region name</type>|<type/><type/>|/description[1]/type",
      })
  void oneWrongPartMakesTheDocumentDoubtfulAtItsPath(String right, String wrong, String path) {
    String text = Catalogues.SMALL.replace(right, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(Catalogues.SMALL);
    Outcome<QuakeMlDocument> read = Catalogues.read(text);
    assertThat(read).isInstanceOf(Outcome.Doubtful.class);
    assertThat(read.defects()).hasSize(1);
    assertThat(read.defects().getFirst().field()).endsWith(path);
    assertThat(read.defects().getFirst().place().toString()).matches("line \\d+, column \\d+");
    assertThat(XmlTrees.lines(Catalogues.write(read.found().orElseThrow())))
        .isEqualTo(XmlTrees.lines(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<html/>",
        "<quakeml/>",
        "<quakeml xmlns='http://quakeml.org/xmlns/quakeml/1.2'/>",
        "<quakeml xmlns='http://quakeml.org/xmlns/quakeml/1.2'><eventParameters/></quakeml>",
      })
  void whatIsNoQuakeMlIsRefused(String text) throws IOException {
    assertThat(Catalogues.read(text)).isInstanceOf(Outcome.Refused.class);
    List<Outcome<Event>> streamed = new ArrayList<>();
    QuakeMl.events(new ByteArrayInputStream(text.getBytes()), "none", streamed::add);
    assertThat(streamed).singleElement().isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anEventWithoutItsIdentifierIsRefusedAloneAndKeptInTheWhole() throws IOException {
    String text = Catalogues.SMALL.replace("<event publicID=\"smi:x/1\"", "<event");
    List<Outcome<Event>> streamed = new ArrayList<>();
    QuakeMl.events(new ByteArrayInputStream(text.getBytes()), "one", streamed::add);
    assertThat(streamed).singleElement().isInstanceOf(Outcome.Refused.class);
    QuakeMlDocument document = Catalogues.read(text).found().orElseThrow();
    assertThat(document.eventParameters().events()).isEmpty();
    assertThat(XmlTrees.lines(Catalogues.write(document)))
        .isEqualTo(XmlTrees.lines(text.getBytes()));
  }

  @Test
  void aCatalogueFarLargerThanTheHeapIsReadEventByEvent() throws IOException {
    int events = 3_000;
    String padding = "x".repeat(400_000);
    String event =
        "<event publicID='smi:x/1'><comment><text>" + padding + "</text></comment></event>";
    byte[] head =
        ("<quakeml xmlns='http://quakeml.org/xmlns/quakeml/1.2'>"
                + "<eventParameters xmlns='http://quakeml.org/xmlns/bed/1.2' publicID='smi:x'>")
            .getBytes();
    int[] seen = new int[1];
    try (InputStream input =
        new Repeated(head, event.getBytes(), events, "</eventParameters></quakeml>".getBytes())) {
      QuakeMl.events(input, "large", outcome -> seen[0] += outcome.found().isPresent() ? 1 : 0);
    }
    assertThat(seen[0]).isEqualTo(events);
  }

  /// A stream of 1.2 GB that is nowhere kept; the tests' heap is 1 GB.
  private static final class Repeated extends InputStream {
    private final List<byte[]> parts = new ArrayList<>();
    private int part;
    private int at;

    Repeated(byte[] head, byte[] body, int times, byte[] tail) {
      parts.add(head);
      for (int i = 0; i < times; i++) {
        parts.add(body);
      }
      parts.add(tail);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      while (part < parts.size() && at == parts.get(part).length) {
        part++;
        at = 0;
      }
      if (part == parts.size()) {
        return -1;
      }
      int count = Math.min(length, parts.get(part).length - at);
      System.arraycopy(parts.get(part), at, into, offset, count);
      at += count;
      return count;
    }
  }
}
