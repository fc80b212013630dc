package org.jumelles.pipeline.recipe.seis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.detection.Detection;

/// Rises over the noise that a search took for no event, each with its reason, so that what was
/// found and what was rejected add up.
///
/// @param vetoes by time
record Rejections(SourceId channel, List<Detection.Veto> vetoes) {
  static final String PAYLOAD = "rejected.csv";

  Rejections {
    vetoes = List.copyOf(vetoes);
  }

  /// Those that begin in the span of a granule.
  static Rejections of(SourceId channel, Detection detection, Span span) {
    return new Rejections(
        channel,
        detection.vetoed().stream().filter(veto -> span.contains(veto.span().start())).toList());
  }

  /// `12 = 7 GLITCH + 5 WIND`; `0` where nothing was rejected.
  String summary() {
    Map<Detection.Cause, Integer> byCause = new EnumMap<>(Detection.Cause.class);
    vetoes.forEach(veto -> byCause.merge(veto.cause(), 1, Integer::sum));
    String parts =
        byCause.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(" + "));
    return vetoes.isEmpty() ? "0" : vetoes.size() + " = " + parts;
  }

  /// One row a rise; the reason in quotes.
  String csv() {
    StringBuilder csv = new StringBuilder("onset,end,channel,cause,reason\n");
    for (Detection.Veto veto : vetoes) {
      csv.append(veto.span().start())
          .append(',')
          .append(veto.span().end())
          .append(',')
          .append(channel.nslc())
          .append(',')
          .append(veto.cause())
          .append(",\"")
          .append(veto.reason().replace("\"", "\"\""))
          .append("\"\n");
    }
    return csv.toString();
  }
}
