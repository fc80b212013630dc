package org.jumelles.cli.up;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.recipe.iasi.IasiChain;
import org.jumelles.pipeline.recipe.ryugu.RyuguChain;
import org.jumelles.pipeline.recipe.seis.SeisChain;

/// What the archive holds of a mission after a run, and found against true where it was simulated.
interface Findings {
  Map<String, Object> document();

  /// For people; none where the archive holds nothing of the mission.
  List<String> lines();

  static Findings of(Archive archive, Chain.Report report) {
    return switch (report) {
      case SeisChain.Report seis -> SeisFindings.of(archive, seis);
      case IasiChain.Report iasi -> IasiFindings.of(archive, iasi);
      case RyuguChain.Report ryugu -> RyuguFindings.of(ryugu);
      default -> throw new IllegalStateException("a chain that has no findings");
    };
  }

  /// Those of all missions, one after the other.
  static Findings of(List<Findings> parts) {
    return new Findings() {
      @Override
      public Map<String, Object> document() {
        Map<String, Object> all = new LinkedHashMap<>();
        parts.forEach(part -> all.putAll(part.document()));
        return all;
      }

      @Override
      public List<String> lines() {
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.lines()));
        return all;
      }
    };
  }
}
