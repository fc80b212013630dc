package org.jumelles.formats.stationxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

final class StationXmlTest {
  /// One of everything, and foreign parts where the schema allows them.
  private static byte[] golden() throws IOException {
    try (InputStream in = StationXmlTest.class.getResourceAsStream("one-of-everything.xml")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static Inventory read(String name, byte[] bytes) {
    return StationXml.read(Bytes.of(name, bytes));
  }

  private static byte[] write(Inventory inventory, Level level) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StationXml.write(inventory, level, out);
    return out.toByteArray();
  }

  private static Path data(String relative) {
    String named = System.getenv("JUMELLES_DATA");
    Path at = Path.of("").toAbsolutePath();
    Path found = named == null ? Path.of("missing") : Path.of(named);
    while (named == null && at != null) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        found = at.resolve("shared/data");
        break;
      }
      at = at.getParent();
    }
    Path wanted = found.resolve(relative);
    assumeTrue(Files.exists(wanted), "test data " + relative + " is not here");
    return wanted;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(data("seis/formats/stationxml"))) {
      list.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
    }
    files.add(data("seis/inventory/inventory_VBB.xml"));
    files.add(data("seis/mars_raw/inventory_03BH_20190522.xml"));
    return files;
  }

  private static Schema schema() throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    assertEquals(true, factory.isSchemaLanguageSupported(XMLConstants.W3C_XML_SCHEMA_NS_URI));
    return factory.newSchema(data("seis/formats/stationxml/fdsn-station.xsd").toFile());
  }

  private static void validate(Schema schema, byte[] document) throws IOException, SAXException {
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
  }

  @Test
  void readsOneOfEverything() throws IOException {
    Inventory inventory = read("one-of-everything.xml", golden());
    Channel channel =
        inventory.channel("XX", "ABC", "10", "BHZ", Utc.parse("2020-01-01")).orElseThrow();
    assertEquals(-45.5, channel.dip().orElseThrow().value());
    assertEquals("FEET", channel.depth().unit().orElseThrow());
    Response response = channel.response().orElseThrow();
    assertEquals(5, response.stages().size());
    assertEquals(1e9, response.sensitivity().orElseThrow().value());
    assertTrue(
        response.stages().get(2).transfer().orElseThrow() instanceof Transfer.Fir fir
            && fir.symmetry() == Transfer.Symmetry.EVEN
            && fir.numerators().size() == 2);
    assertEquals(
        1,
        channel.kept().elements().stream()
            .filter(element -> element.name().getNamespaceURI().equals("urn:other"))
            .count());
    assertEquals(
        Optional.empty(), inventory.channel("XX", "ABC", "10", "BHZ", Utc.parse("1999-12-31")));
  }

  @Test
  void writesWhatItReads() throws IOException {
    Inventory first = read("one-of-everything.xml", golden());
    byte[] written = write(first, Level.RESPONSE);
    assertEquals(first, read("written", written), new String(written, StandardCharsets.UTF_8));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException, SAXException {
    Schema schema = schema();
    validate(schema, golden());
    Inventory inventory = read("one-of-everything.xml", golden());
    for (Level level : Level.values()) {
      validate(schema, write(inventory, level));
    }
    int valid = 0;
    for (Path file : files()) {
      byte[] original = Files.readAllBytes(file);
      try {
        validate(schema, original);
      } catch (SAXException _) {
        continue; // Version 1.0, or not valid to begin with.
      }
      validate(schema, write(read(file.toString(), original), Level.RESPONSE));
      valid++;
    }
    assertEquals(8, valid);
  }

  @Test
  void readsAndWritesRealInventories() throws IOException {
    for (Path file : files()) {
      Inventory first = read(file.toString(), Files.readAllBytes(file));
      Inventory second = read(file.toString(), write(first, Level.RESPONSE));
      assertEquals(first, second, file.toString());
    }
  }

  @Test
  void selectsByPatternAndTime() throws IOException {
    Inventory all = read("one-of-everything.xml", golden());
    assertEquals(all, all.select(ChannelSelection.ALL));
    assertEquals(2, channels(all, "*", "*"));
    assertEquals(1, channels(all, "10", "BH?"));
    assertEquals(1, channels(all, "--", "*"));
    assertEquals(0, channels(all, "10", "LDO"));
    assertEquals(2, channels(all, "*", "LDO,BH*"));
    Span before = new Span(Utc.parse("1990-01-01"), Utc.parse("1991-01-01"));
    assertEquals(
        List.of(),
        all.select(new ChannelSelection("*", "*", "*", "*", Optional.of(before))).networks());
  }

  private static long channels(Inventory from, String location, String channel) {
    return from
        .select(new ChannelSelection("X*", "A?C", location, channel, Optional.empty()))
        .networks()
        .stream()
        .flatMap(network -> network.stations().stream())
        .mapToLong(station -> station.channels().size())
        .sum();
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] whole = golden();
    int root = new String(whole, StandardCharsets.UTF_8).lastIndexOf("</FDSNStationXML>") + 17;
    for (int length = 0; length < root; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThrows(MalformedDataException.class, () -> read("cut", cut), "cut at " + length);
    }
  }

  @Test
  void refusesWrongAndMissingParts() throws IOException {
    refused("<Latitude>1.5", "<Latitude>95", "/Station[1]/Channel[1]/Latitude[1]");
    refused("<Latitude>1.5</Latitude>", "", "/Station[1]/Channel[1]/Latitude");
    refused("<Value>1.0E9", "<Value>1,0", "InstrumentSensitivity[1]/Value[1]");
    refused("<Value>1.0E9", "<Value>NaN", "InstrumentSensitivity[1]/Value[1]");
    refused("<Factor>5", "<Factor>0", "Decimation[1]");
    refused("<Factor>5", "<Factor>5.5", "Decimation[1]/Factor[1]");
    refused("LAPLACE (RADIANS/SECOND)", "LAPLACE", "PzTransferFunctionType[1]");
    refused("code=\"XX\"", "", "/FDSNStationXML/Network[1]/@code");
    refused("locationCode=\"10\"", "", "/Channel[1]/@locationCode");
    refused("startDate=\"2000-01-01T00:00:00Z\"", "startDate=\"soon\"", "/@startDate");
    refused("endDate=\"2030-01-01T00:00:00Z\"", "endDate=\"1980-01-01\"", "/Network[1]");
    refused("schemaVersion=\"1.2\"", "schemaVersion=\"2.0\"", "/FDSNStationXML");
    refused("xml/station/1\"", "xml/station/2\"", "/FDSNStationXML");
    refused("<Stage number=\"2\">", "<Stage number=\"1\">", "/Response[1]");
    refused("<Stage number=\"2\">", "<Stage number=\"99999999999\">", "/Stage[2]");
    refused("<Symmetry>EVEN", "<Symmetry>BOTH", "Symmetry[1]");
  }

  @Test
  void refusesDocumentTypes() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    String outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
    for (String type : List.of(bomb, outside)) {
      refused("<FDSNStationXML", type + "<FDSNStationXML", "/");
    }
  }

  @Test
  void damageEndsInMalformedDataOnly() throws IOException {
    byte[] whole = golden();
    Random random = new Random(20190523);
    int read = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
      }
      try {
        read("damage " + i, damaged);
        read++;
      } catch (MalformedDataException _) {
        // As it should be.
      }
    }
    assertTrue(read > 0 && read < 5000, "read " + read);
  }

  private static void refused(String part, String by, String field) throws IOException {
    String text = new String(golden(), StandardCharsets.UTF_8);
    assertTrue(text.contains(part), part);
    byte[] changed =
        (text.substring(0, text.indexOf(part))
                + by
                + text.substring(text.indexOf(part) + part.length()))
            .getBytes(StandardCharsets.UTF_8);
    MalformedDataException e =
        assertThrows(MalformedDataException.class, () -> read("changed", changed), part);
    assertTrue(e.defect().field().endsWith(field), e.getMessage());
  }
}
