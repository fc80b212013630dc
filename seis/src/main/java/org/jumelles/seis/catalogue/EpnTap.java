package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;

/// Rows of EPNcore (IVOA EPN-TAP 2.0), as comma-separated values or as a VOTable 1.4: every
/// mandatory column in the standard's order, then what is ours. Times are Julian days UTC,
/// longitudes run east from 0 to 360.
///
/// @param body the standard's `target_name`, such as `Mars`
/// @param bodyClass the standard's `target_class`, such as `planet`
/// @param host `instrument_host_name`
/// @param instrument `instrument_name`
public record EpnTap(String body, String bodyClass, String host, String instrument) {
  private static final double UNIX_JULIAN_DAY = 2_440_587.5;
  private static final double DAY_NANOS = 86_400e9;

  /// Name, type, unit and UCD of each column; an empty type is text. The standard's `magnitude` is
  /// an asteroid's, and its descriptors have no word for a quake's.
  private static final String[][] COLUMNS = {
    {"granule_uid", "", "", "meta.id"},
    {"granule_gid", "", "", "meta.id"},
    {"obs_id", "", "", "meta.id;obs"},
    {"dataproduct_type", "", "", "meta.code.class"},
    {"target_name", "", "", "meta.id;src"},
    {"target_class", "", "", "src.class"},
    {"time_min", "double", "d", "time.start;obs"},
    {"time_max", "double", "d", "time.end;obs"},
    {"time_sampling_step_min", "double", "s", "time.resolution;stat.min"},
    {"time_sampling_step_max", "double", "s", "time.resolution;stat.max"},
    {"time_exp_min", "double", "s", "time.duration;obs.exposure;stat.min"},
    {"time_exp_max", "double", "s", "time.duration;obs.exposure;stat.max"},
    {"spectral_range_min", "double", "Hz", "em.freq;stat.min"},
    {"spectral_range_max", "double", "Hz", "em.freq;stat.max"},
    {"spectral_sampling_step_min", "double", "Hz", "em.freq;spect.binSize;stat.min"},
    {"spectral_sampling_step_max", "double", "Hz", "em.freq;spect.binSize;stat.max"},
    {"spectral_resolution_min", "double", "", "spect.resolution;stat.min"},
    {"spectral_resolution_max", "double", "", "spect.resolution;stat.max"},
    {"c1min", "double", "deg", "pos.bodyrc.lon;stat.min"},
    {"c1max", "double", "deg", "pos.bodyrc.lon;stat.max"},
    {"c2min", "double", "deg", "pos.bodyrc.lat;stat.min"},
    {"c2max", "double", "deg", "pos.bodyrc.lat;stat.max"},
    {"c3min", "double", "km", "pos.bodyrc.alt;stat.min"},
    {"c3max", "double", "km", "pos.bodyrc.alt;stat.max"},
    {"s_region", "", "", "pos.outline;obs.field"},
    {"c1_resol_min", "double", "deg", "pos.angResolution;stat.min"},
    {"c1_resol_max", "double", "deg", "pos.angResolution;stat.max"},
    {"c2_resol_min", "double", "deg", "pos.angResolution;stat.min"},
    {"c2_resol_max", "double", "deg", "pos.angResolution;stat.max"},
    {"c3_resol_min", "double", "km", "pos.resolution;stat.min"},
    {"c3_resol_max", "double", "km", "pos.resolution;stat.max"},
    {"spatial_frame_type", "", "", "meta.code.class;pos.frame"},
    {"incidence_min", "double", "deg", "pos.incidenceAng;stat.min"},
    {"incidence_max", "double", "deg", "pos.incidenceAng;stat.max"},
    {"emergence_min", "double", "deg", "pos.emergenceAng;stat.min"},
    {"emergence_max", "double", "deg", "pos.emergenceAng;stat.max"},
    {"phase_min", "double", "deg", "pos.phaseAng;stat.min"},
    {"phase_max", "double", "deg", "pos.phaseAng;stat.max"},
    {"instrument_host_name", "", "", "meta.id;instr.obsty"},
    {"instrument_name", "", "", "meta.id;instr"},
    {"measurement_type", "", "", "meta.ucd"},
    {"processing_level", "int", "", "meta.calibLevel"},
    {"creation_date", "", "", "time.creation"},
    {"modification_date", "", "", "time.processing"},
    {"release_date", "", "", "time.release"},
    {"service_title", "", "", "meta.title"},
    {"event_type", "", "", "meta.code.class"},
    {"event_status", "", "", "meta.code.status"},
    {"origin_time", "", "", "time.epoch"},
    {"distance", "double", "deg", "pos.angDistance"},
    {"distance_error", "double", "deg", "stat.error;pos.angDistance"},
    {"back_azimuth", "double", "deg", "pos.posAng"},
    {"back_azimuth_error", "double", "deg", "stat.error;pos.posAng"},
    {"event_quality", "", "", "meta.code.qual"},
    {"event_magnitude", "double", "", ""},
    {"event_magnitude_type", "", "", "meta.code"}
  };

  /// Derived data, in the standard's scale.
  private static final String LEVEL = "5";

  public String csv(List<CatalogueRow> rows) {
    StringBuilder csv = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (String[] column : COLUMNS) {
      names.add(column[0]);
    }
    csv.append(String.join(",", names)).append('\n');
    for (CatalogueRow row : rows) {
      Map<String, String> fields = fields(row);
      csv.append(
              String.join(
                  ",",
                  names.stream()
                      .map(name -> CsvTable.quoted(fields.getOrDefault(name, "")))
                      .toList()))
          .append('\n');
    }
    return csv.toString();
  }

  public String voTable(List<CatalogueRow> rows) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n")
        .append("<RESOURCE type=\"results\"><INFO name=\"QUERY_STATUS\" value=\"OK\"/>\n")
        .append("<TABLE name=\"epn_core\" utype=\"ivo://ivoa.net/std/epntap#table-2.0\">\n");
    for (String[] column : COLUMNS) {
      xml.append("<FIELD name=\"").append(column[0]).append('"');
      xml.append(
          column[1].isEmpty()
              ? " datatype=\"unicodeChar\" arraysize=\"*\""
              : " datatype=\"" + column[1] + '"');
      xml.append(column[2].isEmpty() ? "" : " unit=\"" + column[2] + '"');
      xml.append(column[3].isEmpty() ? "" : " ucd=\"" + column[3] + '"').append("/>\n");
    }
    xml.append("<DATA><TABLEDATA>\n");
    for (CatalogueRow row : rows) {
      Map<String, String> fields = fields(row);
      xml.append("<TR>");
      for (String[] column : COLUMNS) {
        xml.append("<TD>").append(escaped(fields.getOrDefault(column[0], ""))).append("</TD>");
      }
      xml.append("</TR>\n");
    }
    return xml.append("</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>\n").toString();
  }

  private Map<String, String> fields(CatalogueRow row) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("granule_uid", row.id());
    fields.put("granule_gid", "event");
    fields.put("obs_id", row.name());
    fields.put("dataproduct_type", "ev");
    fields.put("target_name", body);
    fields.put("target_class", bodyClass);
    fields.put("time_min", day(row.span().map(s -> s.start()).orElse(row.originTime())));
    fields.put("time_max", day(row.span().map(s -> s.end()).orElse(row.originTime())));
    row.longitudeDeg()
        .ifPresent(
            degrees -> {
              String east = number((degrees % 360 + 360) % 360);
              fields.put("c1min", east);
              fields.put("c1max", east);
            });
    both(fields, "c2", row.latitudeDeg());
    row.depthKm()
        .ifPresent(
            km -> {
              fields.put("c3min", number(-km));
              fields.put("c3max", number(-km));
            });
    fields.put("spatial_frame_type", row.latitudeDeg().isPresent() ? "body" : "none");
    fields.put("instrument_host_name", host);
    fields.put("instrument_name", instrument);
    fields.put("processing_level", LEVEL);
    fields.put("service_title", "events");
    fields.put("event_type", row.type().map(EventType::catalogueName).orElse(""));
    fields.put("event_status", "observation");
    fields.put("event_quality", row.quality().map(Quality::name).orElse(""));
    fields.put("origin_time", Utc.text(row.originTime()));
    put(fields, "distance", row.distanceDeg());
    put(fields, "distance_error", row.distanceSigmaDeg());
    put(fields, "back_azimuth", row.azimuthDeg());
    put(fields, "back_azimuth_error", row.azimuthSigmaDeg());
    put(fields, "event_magnitude", row.magnitude());
    fields.put("event_magnitude_type", row.magnitudeType().orElse(""));
    return fields;
  }

  private static void both(Map<String, String> fields, String axis, OptionalDouble value) {
    put(fields, axis + "min", value);
    put(fields, axis + "max", value);
  }

  private static void put(Map<String, String> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number(number)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
  }

  private static String day(Moment moment) {
    return String.format(Locale.ROOT, "%.8f", UNIX_JULIAN_DAY + Utc.unixNanos(moment) / DAY_NANOS);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
