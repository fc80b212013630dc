package org.jumelles.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Candidate;

/// What was detected, as the JSON document of `seis detect`.
final class DetectionDocument {
  private DetectionDocument() {}

  static Map<String, Object> of(Map<SourceId, Detection> detections) {
    List<Map<String, Object>> events = new ArrayList<>();
    List<Map<String, Object>> vetoed = new ArrayList<>();
    List<Map<String, Object>> notes = new ArrayList<>();
    detections.forEach(
        (id, detection) -> {
          detection.candidates().forEach(candidate -> events.add(event(id, candidate)));
          detection.vetoed().forEach(veto -> vetoed.add(veto(id, veto)));
          detection.notes().forEach(note -> notes.add(Map.of("channel", id.nslc(), "note", note)));
        });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("events", events);
    document.put("vetoed", vetoed);
    document.put("notes", notes);
    return document;
  }

  private static Map<String, Object> event(SourceId id, Candidate candidate) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("channel", id.nslc());
    event.put("onset", Utc.text(candidate.onset()));
    event.put("end", Utc.text(candidate.end()));
    event.put("peak", Utc.text(candidate.peak()));
    event.put("type", candidate.type().value().catalogueName());
    event.put("quality", candidate.quality().value().name());
    event.put("snr", candidate.snr());
    event.put("dominant", band(candidate.dominant()));
    event.put("bands", candidate.bands().stream().map(DetectionDocument::band).toList());
    event.put("evidence", candidate.evidence());
    event.put("type_reasons", candidate.type().reasons());
    event.put("quality_reasons", candidate.quality().reasons());
    return event;
  }

  private static Map<String, Object> band(BandContent content) {
    Map<String, Object> band = new LinkedHashMap<>();
    band.put("band", content.band().name());
    band.put("low_hz", content.lowHz());
    band.put("high_hz", content.highHz());
    band.put("snr", content.snr());
    band.put("peak_over_floor", content.peakOverFloor());
    return band;
  }

  private static Map<String, Object> veto(SourceId id, Detection.Veto veto) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("channel", id.nslc());
    told.put("start", Utc.text(veto.span().start()));
    told.put("end", Utc.text(veto.span().end()));
    told.put("cause", veto.cause().name());
    told.put("reason", veto.reason());
    return told;
  }
}
