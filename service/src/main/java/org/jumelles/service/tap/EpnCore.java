package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.List;

/// The columns of `epn_core`, as the tables of EPN-TAP 2.0 name them, with its words of UCD1+.
/// Places are
/// those of the frame `body`.
final class EpnCore {
  static final List<Column> COLUMNS = columns();

  private EpnCore() {}

  private static List<Column> columns() {
    List<Column> all = new ArrayList<>();
    all.add(Column.text("granule_uid", "meta.id", "SHA-256 identity of the product"));
    all.add(Column.text("granule_gid", "meta.id", "recipe that made it"));
    all.add(Column.text("obs_id", "meta.id;obs", "raw product that it came from, where it is one"));
    all.add(
        Column.text(
            "dataproduct_type", "meta.code.class", "ts, sp, ds, sc, im, ma, pr, ca, ev or cu"));
    all.add(Column.text("target_name", "meta.id;src", "target"));
    all.add(Column.text("target_class", "src.class", "class of the target"));
    all.add(Column.real("time_min", "d", "time.start;obs", "first time, Julian date, UTC"));
    all.add(Column.real("time_max", "d", "time.end;obs", "last time, Julian date, UTC"));
    range(all, "time_sampling_step", "s", "time.resolution", "sampling step");
    range(all, "time_exp", "s", "time.duration;obs.exposure", "integration time");
    range(all, "spectral_range", "Hz", "em.freq", "frequency");
    range(all, "spectral_sampling_step", "Hz", "em.freq;spect.binSize", "spectral step");
    range(all, "spectral_resolution", "", "spect.resolution", "resolving power");
    range(all, "c1", "deg", "pos.bodyrc.lon", "longitude, east");
    range(all, "c2", "deg", "pos.bodyrc.lat", "latitude");
    range(all, "c3", "km", "pos.bodyrc.alt", "height");
    all.add(Column.text("s_region", "pos.outline;obs.field", "outline"));
    range(all, "c1_resol", "deg", "pos.angResolution", "resolution in longitude");
    range(all, "c2_resol", "deg", "pos.angResolution", "resolution in latitude");
    range(all, "c3_resol", "km", "pos.resolution", "resolution in height");
    all.add(Column.text("spatial_frame_type", "meta.code.class;pos.frame", "body or none"));
    range(all, "incidence", "deg", "pos.incidenceAng", "incidence");
    range(all, "emergence", "deg", "pos.emergenceAng", "emergence");
    range(all, "phase", "deg", "pos.phaseAng", "phase angle");
    all.add(Column.text("instrument_host_name", "meta.id;instr.obsty", "spacecraft"));
    all.add(Column.text("instrument_name", "meta.id;instr", "instrument"));
    all.add(Column.text("measurement_type", "meta.ucd", "what is measured"));
    all.add(
        Column.whole(
            "processing_level",
            "",
            "meta.calibLevel",
            "2 raw, 3 calibrated, 5 derived, 6 ancillary"));
    all.add(Column.text("creation_date", "time.creation", "when it was made here"));
    all.add(Column.text("modification_date", "time.processing", "products never change"));
    all.add(
        Column.text("release_date", "time.release", "release; as creation, where it is not known"));
    all.add(Column.text("service_title", "meta.title", "schema of this service"));
    all.add(Column.text("access_url", "meta.ref.url;meta.file", "where the file is had"));
    all.add(Column.text("access_format", "meta.code.mime", "media type of the file"));
    all.add(Column.whole("access_estsize", "kbyte", "phys.size;meta.file", "size of the file"));
    all.add(Column.text("file_name", "meta.id;meta.file", "name of the file"));
    all.add(Column.text("file_sha256", "meta.checksum;meta.file", "SHA-256 of the file"));
    all.add(Column.text("granule_title", "meta.title;obs", "title of the product"));
    return List.copyOf(all);
  }

  private static void range(
      List<Column> all, String name, String unit, String ucd, String description) {
    String joint = name.length() == 2 ? "" : "_";
    all.add(Column.real(name + joint + "min", unit, ucd + ";stat.min", description + ", smallest"));
    all.add(Column.real(name + joint + "max", unit, ucd + ";stat.max", description + ", largest"));
  }
}
