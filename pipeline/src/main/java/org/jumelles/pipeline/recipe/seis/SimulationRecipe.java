package org.jumelles.pipeline.recipe.seis;

import org.jumelles.seis.body.Body;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.formats.stationxml.Level;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.InventoryContents;
import org.jumelles.pipeline.ingest.WaveformContents;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.simulation.SimulatedStation;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.simulation.Truth;

/// `seis/simulation`: a day of a station that does not exist, in counts, with its inventory and
/// with what is truly in it.
public final class SimulationRecipe {
  public static final String NAME = "seis/simulation";
  private static final Recipe RECIPE = new Recipe(NAME, "1");
  private static final String COUNTS = "counts.mseed";
  private static final String STATION = "station.xml";
  private static final String QUAKES = "quakes.csv";
  private static final String GLITCHES = "glitches.csv";
  private static final long BYTES_A_SECOND = 20L * 250;

  private final Archive archive;
  private final Provenance provenance;

  public SimulationRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  public Work plan(long seed, Moment start, int seconds) {
    Map<String, String> parameters =
        Map.of(
            "seed",
            Long.toString(seed),
            "start",
            start.toString(),
            "seconds",
            Integer.toString(seconds));
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.of());
    return new Work(
        identity,
        "simulation " + seed,
        seconds * BYTES_A_SECOND,
        () -> make(seed, start, seconds, parameters));
  }

  /// The work that made a product of this recipe.
  public Work again(Product product) {
    Map<String, String> told = product.parameters();
    return plan(
        Long.parseLong(told.getOrDefault("seed", "0")),
        Utc.parse(told.getOrDefault("start", "")),
        Integer.parseInt(told.getOrDefault("seconds", "0")));
  }

  private Outcome<ProductDraft> make(
      long seed, Moment start, int seconds, Map<String, String> parameters) throws IOException {
    Moment started = Provenance.now();
    LocalClock.LocalTime local = Body.byDefault().days().localTime(start);
    double sols = local.sol() + local.localNanos() / 86_400e9;
    Simulation.Settings day = Simulation.Settings.day(seed, start, sols);
    Simulation simulation =
        Simulation.of(
            new Simulation.Settings(
                seed,
                start,
                sols,
                seconds,
                Math.max(1, day.quakes() * seconds / day.seconds()),
                day.glitchesAnHour(),
                day.tickCounts()));
    Path counts = counts(simulation);
    Path station = archive.workFile(STATION);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(station))) {
      StationXml.write(SimulatedStation.inventory(start), Level.RESPONSE, out);
    }
    List<Entry> entries = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      entries.addAll(
          WaveformContents.entries(Bytes.map(counts, arena), COUNTS, Map.of("level", "raw")));
      entries.addAll(InventoryContents.entries(Bytes.map(station, arena), STATION));
    }
    Truth truth = simulation.truth();
    Path quakes = Files.writeString(archive.workFile(QUAKES), truth.quakesCsv());
    Path glitches = Files.writeString(archive.workFile(GLITCHES), truth.glitchesCsv());
    long size = Files.size(quakes);
    truth.quakes().forEach(quake -> entries.add(entry(quake, size)));
    return new Outcome.Good<>(
        new ProductDraft(
            RECIPE,
            "Simulated day from " + start,
            parameters,
            List.of(),
            List.of(
                new DraftPayload(COUNTS, "application/vnd.fdsn.mseed", counts),
                new DraftPayload(STATION, "application/xml", station),
                new DraftPayload(QUAKES, "text/csv", quakes),
                new DraftPayload(GLITCHES, "text/csv", glitches)),
            entries,
            provenance.since(started, "simulation", start),
            Map.of("truth", "quakes.csv, glitches.csv")));
  }

  private Path counts(Simulation simulation) throws IOException {
    Path file = archive.workFile(COUNTS);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (Simulation.Channel channel : simulation.channels()) {
        SourceId id =
            SourceId.of(
                Simulation.NETWORK, Simulation.STATION, Simulation.LOCATION, channel.code());
        MiniSeed.write(
            out,
            id,
            channel.start(),
            Simulation.SAMPLING_RATE_HZ,
            new Samples.Ints(channel.counts()),
            WriteOptions.version2(Encoding.STEIM2));
      }
    }
    return file;
  }

  private static Entry entry(Truth.Quake quake, long size) {
    return new Entry(
        "truth",
        quake.name(),
        new Span(quake.p(), quake.end()),
        QUAKES,
        0,
        size,
        Map.of(
            "type", quake.type().catalogueName(),
            "origin", quake.origin().toString(),
            "p", quake.p().toString(),
            "s", quake.s().toString(),
            "distance_deg", Double.toString(quake.distanceDeg()),
            "back_azimuth_deg", Double.toString(quake.backAzimuthDeg()),
            "magnitude", Double.toString(quake.magnitude())));
  }
}
