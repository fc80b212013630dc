package org.jumelles.formats.quakeml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LossFreeTest {
  @ParameterizedTest
  @ValueSource(strings = {"catalog_20191002.xml", "S1222a_0901.xml", "S1222a_1205.xml"})
  void marsquakeServiceDocumentsComeBackElementByElement(String name) {
    byte[] before = Catalogues.shared(name);
    Outcome<QuakeMlDocument> read = Catalogues.read(before);
    assertThat(read).isInstanceOf(Outcome.Good.class);
    QuakeMlDocument document = read.found().orElseThrow();

    byte[] after = Catalogues.write(document);

    assertThat(XmlTrees.counts(after)).isEqualTo(XmlTrees.counts(before));
    assertThat(XmlTrees.lines(after)).isEqualTo(XmlTrees.lines(before));
    assertThat(Catalogues.read(after).found()).contains(document);
  }

  @Test
  void foreignPartsAndOddNumbersComeBack() {
    Outcome<QuakeMlDocument> read = Catalogues.read(Catalogues.SMALL);
    assertThat(read.defects()).isEmpty();
    QuakeMlDocument document = read.found().orElseThrow();

    byte[] after = Catalogues.write(document);

    assertThat(XmlTrees.lines(after)).isEqualTo(XmlTrees.lines(Catalogues.SMALL.getBytes()));
    assertThat(Catalogues.read(after).found()).contains(document);
  }

  @Test
  void whatIsWrongIsToldAndStillComesBack() {
    String wrong =
        Catalogues.SMALL
            .replace("<usedPhaseCount>2<", "<usedPhaseCount>two<")
            .replace("<value>3.6</value><unc", "<value>NaN</value><unc")
            .replace("<value>1</value></latitude>", "<value>1</value></latitude><latitude/>")
            .replace("<type>Mw</type>", "<type>Mw</type>stray");
    Outcome<QuakeMlDocument> read = Catalogues.read(wrong);

    assertThat(read).isInstanceOf(Outcome.Doubtful.class);
    assertThat(read.defects()).hasSize(3);
    assertThat(read.defects().getFirst().sentence())
        .startsWith("test.xml, line 19, column")
        .contains("/quakeml/eventParameters/event[1]/origin[1]/latitude");
    Event event = read.found().orElseThrow().eventParameters().events().getFirst();
    assertThat(event.magnitudes()).isEmpty();
    assertThat(event.rest().elements(QuakeMl.BED, "magnitude")).hasSize(1);
    assertThat(XmlTrees.lines(Catalogues.write(read.found().orElseThrow())))
        .isEqualTo(XmlTrees.lines(wrong.getBytes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://quakeml.org/xmlns/bed-rt/1.2",
        "http://quakeml.org/xmlns/bed/1.1",
        "http://quakeml.org/xmlns/bed"
      })
  void otherNamespacesOfTheStandardAreReadAndKept(String namespace) {
    String text =
        Catalogues.SMALL.replace(
            "xmlns=\"http://quakeml.org/xmlns/bed/1.2\"", "xmlns=\"" + namespace + "\"");
    QuakeMlDocument document = Catalogues.read(text).found().orElseThrow();
    assertThat(document.bedNamespace()).isEqualTo(namespace);
    assertThat(document.eventParameters().events().getFirst().origins()).hasSize(2);
    assertThat(XmlTrees.lines(Catalogues.write(document)))
        .isEqualTo(XmlTrees.lines(text.getBytes()));
  }

  @Test
  void streamedEventsAreThoseOfTheWhole() throws Exception {
    byte[] bytes = Catalogues.shared("catalog_20191002.xml");
    List<Event> streamed = new ArrayList<>();
    QuakeMl.events(
        new ByteArrayInputStream(bytes), "c", e -> streamed.add(e.found().orElseThrow()));
    QuakeMlDocument document = Catalogues.read(bytes).found().orElseThrow();
    assertThat(streamed).hasSize(135).isEqualTo(document.eventParameters().events());
  }

  @Test
  void eventsWrittenOneByOneMakeTheSameDocument() throws Exception {
    QuakeMlDocument whole = Catalogues.read(Catalogues.SMALL).found().orElseThrow();
    Event event = whole.eventParameters().events().getFirst();
    QuakeMlDocument head = QuakeMlDocument.of(EventParameters.of("smi:x/ep", List.of()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QuakeMlWriter writer = QuakeMl.writer(head, out)) {
      writer.write(event);
      writer.write(event);
    }
    Outcome<QuakeMlDocument> read = Catalogues.read(out.toByteArray());
    assertThat(read.found().orElseThrow().eventParameters().events()).containsExactly(event, event);
    assertThat(read.defects()).isNotEmpty();
  }
}
