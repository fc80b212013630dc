package org.jumelles.service;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// A real archive with small data, laid out as the recipes lay it out.
///
/// Sample `i` of a channel is `i` counts, so that a test sees which samples it got. Channels U and
/// V are interleaved record by record in one file of version 2; W is version 3; U has a gap.
final class SampleArchive {
  static final Moment START = Utc.parse("2019-05-22T23:00:00");
  static final double RATE_HZ = 10;
  static final int SAMPLES = 6000;

  /// Seconds from `START` at which U goes on after its gap; it stops 100 s earlier.
  static final int GAP_END_S = 700;

  static final String EVENT_1 = "smi:insight.mqs/Event/S0173a";
  static final String EVENT_2 = "smi:insight.mqs/Event/S0235b";

  private final Archive archive;
  private final Path work;

  SampleArchive(Archive archive, Path work) {
    this.archive = archive;
    this.work = work;
  }

  /// Fills an archive and returns its waveform product.
  Product fill() throws IOException {
    Product waveforms = store(interleaved(), "XB.ELYSE.mseed", "2");
    store(third(), "XB.ELYSE.W.mseed3", "3");
    stations(STATIONXML);
    Product events = events(waveforms);
    picture(waveforms, events);
    return waveforms;
  }

  static Lineage lineage() {
    return new Lineage(
        "0123abc",
        Utc.parse("2026-11-01T00:00:00"),
        Utc.parse("2026-11-01T00:00:05"),
        List.of(
            new Agent.Software("jumelles", "0.1.0"),
            new Agent.Operator("test"),
            new Agent.Programme(
                "SEIS", new Agent.Accountable.Known("CNES", "principal", "agreement of 2012")),
            new Agent.Programme("other", new Agent.Accountable.NotKnown("no record"))));
  }

  /// U and V of ten minutes, record by record in turn, then U again after its gap.
  private static byte[] interleaved() throws IOException {
    List<byte[]> u = records(source("BHU"), START, 0, SAMPLES, 2);
    List<byte[]> v = records(source("BHV"), START, 0, SAMPLES, 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < Math.max(u.size(), v.size()); i++) {
      if (i < u.size()) {
        out.write(u.get(i));
      }
      if (i < v.size()) {
        out.write(v.get(i));
      }
    }
    Moment again = START.plusNanos(GAP_END_S * 1_000_000_000L);
    for (byte[] record : records(source("BHU"), again, 7000, 1000, 2)) {
      out.write(record);
    }
    return out.toByteArray();
  }

  private static byte[] third() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] record : records(source("BHW"), START, 0, SAMPLES, 3)) {
      out.write(record);
    }
    return out.toByteArray();
  }

  static SourceId source(String channel) {
    return SourceId.of("XB", "ELYSE", "03", channel);
  }

  private static List<byte[]> records(SourceId id, Moment start, int first, int count, int version)
      throws IOException {
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      samples[i] = first + i;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions(version, Encoding.STEIM2, 512);
    MiniSeed.write(out, id, start, RATE_HZ, new Samples.Ints(samples), options);
    Bytes bytes = Bytes.of("memory", out.toByteArray());
    List<byte[]> records = new ArrayList<>();
    MiniSeed.records(bytes)
        .forEachRemaining(
            outcome ->
                outcome
                    .found()
                    .ifPresent(r -> records.add(r.bytes().array(0, r.recordLength(), "record"))));
    return records;
  }

  /// Stores a miniSEED file with an entry a run of records.
  Product store(byte[] bytes, String name, String version) throws IOException {
    Path file = Files.write(work.resolve(name), bytes);
    List<Entry> entries = new ArrayList<>();
    Iterator<Outcome<Record>> records = MiniSeed.records(Bytes.of(name, bytes));
    while (records.hasNext()) {
      records.next().found().ifPresent(record -> add(entries, record, name, version));
    }
    return archive.store(
        new ProductDraft(
            Recipe.INGEST,
            name,
            Map.of(),
            List.of(),
            List.of(new ProductDraft.DraftPayload(name, "application/vnd.fdsn.mseed", file)),
            entries,
            lineage(),
            Map.of("format", "miniseed" + version)));
  }

  private static void add(List<Entry> entries, Record record, String name, String version) {
    String key = record.sourceId().text();
    if (!entries.isEmpty()) {
      Entry last = entries.getLast();
      boolean follows = last.key().equals(key) && last.offset() + last.length() == record.offset();
      if (follows) {
        entries.removeLast();
        int samples = Integer.parseInt(last.attributes().get("samples")) + record.sampleCount();
        entries.add(
            entry(
                record, name, version, last.span().start(), last.offset(), last.length(), samples));
        return;
      }
    }
    entries.add(
        entry(record, name, version, record.start(), record.offset(), 0, record.sampleCount()));
  }

  private static Entry entry(
      Record record,
      String name,
      String version,
      Moment start,
      long offset,
      long lengthBefore,
      int samples) {
    return new Entry(
        "waveform",
        record.sourceId().text(),
        new Span(start, record.end()),
        name,
        offset,
        lengthBefore + record.recordLength(),
        Map.of(
            "format", "miniseed" + version,
            "level", "raw",
            "rate_hz", Double.toString(record.samplingRateHz()),
            "samples", Integer.toString(samples),
            "encoding", record.encoding().name(),
            "record_length", Integer.toString(record.recordLength())));
  }

  Product stations(String xml) throws IOException {
    Path file = Files.writeString(work.resolve("station.xml"), xml);
    Span epoch = new Span(Utc.parse("2018-11-26"), Utc.parse("2022-12-15"));
    return archive.store(
        new ProductDraft(
            Recipe.INGEST,
            "station.xml",
            Map.of(),
            List.of(),
            List.of(new ProductDraft.DraftPayload("station.xml", "application/xml", file)),
            List.of(
                new Entry("channel", source("BHU").text(), epoch, "station.xml", 0, 0, Map.of())),
            lineage(),
            Map.of()));
  }

  private Product events(Product input) throws IOException {
    Event first =
        event(EVENT_1, "S0173a", "2019-05-22T23:05:00", 3.0, 165.0, 3.7)
            .marsType(MarsEventType.LOW_FREQUENCY, "known")
            .build();
    Event second =
        event(EVENT_2, "S0235b", "2019-05-22T23:08:00", 11.0, 160.0, 3.5)
            .marsType(MarsEventType.BROADBAND, "known")
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    QuakeMl.write(
        QuakeMlDocument.of(EventParameters.of("smi:test/catalogue", List.of(first, second))), out);
    Path file = Files.write(work.resolve("events.xml"), out.toByteArray());
    return archive.store(
        new ProductDraft(
            new Recipe("seis/detection", "1"),
            "Events of sol 173",
            Map.of("sta_s", "30", "lta_s", "300"),
            List.of(input.identity()),
            List.of(new ProductDraft.DraftPayload("events.xml", "application/xml", file)),
            List.of(
                entry(EVENT_1, "S0173a", "LOW_FREQUENCY", "A", "2019-05-22T23:05:00", "3.7"),
                entry(EVENT_2, "S0235b", "BROADBAND", "B", "2019-05-22T23:08:00", "3.5")),
            lineage(),
            Map.of()));
  }

  private static Event.Builder event(
      String id, String name, String time, double latitude, double longitude, double magnitude) {
    Origin preferred =
        Origin.of(
                id + "/origin/1",
                Quantity.of(Utc.parse(time)),
                Quantity.of(latitude),
                Quantity.of(longitude))
            .depth(Quantity.of(50_000.0))
            .marsLocationQuality(MarsLocationQuality.A)
            .creationInfo(CreationInfo.of("MQS", "mqs", Utc.parse("2020-01-01")))
            .build();
    Origin other =
        Origin.of(
                id + "/origin/0",
                Quantity.of(Utc.parse(time)),
                Quantity.of(latitude + 1),
                Quantity.of(longitude))
            .build();
    return Event.of(id)
        .add(EventDescription.of(name, EventDescription.EARTHQUAKE_NAME))
        .add(other)
        .preferred(preferred)
        .preferred(Magnitude.of(id + "/magnitude/1", Quantity.of(magnitude), "MFB"));
  }

  private static Entry entry(
      String id, String name, String type, String quality, String time, String magnitude) {
    Moment onset = Utc.parse(time);
    return new Entry(
        "event",
        id,
        new Span(onset, onset.plusNanos(600_000_000_000L)),
        "events.xml",
        0,
        0,
        Map.of(
            "name",
            name,
            "type",
            type,
            "quality",
            quality,
            "time",
            Utc.text(onset),
            "magnitude",
            magnitude,
            "latitude",
            "3.0",
            "longitude",
            "165.0"));
  }

  private void picture(Product input, Product events) throws IOException {
    BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 320; x++) {
      for (int y = 0; y < 180; y++) {
        image.setRGB(x, y, (x * 255 / 320 << 16) | (y * 255 / 180));
      }
    }
    Path file = work.resolve("spectrogram.png");
    ImageIO.write(image, "png", file.toFile());
    archive.store(
        new ProductDraft(
            new Recipe("seis/spectrogram", "1"),
            "Spectrogram of XB.ELYSE.03.BHU <sol 173>",
            Map.of("window_s", "50"),
            List.of(input.identity(), events.identity()),
            List.of(new ProductDraft.DraftPayload("spectrogram.png", "image/png", file)),
            List.of(),
            lineage(),
            Map.of()));
  }

  /// Two channels, one epoch each, and one that is closed.
  static final String STATIONXML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <FDSNStationXML xmlns="http://www.fdsn.org/xml/station/1" schemaVersion="1.1">
        <Source>test</Source><Created>2020-01-01T00:00:00Z</Created>
        <Network code="XB" startDate="2018-11-26T00:00:00Z" endDate="2022-12-15T00:00:00Z">
          <Description>InSight | SEIS</Description>
          <Station code="ELYSE" startDate="2018-11-26T00:00:00Z" endDate="2022-12-15T00:00:00Z">
            <Latitude>4.502384</Latitude><Longitude>135.623447</Longitude>
            <Elevation>-2613.4</Elevation><Site><Name>Elysium Planitia</Name></Site>
            CHANNELS
          </Station>
        </Network>
      </FDSNStationXML>
      """
          .replace(
              "CHANNELS",
              channel("03", "BHU", "open", 135.1)
                  + channel("03", "BHV", "open", 15.0)
                  + channel("07", "BLU", "closed", 135.1));

  private static String channel(String location, String code, String status, double azimuth) {
    return """
        <Channel code="%s" locationCode="%s" restrictedStatus="%s"
            startDate="2019-02-09T00:00:00Z" endDate="2022-12-15T00:00:00Z">
          <Latitude>4.502384</Latitude><Longitude>135.623447</Longitude>
          <Elevation>-2613.4</Elevation><Depth>0</Depth><Azimuth>%s</Azimuth><Dip>-29.4</Dip>
          <SampleRate>10</SampleRate><Sensor><Description>VBB</Description></Sensor>
          <Response><InstrumentSensitivity><Value>8.62622E10</Value><Frequency>0.1</Frequency>
            <InputUnits><Name>m/s</Name></InputUnits><OutputUnits><Name>counts</Name></OutputUnits>
          </InstrumentSensitivity><Stage number="1"><StageGain><Value>8.62622E10</Value>
            <Frequency>0.1</Frequency></StageGain></Stage></Response>
        </Channel>
        """
        .formatted(code, location, status, azimuth);
  }
}
