package org.jumelles.formats.quakeml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

final class EventTest {
  private static final Moment ONSET = Utc.parse("2019-05-23T02:22:59.5Z");

  @Test
  void marsquakeServiceWordsAreUnderstood() {
    QuakeMlDocument document =
        Catalogues.read(Catalogues.shared("S1222a_1205.xml")).found().orElseThrow();
    Event event = document.eventParameters().events().getFirst();
    Origin origin = event.preferredOrigin().orElseThrow();
    assertThat(document.rootNamespace()).isEqualTo("http://quakeml.org/xmlns/quakeml");
    assertThat(event.described(EventDescription.EARTHQUAKE_NAME)).contains("S1222a");
    assertThat(event.marsType()).contains(MarsEventType.BROADBAND);
    assertThat(event.picks()).hasSize(52);
    assertThat(origin.arrivals()).hasSize(52);
    assertThat(origin.marsLocationQuality()).contains(MarsLocationQuality.A);
    assertThat(origin.time().value()).isEqualTo(Utc.parse("2022-05-04T23:23:07.856945Z"));
    assertThat(origin.depth()).isEmpty();
    assertThat(event.picks().getFirst().waveformID().nslc()).isEqualTo("XB.ELYSE.02.BHZ");
    assertThat(document.marsquake().orElseThrow().of(event).orElseThrow().marsType())
        .contains(MarsEventType.BROADBAND);

    SingleStationParameters parameters = document.singleStation().orElseThrow();
    SingleStationOrigin single = parameters.of(origin).orElseThrow();
    assertThat(single.marsLocationQuality()).contains(MarsLocationQuality.A);
    Estimate<Double> distance = single.preferredDistance().orElseThrow();
    assertThat(distance.quantity().value()).isEqualTo(37.01401401);
    assertThat(distance.contributions().getFirst().weight().orElseThrow().value()).isEqualTo(1.0);
    Pdf<Double> density = distance.quantity().pdf().orElseThrow();
    assertThat(density.variable().value()).hasSameSizeAs(density.probability().value());
    assertThat(single.preferredAzimuth().orElseThrow().quantity().value()).isEqualTo(101);
    assertThat(single.preferredOriginTime().orElseThrow().quantity().value())
        .isEqualTo(origin.time().value());
    assertThat(parameters.distanceComputations().getFirst().methodID())
        .contains("smi:insight.mqs/algorithms/distance/S-P_phases");
    assertThat(parameters.singleStationPicks()).hasSize(35);
  }

  @Test
  void everyTypeAndQualityOfTheCatalogueIsKnown() {
    QuakeMlDocument document =
        Catalogues.read(Catalogues.shared("catalog_20191002.xml")).found().orElseThrow();
    assertThat(document.eventParameters().events()).hasSize(135);
    assertThat(document.eventParameters().events())
        .allSatisfy(
            event -> {
              assertThat(event.marsType()).isPresent();
              assertThat(event.preferredOrigin().orElseThrow().marsLocationQuality()).isPresent();
            });
  }

  @Test
  void timesWithZonesAndManyDecimalsAreRead() {
    Event event =
        Catalogues.read(Catalogues.SMALL)
            .found()
            .orElseThrow()
            .eventParameters()
            .events()
            .getFirst();
    assertThat(event.origins().getFirst().time().value())
        .isEqualTo(Utc.parse("2019-05-23T01:22:59Z"));
    assertThat(event.picks().getFirst().time().value())
        .isEqualTo(Utc.parse("2019-05-23T02:22:59.123456789Z"));
    assertThat(event.picks().getFirst().phaseHint()).contains("P");
    assertThat(event.marsType()).contains(MarsEventType.RESONANCE_2_4_HZ);
  }

  @Test
  void anEventMadeByCodeComesBackAsItWas() {
    Event event = detected();
    MarsEvent mars = MarsEvent.of("smi:x/mars/1", event, MarsEventType.BROADBAND, "suspected");
    QuakeMlDocument document =
        QuakeMlDocument.of(EventParameters.of("smi:x/ep", List.of(event)))
            .with(new MarsquakeParameters("smi:x/mq", List.of(mars), Rest.NONE));
    byte[] written = Catalogues.write(document);

    Outcome<QuakeMlDocument> read = Catalogues.read(written);

    assertThat(read).isInstanceOf(Outcome.Good.class);
    QuakeMlDocument again = read.found().orElseThrow();
    Event back = again.eventParameters().events().getFirst();
    assertThat(back.marsType()).contains(MarsEventType.BROADBAND);
    assertThat(back.type()).contains("other event");
    Origin origin = back.preferredOrigin().orElseThrow();
    assertThat(origin.marsLocationQuality()).contains(MarsLocationQuality.C);
    assertThat(origin.time().value()).isEqualTo(ONSET);
    assertThat(origin.evaluationMode()).contains("automatic");
    assertThat(origin.quality().orElseThrow().usedPhaseCount().orElseThrow().value()).isEqualTo(1);
    assertThat(origin.depth().orElseThrow().value()).isEqualTo(30_000.0);
    assertThat(back.comments().getFirst().text()).isEqualTo("snr 7.5 in 0.2-0.9 Hz");
    assertThat(back.picks().getFirst().time().uncertainty().orElseThrow().value()).isEqualTo(2.0);
    assertThat(back.creationInfo().orElseThrow().agencyID()).contains("jumelles");
    assertThat(again.marsquake().orElseThrow().of(back).orElseThrow().typeCertainty())
        .contains("suspected");
    assertThat(Catalogues.write(again)).isEqualTo(written);
  }

  @Test
  void editingKeepsAllElse() {
    QuakeMlDocument document = Catalogues.read(Catalogues.SMALL).found().orElseThrow();
    Event event = document.eventParameters().events().getFirst();
    Event edited =
        event.edit().with("typeCertainty", "known").add(Comment.of("smi:x/c2", "seen")).build();
    assertThat(edited.comments()).hasSize(2);
    assertThat(edited.rest().elements("http://anss.org/xmlns/catalog/0.1", "product")).hasSize(1);
    assertThat(event.edit().build()).isEqualTo(event);
  }

  @Test
  void valuesOutOfSenseCannotBeMade() {
    assertThatThrownBy(() -> Quantity.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pdf.of(List.of(1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void densitiesOfNumbersAreWritten() {
    Quantity<Double> quantity =
        Quantity.of(30.5)
            .withUncertainties(1, 2)
            .withPdf(Pdf.of(List.of(30.0, 31.0), List.of(.5, .5)));
    SingleStationOrigin origin =
        new SingleStationOrigin(
            "smi:x/sso",
            "smi:x/o",
            Optional.of(Classification.of(MarsLocationQuality.B)),
            List.of(new Estimate<>("smi:x/d", quantity, List.of(), Rest.NONE)),
            List.of(),
            List.of(),
            List.of(),
            Rest.NONE.with("preferredDistanceID", "smi:x/d"));
    QuakeMlDocument document =
        QuakeMlDocument.of(EventParameters.of("smi:x/ep", List.of()))
            .with(
                new SingleStationParameters(
                    "smi:x/ssp", List.of(origin), List.of(), List.of(), List.of(), Rest.NONE));
    QuakeMlDocument again = Catalogues.read(Catalogues.write(document)).found().orElseThrow();
    Estimate<Double> distance =
        again
            .singleStation()
            .orElseThrow()
            .singleStationOrigins()
            .getFirst()
            .preferredDistance()
            .orElseThrow();
    assertThat(distance.quantity().pdf().orElseThrow().variable().text()).isEqualTo("30 31");
    assertThat(distance.quantity().upperUncertainty().orElseThrow().value()).isEqualTo(2.0);
  }

  @Test
  void theTextTableLeavesTheUnknownEmpty() {
    assertThat(EventText.HEADER)
        .isEqualTo(
            "#EventID|Time|Latitude|Longitude|Depth/km|Author|Catalog|Contributor|ContributorID"
                + "|MagType|Magnitude|MagAuthor|EventLocationName\n");
    assertThat(EventText.line(Event.of("smi:x/1").build(), "1", ""))
        .isEqualTo("1||||||||smi:x/1||||\n");
    Event event =
        Catalogues.read(Catalogues.SMALL)
            .found()
            .orElseThrow()
            .eventParameters()
            .events()
            .getFirst();
    assertThat(EventText.line(event, "smi:x/1", "MQS"))
        .isEqualTo(
            "smi:x/1|2019-05-23T02:22:59.000000|4.50|1.35e2|50|mvd|MQS||smi:x/1|Mw|3.6||Cerberus   Fossae\n");
  }

  @Test
  void aFileIsKnownByItsBeginning() {
    assertThat(QuakeMl.startsLike(Catalogues.SMALL.getBytes())).isTrue();
    assertThat(QuakeMl.startsLike("<FDSNStationXML/>".getBytes())).isFalse();
  }

  static Event detected() {
    Pick pick =
        Pick.of(
                "smi:x/pick/1",
                Quantity.of(ONSET).withUncertainty(2),
                WaveformStreamID.of("XB", "ELYSE", "03", "BHU"))
            .with("phaseHint", "start")
            .with("evaluationMode", "automatic");
    Origin origin =
        Origin.of(
                "smi:x/origin/1",
                Quantity.of(ONSET),
                Quantity.of(4.502384),
                Quantity.of(135.623447))
            .add(Arrival.of("smi:x/arrival/1", pick.publicID(), "start"))
            .with("methodID", "smi:x/method/sta-lta")
            .with("evaluationMode", "automatic")
            .marsLocationQuality(MarsLocationQuality.C)
            .quality(OriginQuality.of(1, 1))
            .depth(Quantity.of(30_000.0))
            .build();
    return Event.of("smi:x/event/1")
        .add(EventDescription.of("S0173a", EventDescription.EARTHQUAKE_NAME))
        .add(pick)
        .preferred(origin)
        .marsType(MarsEventType.BROADBAND, "suspected")
        .add(Comment.of("smi:x/comment/1", "snr 7.5 in 0.2-0.9 Hz"))
        .creationInfo(CreationInfo.of("jumelles", "detect 1", ONSET))
        .build();
  }
}
