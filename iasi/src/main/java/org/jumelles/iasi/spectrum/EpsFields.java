package org.jumelles.iasi.spectrum;

import org.jumelles.formats.eps.RecordWriter;

/// Sets the fields of one pixel in an MDR-1C v5.
final class EpsFields {
  private static final int STORED_CHANNELS = 8700;
  private static final short[] NOTHING = new short[Channels.COUNT];
  private static final int CLASSES = 7;
  private static final int IMAGER_CHANNELS = 6;
  private static final int UNKNOWN_PERCENT = 255;

  private final RecordWriter record;

  EpsFields(RecordWriter record) {
    this.record = record;
  }

  void spectrum(ScanLine line, int pixel) {
    boolean present = line.present()[pixel];
    record.setShorts(
        "GS1cSpect",
        pixel * STORED_CHANNELS,
        present ? line.counts() : NOTHING,
        present ? ScanLine.at(pixel) : 0,
        Channels.COUNT);
  }

  void place(Geometry geometry, int pixel) {
    angles("GGeoSondLoc", geometry.longitudeDeg(), geometry.latitudeDeg(), pixel);
    angles(
        "GGeoSondAnglesMETOP",
        geometry.satelliteZenithDeg(),
        geometry.satelliteAzimuthDeg(),
        pixel);
    angles("GGeoSondAnglesSUN", geometry.solarZenithDeg(), geometry.solarAzimuthDeg(), pixel);
  }

  void flags(ScanLine line, int pixel) {
    Quality quality = line.quality();
    for (int i = 3 * pixel; i < 3 * pixel + 3; i++) {
      int flag = line.present()[pixel] ? quality.bandFlags()[i] : 1;
      record.set("GQisFlagQual", i, flag < 0 ? 1 : flag);
    }
    boolean same = quality.word() == Quality.Word.EPS;
    record.set("GQisFlagQualDetailed", pixel, same ? Math.max(0, quality.detailed()[pixel]) : 0);
  }

  void imager(Imager imager, int pixel) {
    percent("GEUMAvhrr1BCldFrac", imager.cloudPercent()[pixel], pixel);
    percent("GEUMAvhrr1BLandFrac", imager.landPercent()[pixel], pixel);
    int classes = 0;
    for (int i = pixel * CLASSES; i < (pixel + 1) * CLASSES; i++) {
      float share = imager.classWeights()[i];
      classes += share > 0 ? 1 : 0;
      known("GCcsRadAnalWgt", i, share);
    }
    record.set("GCcsRadAnalNbClass", pixel, classes);
    int each = CLASSES * IMAGER_CHANNELS;
    for (int i = pixel * each; i < (pixel + 1) * each; i++) {
      known("GCcsRadAnalMean", i, imager.classMeans()[i]);
      known("GCcsRadAnalStd", i, imager.classSpreads()[i]);
    }
  }

  private void angles(String field, double[] first, double[] second, int pixel) {
    angle(field, 2 * pixel, first[pixel]);
    angle(field, 2 * pixel + 1, second[pixel]);
  }

  private void angle(String field, int index, double angleDeg) {
    if (Double.isNaN(angleDeg)) {
      record.set(field, index, Integer.MIN_VALUE);
    } else {
      record.setValue(field, index, angleDeg);
    }
  }

  private void percent(String field, float percent, int pixel) {
    record.set(field, pixel, Float.isNaN(percent) ? UNKNOWN_PERCENT : Math.round(percent));
  }

  private void known(String field, int index, float value) {
    record.setValue(field, index, Float.isNaN(value) ? 0 : value);
  }
}
