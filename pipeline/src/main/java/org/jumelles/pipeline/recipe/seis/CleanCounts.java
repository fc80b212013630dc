package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// Counts of a stretch without their glitches, for who looks at it. It is searched as `seis/motion`
/// searches a sol; noise is that of the stretch, so a faint glitch may be judged otherwise.
public final class CleanCounts {
  private final ResponseEpochs epochs;

  public CleanCounts(Archive archive) {
    this.epochs = new ResponseEpochs(archive);
  }

  /// @param raw counts of one instrument, by channel code
  /// @return the same channels; empty where there are not three with a response, at 2 to 100 Hz
  public Map<String, List<Trace>> of(Map<String, List<Trace>> raw) throws IOException {
    Map<String, Channel> channels = new TreeMap<>();
    for (Map.Entry<String, List<Trace>> one : raw.entrySet()) {
      Trace first = one.getValue().getFirst();
      Moment start = first.start();
      Optional<Found> epoch = epochs.at(first.id().text(), start);
      if (epoch.isPresent()) {
        channels.put(one.getKey(), epochs.read(epoch.get(), start));
      }
    }
    if (channels.size() != 3) {
      return Map.of();
    }
    Deglitching clean =
        Deglitching.of(
            raw,
            (id, at) ->
                Optional.ofNullable(channels.get(id.channel()))
                    .filter(channel -> channel.node().epoch().contains(at)),
            new ArrayList<>());
    return clean.isSearched() ? clean.counts() : Map.of();
  }
}
