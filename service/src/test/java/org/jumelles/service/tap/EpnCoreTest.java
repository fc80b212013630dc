package org.jumelles.service.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The columns against the table of the standard, EPN-TAP 2.0, for the frame `body`.
class EpnCoreTest {
  private static final String TEXTS =
      """
      granule_uid meta.id
      granule_gid meta.id
      obs_id meta.id;obs
      dataproduct_type meta.code.class
      measurement_type meta.ucd
      target_name meta.id;src
      target_class src.class
      s_region pos.outline;obs.field
      spatial_frame_type meta.code.class;pos.frame
      instrument_host_name meta.id;instr.obsty
      instrument_name meta.id;instr
      service_title meta.title
      creation_date time.creation
      modification_date time.processing
      release_date time.release
      access_url meta.ref.url;meta.file
      access_format meta.code.mime
      file_name meta.id;meta.file
      """;

  /// Unit, then UCD without `stat.min`; both ends of each.
  private static final String RANGES =
      """
      time_sampling_step_ s time.resolution
      time_exp_ s time.duration;obs.exposure
      spectral_range_ Hz em.freq
      spectral_sampling_step_ Hz em.freq;spect.binSize
      spectral_resolution_ - spect.resolution
      c1 deg pos.bodyrc.lon
      c2 deg pos.bodyrc.lat
      c3 km pos.bodyrc.alt
      c1_resol_ deg pos.angResolution
      c2_resol_ deg pos.angResolution
      c3_resol_ km pos.resolution
      incidence_ deg pos.incidenceAng
      emergence_ deg pos.emergenceAng
      phase_ deg pos.phaseAng
      """;

  private static String told(String name) {
    return EpnCore.COLUMNS.stream()
        .filter(column -> column.name().equals(name))
        .map(column -> column.unit() + " " + column.ucd())
        .findFirst()
        .orElse("missing");
  }

  @Test
  void unitsAndDescriptorsAreThoseOfTheStandard() {
    List<String> names = new ArrayList<>();
    for (String line : TEXTS.strip().split("\n", -1)) {
      String[] words = line.split(" ", -1);
      names.add(words[0]);
      assertThat(told(words[0])).as(words[0]).isEqualTo(" " + words[1]);
    }
    for (String line : RANGES.strip().split("\n", -1)) {
      String[] words = line.split(" ", -1);
      String unit = words[1].replace("-", "");
      for (String end : new String[] {"min", "max"}) {
        names.add(words[0] + end);
        assertThat(told(words[0] + end))
            .as(words[0] + end)
            .isEqualTo(unit + " " + words[2] + ";stat." + end);
      }
    }
    assertThat(told("time_min")).isEqualTo("d time.start;obs");
    assertThat(told("time_max")).isEqualTo("d time.end;obs");
    assertThat(told("processing_level")).isEqualTo(" meta.calibLevel");
    assertThat(told("access_estsize")).isEqualTo("kbyte phys.size;meta.file");
    names.addAll(List.of("time_min", "time_max", "processing_level", "access_estsize"));
    // What is beside the standard's: a digest that is no MD5, and a title.
    assertThat(EpnCore.COLUMNS)
        .extracting(Column::name)
        .containsExactlyInAnyOrderElementsOf(with(names, "file_sha256", "granule_title"));
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
