package org.jumelles.iasi.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.Dimension;
import org.jumelles.formats.netcdf.Type;
import org.jumelles.formats.netcdf.Variable;
import org.jumelles.iasi.calibration.DetailedWord;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScanLine;

/// The variables of a swath file, by CF.
final class SwathVariables {
  static final float FILL = -9999;
  static final double TIME_FILL = -1;
  static final int BYTE_FILL = -127;
  static final int WORD_FILL = -1;

  /// Columns of a chunk: some 500 kB of floats together with 120 rows.
  private static final int CHUNK_CHANNELS = 1058;

  private static final int LEVEL = 1;

  private SwathVariables() {}

  /// @param word how the bits of the detailed quality are numbered
  static List<Variable> of(int lines, SwathContents contents, Quality.Word word) {
    Dimension obs = new Dimension("obs", (long) lines * ScanLine.PIXELS);
    Dimension wavenumber = new Dimension("wavenumber", contents.channels());
    List<Variable> all = new ArrayList<>();
    all.add(wavenumber(wavenumber));
    all.add(
        plain(
            "time",
            Type.DOUBLE,
            obs,
            TIME_FILL,
            Attribute.of("standard_name", "time"),
            Attribute.of("units", "seconds since 2000-01-01 00:00:00"),
            Attribute.of("calendar", "standard"),
            Attribute.of("comment", "UTC, leap seconds not counted")));
    place(all, obs);
    flags(all, obs);
    all.add(detailed(obs, word));
    if (contents.withRadiance()) {
      all.add(
          spectra(
              "radiance",
              obs,
              wavenumber,
              Attribute.of("standard_name", "toa_outgoing_radiance_per_unit_wavenumber"),
              Attribute.of("units", "W m-2 sr-1 (m-1)-1")));
    }
    if (contents.withTemperature()) {
      all.add(
          spectra(
              "brightness_temperature",
              obs,
              wavenumber,
              Attribute.of("standard_name", "toa_brightness_temperature"),
              Attribute.of("units", "K"),
              Attribute.of(
                  "comment",
                  "undefined where the radiance is not above zero; "
                      + (contents.isExact() ? "not rounded" : "rounded to 1/256 K"))));
    }
    return all;
  }

  private static Variable wavenumber(Dimension wavenumber) {
    return new Variable(
        "wavenumber",
        Type.DOUBLE,
        List.of(wavenumber),
        Variable.Chunk.ofRows(wavenumber.length()),
        OptionalDouble.empty(),
        List.of(
            Attribute.of("standard_name", "sensor_band_central_radiation_wavenumber"),
            Attribute.of("units", "cm-1")));
  }

  private static void place(List<Variable> all, Dimension obs) {
    all.add(angle("latitude", "latitude", "degrees_north", obs));
    all.add(angle("longitude", "longitude", "degrees_east", obs));
    all.add(angle("sensor_zenith_angle", "sensor_zenith_angle", "degree", obs));
    all.add(angle("sensor_azimuth_angle", "sensor_azimuth_angle", "degree", obs));
    all.add(angle("solar_zenith_angle", "solar_zenith_angle", "degree", obs));
    all.add(angle("solar_azimuth_angle", "solar_azimuth_angle", "degree", obs));
  }

  private static Variable angle(String name, String standard, String unit, Dimension obs) {
    return plain(
        name,
        Type.FLOAT,
        obs,
        FILL,
        Attribute.of("standard_name", standard),
        Attribute.of("units", unit));
  }

  private static void flags(List<Variable> all, Dimension obs) {
    all.add(
        plain(
            "line",
            Type.INT,
            obs,
            WORD_FILL,
            Attribute.of("long_name", "scan line in the source, from 0")));
    all.add(
        plain(
            "efov",
            Type.BYTE,
            obs,
            BYTE_FILL,
            Attribute.of("long_name", "view in the line, 0 to 29")));
    all.add(
        plain(
            "pixel",
            Type.BYTE,
            obs,
            BYTE_FILL,
            Attribute.of("long_name", "pixel in the view, 0 to 3")));
    all.add(
        plain(
            "quality_flag",
            Type.BYTE,
            obs,
            BYTE_FILL,
            Attribute.of("long_name", "GQisFlagQual of each band"),
            Attribute.of("flag_masks", Type.BYTE, 1, 2, 4, 8),
            Attribute.of(
                "flag_meanings", "band_1_bad band_2_bad band_3_bad no_flags_in_the_source")));
    all.add(
        plain(
            "cloud_fraction",
            Type.FLOAT,
            obs,
            FILL,
            Attribute.of("standard_name", "cloud_area_fraction"),
            Attribute.of("units", "percent"),
            Attribute.of("comment", "by the imager AVHRR")));
    all.add(
        plain(
            "land_fraction",
            Type.FLOAT,
            obs,
            FILL,
            Attribute.of("standard_name", "land_area_fraction"),
            Attribute.of("units", "percent")));
  }

  /// The raw word. Where two readings of its bits are published, CF's attribute has the one of
  /// native readers, and the other stands beside it.
  private static Variable detailed(Dimension obs, Quality.Word word) {
    List<Attribute> told = new ArrayList<>();
    told.add(Attribute.of("long_name", "GQisFlagQualDetailed, the raw word of the source"));
    switch (word) {
      case EPS -> {
        told.add(masks(word));
        told.add(Attribute.of("flag_meanings", DetailedWord.names(word, DetailedWord.EPS)));
        told.add(Attribute.of("flag_meanings_other", DetailedWord.names(word, DetailedWord.WMO)));
        told.add(
            Attribute.of(
                "comment",
                "two readings are published and disagree: flag_meanings is that of "
                    + DetailedWord.EPS
                    + ", flag_meanings_other that of "
                    + DetailedWord.WMO));
      }
      case BUFR_040020 -> {
        told.add(masks(word));
        told.add(Attribute.of("flag_meanings", DetailedWord.names(word, DetailedWord.WMO)));
        told.add(Attribute.of("comment", DetailedWord.WMO));
      }
      case NONE -> told.add(Attribute.of("comment", "the source has no such word"));
    }
    return plain("detailed_quality", Type.INT, obs, WORD_FILL, told.toArray(Attribute[]::new));
  }

  private static Attribute masks(Quality.Word word) {
    double[] masks = Arrays.stream(DetailedWord.masks(word)).asDoubleStream().toArray();
    return Attribute.of("flag_masks", Type.INT, masks);
  }

  private static Variable plain(
      String name, Type type, Dimension obs, double fill, Attribute... attributes) {
    return new Variable(
        name,
        type,
        List.of(obs),
        new Variable.Chunk(ScanLine.PIXELS, 1, LEVEL),
        OptionalDouble.of(fill),
        List.of(attributes));
  }

  private static Variable spectra(
      String name, Dimension obs, Dimension wavenumber, Attribute... attributes) {
    List<Attribute> all = new ArrayList<>(List.of(attributes));
    all.add(Attribute.of("coordinates", "time latitude longitude"));
    all.add(Attribute.of("ancillary_variables", "quality_flag detailed_quality cloud_fraction"));
    return new Variable(
        name,
        Type.FLOAT,
        List.of(obs, wavenumber),
        new Variable.Chunk(ScanLine.PIXELS, CHUNK_CHANNELS, LEVEL),
        OptionalDouble.of(FILL),
        all);
  }
}
