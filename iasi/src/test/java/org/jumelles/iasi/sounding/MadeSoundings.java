package org.jumelles.iasi.sounding;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jumelles.formats.eps.MainProductHeader;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.RecordWriter;
import org.jumelles.formats.eps.ShortCdsTime;

/// One line of a Level 2 product (version 3) with a known state, made from the tables.
///
/// Footprint i lies at 10 + i / 10 degrees north, 179.95 east, and is i / 100 K warmer.
final class MadeSoundings {
  static final ShortCdsTime START = new ShortCdsTime(9000, 36_000_000);
  static final ShortCdsTime STOP = new ShortCdsTime(9000, 36_008_000);
  static final double[] HPA = {
    0.1, 1, 5, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950, 1000, 1050
  };
  static final int CLOUDY = 30;
  static final int WITHOUT_WATER = 40;
  static final int WITHOUT_GROUND = 50;

  private MadeSoundings() {}

  static double kelvin(double hPa) {
    return 290 + 30 * Math.log(hPa / 1000) / Math.log(10);
  }

  static byte[] product() {
    int n = HPA.length;
    Map<String, Integer> sizes =
        Map.of(
            "NUM_PRESSURE_LEVELS_TEMP", n,
            "NUM_PRESSURE_LEVELS_HUMIDITY", n,
            "NUM_PRESSURE_LEVELS_OZONE", n,
            "NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 2,
            "REST", 0);
    RecordWriter globals = RecordWriter.of(RecordHeader.GIADR, 15, 1, 3, sizes);
    globals.set("NUM_PRESSURE_LEVELS_TEMP", 0, n).set("NUM_PRESSURE_LEVELS_HUMIDITY", 0, n);
    globals.set("NUM_PRESSURE_LEVELS_OZONE", 0, n).set("NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 0, 2);
    RecordWriter line = RecordWriter.of(RecordHeader.MDR, 15, 1, 3, sizes);
    for (int level = 0; level < n; level++) {
      globals.setValue("PRESSURE_LEVELS_TEMP", level, 100 * HPA[level]);
      globals.setValue("PRESSURE_LEVELS_HUMIDITY", level, 100 * HPA[level]);
    }
    globals.setValue("SURFACE_EMISSIVITY_WAVELENGTHS", 0, 4000);
    globals.setValue("SURFACE_EMISSIVITY_WAVELENGTHS", 1, 10_000);
    for (int pixel = 0; pixel < 120; pixel++) {
      pixel(line, pixel);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> lines =
        Map.of(
            "PRODUCT_NAME", "IASI_SND_02_M03_20240822100000Z_20240822100008Z_N_O_20240822120000Z");
    out.writeBytes(new MainProductHeader(lines).record(START, STOP));
    out.writeBytes(globals.record(START, STOP));
    out.writeBytes(line.record(START, STOP));
    return out.toByteArray();
  }

  private static void pixel(RecordWriter line, int pixel) {
    int n = HPA.length;
    for (int level = 0; level < n; level++) {
      int at = pixel * n + level;
      line.setValue(
          "ATMOSPHERIC_TEMPERATURE", at, Math.max(200, kelvin(HPA[level])) + pixel / 100.0);
      if (pixel == WITHOUT_WATER) {
        line.set("ATMOSPHERIC_WATER_VAPOUR", at, 0xFFFFFFFFL);
      } else {
        line.setValue("ATMOSPHERIC_WATER_VAPOUR", at, 0.01 * Math.pow(HPA[level] / 1050, 2));
      }
    }
    line.setValue("EARTH_LOCATION", 2 * pixel, 10 + pixel / 10.0);
    line.setValue("EARTH_LOCATION", 2 * pixel + 1, 179.95);
    line.setValue("SURFACE_PRESSURE", pixel, 98_000);
    line.setValue("SURFACE_EMISSIVITY", 2 * pixel, 0.9);
    line.setValue("SURFACE_EMISSIVITY", 2 * pixel + 1, 0.98);
    line.setValue("FRACTIONAL_CLOUD_COVER", 3 * pixel, pixel == CLOUDY ? 40 : 0);
    for (int i = 0; i < 2; i++) {
      if (pixel == WITHOUT_GROUND) {
        line.set("SURFACE_TEMPERATURE", 2 * pixel + i, 65_535);
      } else {
        line.setValue("SURFACE_TEMPERATURE", 2 * pixel + i, 295);
      }
    }
  }
}
