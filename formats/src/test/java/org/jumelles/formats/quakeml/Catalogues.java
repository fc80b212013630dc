package org.jumelles.formats.quakeml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jumelles.kernel.outcome.Outcome;

/// The documents that the tests of this room share.
final class Catalogues {
  /// A small one with something of everything, foreign parts among it.
  static final String SMALL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a remark -->
      <q:quakeml xmlns="http://quakeml.org/xmlns/bed/1.2" xmlns:q="http://quakeml.org/xmlns/quakeml/1.2"
          xmlns:catalog="http://anss.org/xmlns/catalog/0.1" xmlns:mars="http://quakeml.org/xmlns/bed/1.2/mars">
        <eventParameters publicID="smi:x/ep">
          <description>d &amp; e</description>
          <event publicID="smi:x/1" catalog:eventid="p1">
            <type>other event</type>
            <mars:type>http://quakeml.org/vocab/marsquake/1.0/MarsEventType#2.4_HZ</mars:type>
            <preferredOriginID>smi:x/o2</preferredOriginID>
            <preferredMagnitudeID>smi:x/m1</preferredMagnitudeID>
            <pick publicID="smi:x/p1">
              <waveformID networkCode="XB" stationCode="ELYSE" locationCode="" channelCode="BHZ">smi:x/w</waveformID>
              <time><value catalog:of="y">2019-05-23T02:22:59.1234567891Z</value><uncertainty>.5</uncertainty></time>
              <phaseHint catalog:by="hand">P</phaseHint>
            </pick>
            <description><type>region name</type><text>Cerberus | Fossae</text></description>
            <origin publicID="smi:x/o1">
              <latitude><value>1</value></latitude><longitude><value>2</value></longitude>
              <time><value>2019-05-23T02:22:59+01:00</value></time>
            </origin>
            <origin publicID="smi:x/o2">
              <time><value>2019-05-23T02:22:59</value></time>
              <compositeTime><year><value>2019</value></year></compositeTime>
              <latitude><value>4.50</value><confidenceLevel>68</confidenceLevel></latitude>
              <longitude><value>1.35e2</value></longitude>
              <depth><value>50000.0</value></depth>
              <quality><usedPhaseCount>2</usedPhaseCount><groundTruthLevel>GT5</groundTruthLevel></quality>
              <originUncertainty><horizontalUncertainty>1e3</horizontalUncertainty>
                <confidenceEllipsoid><semiMajorAxisLength>1</semiMajorAxisLength></confidenceEllipsoid></originUncertainty>
              <arrival publicID="smi:x/a1"><phase>P</phase><pickID>smi:x/p1</pickID><earthModelID>smi:x/e</earthModelID></arrival>
              <methodID>smi:x/method</methodID>
              <mars:locationQuality>http://quakeml.org/vocab/marsquake/1.0/MarsLocationQualityType#B</mars:locationQuality>
              <creationInfo><author>mvd</author><creationTime>2019-10-02T13:45:39Z</creationTime></creationInfo>
            </origin>
            <magnitude publicID="smi:x/m1">
              <mag><value>3.6</value><uncertainty>0.2</uncertainty></mag><type>Mw</type>
              <stationMagnitudeContribution><stationMagnitudeID>smi:x/s1</stationMagnitudeID><weight>1</weight></stationMagnitudeContribution>
            </magnitude>
            <stationMagnitude publicID="smi:x/s1"><originID>smi:x/o2</originID><mag><value>3.6</value></mag></stationMagnitude>
            <amplitude publicID="smi:x/am1"><genericAmplitude><value>1E-9</value></genericAmplitude>
              <timeWindow><begin>1</begin><end>2</end><reference>2019-05-23T02:22:59Z</reference></timeWindow></amplitude>
            <focalMechanism publicID="smi:x/f1"><nodalPlanes preferredPlane="1"><nodalPlane1><strike><value>1</value></strike></nodalPlane1></nodalPlanes></focalMechanism>
            <comment id="smi:x/c1"><text>first &lt;line&gt;
      second</text></comment>
            <catalog:product source="us"><catalog:part>text <b xmlns="">mixed</b> tail</catalog:part></catalog:product>
          </event>
        </eventParameters>
      </q:quakeml>
      """;

  private Catalogues() {}

  static Outcome<QuakeMlDocument> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Outcome<QuakeMlDocument> read(byte[] bytes) {
    try {
      return QuakeMl.read(new ByteArrayInputStream(bytes), "test.xml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(QuakeMlDocument document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      QuakeMl.write(document, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A catalogue of the shared test data, or the test is skipped by its name.
  static byte[] shared(String name) {
    String file = "seis/catalogue/" + name;
    Optional<Path> found = data().map(data -> data.resolve(file)).filter(Files::isRegularFile);
    assumeTrue(found.isPresent(), "shared data not found: " + file);
    try {
      return Files.readAllBytes(found.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> data() {
    String named = System.getenv("JUMELLES_DATA");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.isDirectory(folder.resolve("shared/data"))) {
        return Optional.of(folder.resolve("shared/data"));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
