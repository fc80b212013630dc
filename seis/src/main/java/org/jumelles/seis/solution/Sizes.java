package org.jumelles.seis.solution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.seis.magnitude.Magnitude;
import org.jumelles.seis.magnitude.Magnitudes;

/// The magnitudes of a solution in QuakeML.
final class Sizes {
  private static final String METHOD = SolutionQuakeMl.AUTHORITY + "algorithms/magnitude/Boese2021";

  private Sizes() {}

  /// @param isPreferred whether Mw is the event's preferred magnitude
  static void add(
      Solution solution, String tail, String originId, boolean isPreferred, Event.Builder event) {
    Optional<Magnitudes> all = solution.magnitudes();
    if (all.isEmpty()) {
      return;
    }
    boolean low = solution.type().value().isOfLowFrequencyFamily();
    Map<String, Optional<Magnitude>> scales = new LinkedHashMap<>();
    scales.put("mb_P", low ? all.get().bodyP() : Optional.empty());
    scales.put("mb_S", low ? all.get().bodyS() : Optional.empty());
    scales.put(low ? "MFB" : "MFB_HF", all.get().mfb());
    scales.put("m2.4", all.get().resonance());
    scales.put("Mw", all.get().preferred());
    scales.forEach(
        (type, found) ->
            found.ifPresent(
                value -> {
                  org.jumelles.formats.quakeml.Magnitude told = told(tail, originId, type, value);
                  if (isPreferred && type.equals("Mw")) {
                    event.preferred(told);
                  } else {
                    event.add(told);
                  }
                }));
  }

  private static org.jumelles.formats.quakeml.Magnitude told(
      String tail, String originId, String type, Magnitude value) {
    return org.jumelles.formats.quakeml.Magnitude.of(
            SolutionQuakeMl.AUTHORITY + "magnitude/" + tail + "/" + type,
            Quantity.of(SolutionQuakeMl.round(value.value()))
                .withUncertainty(SolutionQuakeMl.round(value.sigma())),
            type)
        .with("originID", originId)
        .with("methodID", METHOD)
        .with("evaluationMode", "automatic");
  }
}
