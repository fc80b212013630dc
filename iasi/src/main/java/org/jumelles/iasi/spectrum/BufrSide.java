package org.jumelles.iasi.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jumelles.formats.bufr.BufrData;
import org.jumelles.formats.bufr.BufrMessage;
import org.jumelles.formats.bufr.Element;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// What stands beside the radiances in a subset: places, angles, flags and what the imager saw.
final class BufrSide {
  private static final int RANGES = 10;
  private static final int CHANNEL_SCALE = 25_142;
  private static final int FLAG = 33_060;
  private static final int DETAILED = 40_020;
  private static final int CLASS_SHARE = 25_085;
  private static final int CLASS_MEAN = 14_047;
  private static final int CLASS_SPREAD = 14_048;
  private static final int CLOUD = 20_081;
  private static final int LAND = 20_083;
  private static final int CLASSES = 7;
  private static final int IMAGER_CHANNELS = 6;

  private final double[] longitudeDeg = unknown();
  private final double[] latitudeDeg = unknown();
  private final double[] satelliteZenithDeg = unknown();
  private final double[] satelliteAzimuthDeg = unknown();
  private final double[] solarZenithDeg = unknown();
  private final double[] solarAzimuthDeg = unknown();
  private final byte[] bandFlags = new byte[ScanLine.PIXELS * 3];
  private final int[] detailed = new int[ScanLine.PIXELS];
  private final float[] cloud = unknown(1);
  private final float[] land = unknown(1);
  private final float[] shares = unknown(CLASSES);
  private final float[] means = unknown(CLASSES * IMAGER_CHANNELS);
  private final float[] spreads = unknown(CLASSES * IMAGER_CHANNELS);
  private final int[] flagsSeen = new int[ScanLine.PIXELS];
  private boolean hasDetailed;

  BufrSide() {
    Arrays.fill(bandFlags, (byte) -1);
    Arrays.fill(detailed, -1);
  }

  Geometry geometry() {
    return new Geometry(
        longitudeDeg,
        latitudeDeg,
        satelliteZenithDeg,
        satelliteAzimuthDeg,
        solarZenithDeg,
        solarAzimuthDeg);
  }

  Quality quality() {
    return new Quality(
        bandFlags, detailed, hasDetailed ? Quality.Word.BUFR_040020 : Quality.Word.NONE);
  }

  Imager imager() {
    return new Imager(cloud, land, shares, means, spreads);
  }

  /// Where the ten ranges of scale factors begin: the last thirty elements before the channels.
  static int scalesAt(BufrData data, int subset, int firstRadiance) {
    int at = firstRadiance - 1 - 3 * RANGES;
    return at >= 0 && data.element(subset, at + 2).code() == CHANNEL_SCALE ? at : -1;
  }

  /// Ranges are told in channels (from 1) by real files; samples (from 2581) are taken as well.
  ///
  /// @throws MalformedDataException where the ranges do not cover all channels
  static ScaleFactors scale(BufrMessage message, BufrData data, int subset, int at) {
    List<ScaleFactors.Range> ranges = new ArrayList<>();
    int expected = Channels.FIRST_SAMPLE;
    boolean samples = at >= 0 && data.integer(subset, at) == Channels.FIRST_SAMPLE;
    int before = samples ? 0 : Channels.FIRST_SAMPLE - 1;
    for (int i = 0; at >= 0 && i < RANGES; i++) {
      long first = data.integer(subset, at + 3 * i) + before;
      long last = data.integer(subset, at + 3 * i + 1) + before;
      long power = data.integer(subset, at + 3 * i + 2);
      if (first == expected && last >= first && power >= 0) {
        ranges.add(new ScaleFactors.Range((int) first, (int) last, (int) power));
        expected = (int) last + 1;
      }
    }
    if (expected < Channels.FIRST_SAMPLE + Channels.COUNT) {
      throw new MalformedDataException(
          message.data().source(),
          new Place.Offset(message.data().origin()),
          "message " + message.number() + ", subset " + (subset + 1) + ", channel scale factors",
          "ranges that follow one another over channels 1 to 8461",
          "they end at channel " + (expected - Channels.FIRST_SAMPLE));
    }
    return new ScaleFactors(ranges);
  }

  /// @param scalesAt where the head ends
  /// @param tailAt where what follows the channels begins
  void take(BufrData data, int subset, int pixel, int scalesAt, int tailAt) {
    for (int i = 0; i < scalesAt; i++) {
      head(data, subset, pixel, i);
    }
    int classNumber = -1;
    for (int i = tailAt; i < data.count(subset); i++) {
      int code = data.element(subset, i).code();
      classNumber += code == CLASS_SHARE ? 1 : 0;
      tail(data, subset, pixel, i, classNumber);
    }
  }

  private void head(BufrData data, int subset, int pixel, int i) {
    double value = data.value(subset, i);
    switch (data.element(subset, i).code()) {
      case BufrPixel.LATITUDE -> latitudeDeg[pixel] = value;
      case BufrPixel.LONGITUDE -> longitudeDeg[pixel] = value;
      case BufrPixel.SATELLITE_ZENITH -> satelliteZenithDeg[pixel] = value;
      case BufrPixel.SATELLITE_AZIMUTH -> satelliteAzimuthDeg[pixel] = value;
      case BufrPixel.SOLAR_ZENITH -> solarZenithDeg[pixel] = value;
      case BufrPixel.SOLAR_AZIMUTH -> solarAzimuthDeg[pixel] = value;
      case FLAG -> flag(data.integer(subset, i), pixel);
      case DETAILED -> {
        long word = data.integer(subset, i);
        hasDetailed = true;
        detailed[pixel] = word == Element.MISSING ? -1 : (int) word;
      }
      default -> {}
    }
  }

  /// Template 340001 has one flag, which stands for all bands; 340007 has one a band, in order.
  private void flag(long integer, int pixel) {
    byte flag = integer == Element.MISSING ? -1 : (byte) integer;
    int at = pixel * 3;
    int band = flagsSeen[pixel]++;
    for (int i = Math.min(band, 2); i < 3; i++) {
      bandFlags[at + i] = flag;
    }
  }

  private void tail(BufrData data, int subset, int pixel, int i, int classNumber) {
    int code = data.element(subset, i).code();
    double value = data.value(subset, i);
    switch (code) {
      case CLOUD -> cloud[pixel] = (float) value;
      case LAND -> land[pixel] = (float) value;
      case CLASS_SHARE -> shares[pixel * CLASSES + classNumber] = (float) (value / 100);
      case CLASS_MEAN, CLASS_SPREAD -> {
        int channel = imagerChannel(data, subset, i, code);
        int at = (pixel * CLASSES + classNumber) * IMAGER_CHANNELS + channel;
        float[] to = code == CLASS_MEAN ? means : spreads;
        to[at] = (float) (value / Math.pow(10, data.value(subset, i - 1)));
      }
      default -> {}
    }
  }

  private static int imagerChannel(BufrData data, int subset, int i, int code) {
    return Math.floorMod((int) data.integer(subset, i - (code == CLASS_MEAN ? 2 : 4)) - 1, 6);
  }

  private static double[] unknown() {
    double[] values = new double[ScanLine.PIXELS];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static float[] unknown(int each) {
    float[] values = new float[ScanLine.PIXELS * each];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
