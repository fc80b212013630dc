package org.jumelles.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
  private static final Samples THREE = new Samples.Ints(new int[] {1, 2, 3});

  private static Recognition of(String text) {
    return Recognition.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] head(String text) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 64);
  }

  @Test
  void whatIsWrittenHereIsRecognised() {
    byte[] two = Specimens.counts("XX.A.00.BHZ", Specimens.START, 20, 1, 2, 3);
    byte[] three =
        Specimens.written(
            "XX.A.00.BHZ", Specimens.START, 20, THREE, WriteOptions.version3(Encoding.STEIM2));
    assertThat(Recognition.of(two)).isEqualTo(new Recognition.MiniSeed());
    assertThat(Recognition.of(three)).isEqualTo(new Recognition.MiniSeed());
    assertThat(of(Specimens.inventory())).isEqualTo(new Recognition.StationXml());
    assertThat(of(Specimens.catalogue(Map.of("a", "2019-05-23T00:00:00"))))
        .isEqualTo(new Recognition.QuakeMl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"000001D ", "000002R ", "      Q ", "999999M ", "000001V ", "000003A*"})
  void everyKindOfSeedRecordIsSeed(String start) {
    assertThat(Recognition.of(head(start))).isEqualTo(new Recognition.MiniSeed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000AD ", "000001X ", "000001DD", "-00001D ", "MS\u0002"})
  void whatOnlyBeginsLikeSeedIsNot(String start) {
    assertThat(Recognition.of(head(start))).isInstanceOf(Recognition.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <FDSNStationXML>|StationXml
          <FDSNStationXML|Unknown
          \uFEFF<?xml version="1.0"?><FDSNStationXML xmlns="x">|StationXml
          <?xml version="1.0"?><!-- <quakeml> --><FDSNStationXML >|StationXml
          <!-- a <b> --><fdsn:FDSNStationXML >|StationXml
          <!DOCTYPE quakeml [<!ENTITY a "<FDSNStationXML >">]><q:quakeml >|QuakeMl
          <q:quakeml xmlns:q="http://quakeml.org/xmlns/bed/1.2">|QuakeMl
          <quakeml/>|QuakeMl
          <html><quakeml></html>|Unknown
          <!-- <quakeml > never closed|Unknown
          <?x <quakeml > never closed|Unknown
          <![CDATA[<quakeml >]]>|Unknown
          <|Unknown
          text|Unknown
          """)
  void xmlIsToldByItsRoot(String text, String kind) {
    assertThat(of(text).getClass().getSimpleName()).as(text).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'ENVI\nsamples = 3\n'|Cube[container=ENVI]
          ENVIRONMENT|Unknown[what=text]
          SIMPLE  =                    T|Cube[container=FITS]
          MATLAB 5.0 MAT-file|Cube[container=MATLAB]
          'PDS_VERSION_ID = PDS3\r\n'|Cube[container=PDS3]
          <Product_Observational xmlns="http://pds.nasa.gov/pds4/pds/v1">|Cube[container=PDS4]
          <Product_Observational >|Unknown[what=XML of root element Product_Observational]
          'entry,name\nsample,A0001\n'|Samples[]
          'name,mass_mg\nA0001,2\n'|Samples[]
          'name,value\nA0001,2\n'|Unknown[what=text]
          'Name: lichen\nX Units: um\nY Units: percent\n'|SpectraText[]
          Name: somebody|Unknown[what=text]
          '  3\n 320.0 0.5\n 330.0 0.6\n 340.0 0.7\n'|SpectraText[]
          '  3\r\n 320.0 0.5 0.1\r\n 330.0 0.6 0.1\r\n 34'|SpectraText[]
          '3\n320 0.5\n310 0.6\n330 0.7\n'|Unknown[what=text]
          '3\n1 2 3 4 5\n2 3 4 5 6\n'|Unknown[what=text]
          '99999999999\n1 2\n2 3\n'|Unknown[what=text]
          'Brown\nWavelength(micron)\tReflectance\n0.3\t0.1\n'|SpectraText[]
          ' liba Record=1: Material a b0 0        ASDFRa AREF\n 3.3e-001\n'|SpectraText[]
          'splib07a Record=16: Bandpass (FWHM) AVIRIS 1996 um\n 9.7e-003\n'|Unknown[what=text]
          ' liba Record=13: Wavelengths ASD 0.35-2.5 um\n 3.4e-001\n'|Unknown[what=text]
          'name,378.19, 381.55, 384.91\nquartz,1,2,3\n'|SpectraText[]
          'name,378.19, 381.55, 384.91, 38'|SpectraText[]
          'id,3,2,1\na,1,2,3\n'|Unknown[what=text]
          """)
  void cubesSpectraAndSamplesAreToldByTheirFirstBytes(String text, String kind) {
    assertThat(of(text.replace("\\n", "\n").replace("\\r", "\r"))).hasToString(kind);
  }

  @Test
  void whatIsNotReadIsDescribed() {
    assertThat(of("")).isEqualTo(new Recognition.Unknown("empty"));
    assertThat(of("a,b\n1,2\n")).isEqualTo(new Recognition.Unknown("text"));
    assertThat(of("PK\u0003\u0004"))
        .isEqualTo(new Recognition.Unknown("a zip archive: unpack it first"));
    assertThat(Recognition.of(new byte[100])).isEqualTo(new Recognition.Unknown("binary"));
    assertThat(of("<html>")).isEqualTo(new Recognition.Unknown("XML of root element html"));
    assertThat(of("<!-- " + "x".repeat(5000)))
        .extracting(Object::toString)
        .asString()
        .contains("without a root element");
  }

  @Test
  void noHeadMakesItFail() {
    Random random = new Random(1);
    byte[] seed = Specimens.noise("XX.A.00.BHZ", Specimens.START, 60);
    for (int i = 0; i < 2000; i++) {
      byte[] head = Arrays.copyOf(seed, random.nextInt(Recognition.PROBE_BYTES));
      for (int k = 0; k < 3 && head.length > 0; k++) {
        head[random.nextInt(Math.min(head.length, 64))] = (byte) random.nextInt();
      }
      assertThat(Recognition.of(head)).isNotNull();
      random.nextBytes(head);
      assertThat(Recognition.of(head)).isNotNull();
    }
  }

  /// Patterns that go back over their text again and again are found here.
  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE", "<!--", "<?", "<!DOCTYPE[", "<a", "<:", "<!DOCTYPE []]]"})
  void noHeadTakesLong(String piece) {
    for (int pieces : new int[] {1, 20, 100, 200, 400}) {
      for (char filler : new char[] {' ', ']', '<', 'a', '-'}) {
        String text = piece.repeat(pieces);
        int rest = Math.max(0, Recognition.PROBE_BYTES - text.length());
        byte[] head =
            (text + String.valueOf(filler).repeat(rest)).getBytes(StandardCharsets.US_ASCII);
        assertTimeoutPreemptively(
            Duration.ofSeconds(1), () -> Recognition.of(head), () -> pieces + " times " + piece);
      }
    }
  }
}
