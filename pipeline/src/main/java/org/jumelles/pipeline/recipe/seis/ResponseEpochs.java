package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// The channel epochs with a response that an archive holds.
record ResponseEpochs(Archive archive) {

  /// The one that holds at a time; the latest to start, then the first by identity, where several
  /// do.
  ///
  /// @param key the channel's source identifier
  Optional<Found> at(String key, Moment time) {
    return archive
        .entries(
            new Query("channel", List.of(key), new Span(time, time), Map.of("response", "true")))
        .stream()
        .max(
            Comparator.comparing((Found found) -> found.entry().span().start())
                .thenComparing(Found::product, Comparator.reverseOrder()));
  }

  /// Read from its inventory.
  Channel read(Found epoch, Moment time) throws IOException {
    Path file = archive.path(epoch.product(), epoch.entry().payload());
    SourceId id = new SourceId(epoch.entry().key());
    try (Arena arena = Arena.ofConfined()) {
      Inventory inventory = StationXml.read(Bytes.map(file, arena));
      return inventory
          .channel(id.network(), id.station(), id.location(), id.channel(), time)
          .orElseThrow(() -> new AssertionError("the catalogue promised " + id));
    }
  }
}
