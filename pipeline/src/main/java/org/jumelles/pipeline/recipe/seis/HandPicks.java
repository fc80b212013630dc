package org.jumelles.pipeline.recipe.seis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.pipeline.ingest.EventContents;
import org.jumelles.seis.solution.ManualPicks;

/// The events of ingested catalogues that somebody picked by hand within a source's time.
///
/// @param files by product, the payloads that hold them
record HandPicks(Map<Identity, Set<String>> files) {

  static HandPicks of(Archive archive, Source source) {
    Map<Identity, Set<String>> files = new TreeMap<>();
    for (Found found :
        archive.entries(
            new Query(
                "event",
                List.of(),
                source.span(),
                Map.of(EventContents.PICKS, EventContents.MANUAL)))) {
      files.computeIfAbsent(found.product(), _ -> new TreeSet<>()).add(found.entry().payload());
    }
    return new HandPicks(files);
  }

  /// Those of the source's station, by the first arrival, which lies in its span.
  List<ManualPicks> read(Archive archive, Source source) throws IOException {
    String station = source.channel().network() + "." + source.channel().station();
    List<ManualPicks> all = new ArrayList<>();
    for (Map.Entry<Identity, Set<String>> product : files.entrySet()) {
      for (String payload : product.getValue()) {
        Path file = archive.path(product.getKey(), payload);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          QuakeMl.events(
              in, payload, event -> event.found().flatMap(ManualPicks::of).ifPresent(all::add));
        }
      }
    }
    return all.stream()
        .filter(picks -> picks.station().equals(station))
        .filter(picks -> source.span().contains(picks.arrival()))
        .sorted(Comparator.comparing(ManualPicks::arrival).thenComparing(ManualPicks::source))
        .toList();
  }
}
