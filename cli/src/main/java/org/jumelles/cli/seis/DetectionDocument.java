package org.jumelles.cli.seis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.solution.Solution;

/// What was detected, as the JSON document of `seis detect`.
final class DetectionDocument {
  private DetectionDocument() {}

  static Map<String, Object> of(EventSearch search) {
    List<Map<String, Object>> events = new ArrayList<>();
    List<Map<String, Object>> rejected = new ArrayList<>();
    List<Map<String, Object>> notes = new ArrayList<>();
    search
        .solutions()
        .forEach((id, solved) -> solved.forEach(solution -> events.add(event(id, solution))));
    search
        .detections()
        .forEach(
            (id, detection) -> {
              detection.vetoed().forEach(veto -> rejected.add(rejected(id, veto)));
              detection
                  .notes()
                  .forEach(note -> notes.add(Map.of("channel", id.nslc(), "note", note)));
            });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("events", events);
    document.put("rejected", rejected);
    document.put("notes", notes);
    return document;
  }

  static List<PhasePick> phases(Solution solution) {
    List<PhasePick> phases = new ArrayList<>();
    solution.picks().first().ifPresent(phases::add);
    solution.picks().second().ifPresent(phases::add);
    return phases;
  }

  private static Map<String, Object> pick(PhasePick pick) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("phase", pick.phase());
    told.put("time", Utc.text(pick.time()));
    told.put("sigma_s", pick.sigmaSeconds());
    told.put("clear", pick.isClear());
    told.put("evidence", pick.evidence());
    return told;
  }

  private static void place(Map<String, Object> event, Solution solution) {
    solution
        .distance()
        .ifPresent(
            far -> {
              event.put("distance_deg", far.degrees());
              event.put("distance_sigma_deg", far.sigmaDeg());
              event.put("origin_time", Utc.text(far.originTime()));
              event.put("origin_sigma_s", far.originSigmaSeconds());
            });
    solution
        .backAzimuth()
        .ifPresent(
            from -> {
              event.put("back_azimuth_deg", from.degrees());
              event.put("back_azimuth_sigma_deg", from.sigmaDeg());
            });
    solution
        .epicentre()
        .ifPresent(
            at -> {
              event.put("latitude_deg", at.latitudeDeg());
              event.put("longitude_deg", at.longitudeDeg());
              event.put("region_share", at.share());
              event.put(
                  "region",
                  at.region().stream()
                      .map(point -> List.of(point.longitudeDeg(), point.latitudeDeg()))
                      .toList());
            });
    solution
        .magnitudes()
        .flatMap(all -> all.preferred())
        .ifPresent(
            mw -> {
              event.put("mw", mw.value());
              event.put("mw_sigma", mw.sigma());
            });
  }

  private static Map<String, Object> event(SourceId id, Solution solution) {
    Candidate candidate = solution.candidate();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("channel", id.nslc());
    event.put("onset", Utc.text(candidate.onset()));
    event.put("end", Utc.text(candidate.end()));
    event.put("peak", Utc.text(candidate.peak()));
    event.put("type", solution.type().value().catalogueName());
    event.put("quality", solution.quality().value().name());
    event.put("snr", candidate.snr());
    event.put("picks", phases(solution).stream().map(DetectionDocument::pick).toList());
    place(event, solution);
    event.put("dominant", band(candidate.dominant()));
    event.put("bands", candidate.bands().stream().map(DetectionDocument::band).toList());
    event.put("evidence", candidate.evidence());
    event.put("type_reasons", solution.type().reasons());
    event.put("quality_reasons", solution.quality().reasons());
    event.put("doubts", solution.doubts());
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

  private static Map<String, Object> rejected(SourceId id, Detection.Veto veto) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("channel", id.nslc());
    told.put("onset", Utc.text(veto.span().start()));
    told.put("end", Utc.text(veto.span().end()));
    told.put("cause", veto.cause().name());
    told.put("reason", veto.reason());
    return told;
  }
}
