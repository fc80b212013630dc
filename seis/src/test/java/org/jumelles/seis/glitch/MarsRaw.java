package org.jumelles.seis.glitch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;
import org.junit.jupiter.api.Assumptions;

/// Three hours of raw counts of Mars, their responses and a published list of their glitches; a
/// test that asks for them is skipped by their name where they are missing.
final class MarsRaw {
  private MarsRaw() {}

  static Path file(String name) {
    Path file = folder().resolve("mars_raw").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "shared/data/seis/mars_raw/" + name);
    return file;
  }

  static Inventory inventory() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return StationXml.read(Bytes.map(file("inventory_03BH_20190522.xml"), arena));
    }
  }

  static List<Trace> traces() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file("XB.ELYSE.03.BH.2019-05-22T23_19_raw.mseed"), arena);
      return Traces.assemble(MiniSeed.stream(bytes).iterator()).segments().stream()
          .map(Segment::toTrace)
          .toList();
    }
  }

  static Instruments.Triple triple() throws IOException {
    List<Outcome<Instruments.Triple>> all = new Instruments(inventory()).triples(traces());
    return all.getFirst().found().orElseThrow();
  }

  /// Listed glitches up to an instant, by onset; the list tells whole seconds.
  static List<Moment> listed(Moment end) throws IOException {
    return Files.readAllLines(file("glitches_XB.ELYSE.03.BH_20190522T2318_20190523T2359.txt"))
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Utc.parse(line.strip().split("\\s+")[1]))
        .filter(onset -> onset.isBefore(end))
        .toList();
  }

  private static Path folder() {
    Optional<String> named = Optional.ofNullable(System.getenv("JUMELLES_DATA"));
    if (named.isPresent()) {
      return Path.of(named.get(), "seis");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/seis"))) {
        return at.resolve("shared/data/seis");
      }
    }
    return Path.of("shared/data/seis");
  }
}
