package org.jumelles.formats.eps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jumelles.formats.eps.Sounding.Gas;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

/// Level 2 products made from the tables with the sizes that a real Metop-C granule is known to
/// have; no real file was at hand.
class SoundingTest {
  private static final ShortCdsTime TIME = new ShortCdsTime(9000, 1000);

  /// Sizes of the granule, and how many blocks this line stores.
  private static Map<String, Integer> sizes(int errors, int co, int hno3, int o3) {
    Map<String, Integer> sizes = new HashMap<>();
    sizes.put("NUM_PRESSURE_LEVELS_TEMP", 101);
    sizes.put("NUM_PRESSURE_LEVELS_HUMIDITY", 101);
    sizes.put("NUM_PRESSURE_LEVELS_OZONE", 101);
    sizes.put("NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 12);
    sizes.put("NUM_TEMPERATURE_PCS", 28);
    sizes.put("NUM_WATER_VAPOUR_PCS", 18);
    sizes.put("NUM_OZONE_PCS", 10);
    sizes.put("FORLI_NUM_LAYERS_CO", 19);
    sizes.put("FORLI_NUM_LAYERS_HNO3", 41);
    sizes.put("FORLI_NUM_LAYERS_O3", 41);
    sizes.put("BRESCIA_NUM_ALTITUDES_SO2", 5);
    sizes.put("NERR", errors);
    sizes.put("CO_NBR", co);
    sizes.put("HNO3_NBR", hno3);
    sizes.put("O3_NBR", o3);
    return sizes;
  }

  private static byte[] giadr(Map<String, Integer> sizes) {
    RecordWriter writer = RecordWriter.of(RecordHeader.GIADR, 15, 1, 4, sizes);
    sizes.forEach(
        (name, size) -> {
          if (name.startsWith("NUM") || name.contains("_NUM_")) {
            writer.set(name, 0, size);
          }
        });
    return writer.record(TIME, TIME);
  }

  private static RecordWriter mdr(Map<String, Integer> sizes) {
    RecordWriter writer = RecordWriter.of(RecordHeader.MDR, 15, 1, 4, sizes);
    for (String name : new String[] {"NERR", "CO_NBR", "HNO3_NBR", "O3_NBR"}) {
      writer.set(name, 0, java.util.Objects.requireNonNull(sizes.get(name)));
    }
    for (int pixel = 0; pixel < 120; pixel++) {
      writer.set("ERROR_DATA_INDEX", pixel, 255);
    }
    return writer;
  }

  private static EpsProduct product(byte[]... records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> lines = new java.util.LinkedHashMap<>();
    lines.put(
        "PRODUCT_NAME", "IASI_SND_02_M03_20240822000000Z_20240822000010Z_N_O_20240822000010Z");
    out.writeBytes(new MainProductHeader(lines).record(TIME, TIME));
    for (byte[] record : records) {
      out.writeBytes(record);
    }
    return EpsProduct.read(Bytes.of("made.nat", out.toByteArray()));
  }

  @Test
  void sizesFollowFromTheProductAndTheRecord() {
    Map<String, Integer> sizes = sizes(3, 2, 0, 1);
    byte[] measurement = mdr(sizes).setValue("SO2_BT_DIFFERENCE", 119, -1.25).record(TIME, TIME);

    EpsProduct product = product(giadr(sizes), measurement);
    EpsRecord record = product.record(2).found().orElseThrow();

    assertThat(record.known()).isEqualTo(measurement.length);
    assertThat(record.field("TEMPERATURE_ERROR").shape()).containsExactly(3, 406);
    assertThat(record.field("WATER_VAPOUR_ERROR").shape()).containsExactly(3, 171);
    assertThat(record.field("OZONE_ERROR").shape()).containsExactly(3, 55);
    assertThat(record.field("CO_H_EIGENVALUES").shape()).containsExactly(2, 10);
    assertThat(record.field("CO_H_EIGENVECTORS").shape()).containsExactly(2, 190);
    assertThat(record.field("O3_H_EIGENVECTORS").shape()).containsExactly(1, 861);
    assertThat(record.field("HNO3_CP_AIR").count()).isZero();
    assertThat(record.field("SO2_BT_DIFFERENCE").value(119)).isEqualTo(-1.25);
  }

  @Test
  void blocksGoToTheirPixels() {
    Map<String, Integer> sizes = sizes(2, 2, 0, 1);
    RecordWriter writer = mdr(sizes);
    writer.set("ERROR_DATA_INDEX", 7, 1).set("ERROR_DATA_INDEX", 90, 0);
    writer.setValue("TEMPERATURE_ERROR", 406 + 1, 0.5);
    writer.set("CO_NFITLAYERS", 3, 19).set("CO_NFITLAYERS", 100, 19);
    writer.set("CO_NFITLAYERS", 50, 255);
    writer.set("O3_NFITLAYERS", 1, 41).set("O3_NFITLAYERS", 2, 41).set("O3_QFLAG", 2, 1);
    for (int layer = 0; layer < 19; layer++) {
      writer.setValue("CO_CP_CO_A", 19 + layer, 1e16 * (layer + 1));
      writer.setValue("CO_X_CO", 19 + layer, 1.25);
    }

    EpsRecord record =
        product(giadr(sizes), writer.record(TIME, TIME)).record(2).found().orElseThrow();

    int[] errors = Sounding.errorRows(record);
    assertThat(errors[7]).isEqualTo(1);
    assertThat(errors[90]).isEqualTo(0);
    assertThat(errors[0]).isEqualTo(Sounding.NONE);
    assertThat(Sounding.covariance(record, "TEMPERATURE_ERROR", 1)[1][0]).isEqualTo(0.5);
    int[] co = Sounding.profileRows(record, Gas.CO).orElseThrow();
    assertThat(co[3]).isEqualTo(0);
    assertThat(co[100]).isEqualTo(1);
    assertThat(co[50]).isEqualTo(Sounding.NONE);
    assertThat(Sounding.partialColumns(record, Gas.CO, 1)[18])
        .isCloseTo(1.25 * 19e16, within(1e12));
    int[] o3 = Sounding.profileRows(record, Gas.O3).orElseThrow();
    assertThat(o3[1]).isEqualTo(Sounding.NONE);
    assertThat(o3[2]).isEqualTo(0);
  }

  @Test
  void profilesThatNoFlagAttributesAreNotAttributed() {
    Map<String, Integer> sizes = sizes(0, 2, 0, 0);
    EpsRecord record =
        product(giadr(sizes), mdr(sizes).record(TIME, TIME)).record(2).found().orElseThrow();

    assertThat(Sounding.profileRows(record, Gas.CO)).isEmpty();
  }

  @Test
  void anErrorIndexOutOfRangeIsRefusedByPixel() {
    Map<String, Integer> sizes = sizes(2, 0, 0, 0);
    EpsRecord record =
        product(giadr(sizes), mdr(sizes).set("ERROR_DATA_INDEX", 5, 2).record(TIME, TIME))
            .record(2)
            .found()
            .orElseThrow();

    assertThatThrownBy(() -> Sounding.errorRows(record))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("ERROR_DATA_INDEX of pixel 5: 2, NERR is 2");
  }

  @Test
  void aRecordTooShortForItsOwnCountsIsRefused() {
    Map<String, Integer> sizes = sizes(2, 1, 1, 1);
    byte[] measurement = mdr(sizes).record(TIME, TIME);
    EpsRecord whole = product(giadr(sizes), measurement).record(2).found().orElseThrow();
    measurement[(int) whole.field("CO_NBR").offset()] = (byte) 200;

    Outcome<EpsRecord> outcome = product(giadr(sizes), measurement).record(2);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().field()).contains("MDR-L2");
  }

  @Test
  void withoutTheProductsSizesTheRecordIsRefused() {
    Map<String, Integer> sizes = sizes(0, 0, 0, 0);

    Outcome<EpsRecord> outcome = product(mdr(sizes).record(TIME, TIME)).record(1);

    assertThat(outcome.defects().getFirst().found())
        .isEqualTo("the product does not tell NUM_PRESSURE_LEVELS_TEMP");
  }

  @Test
  void olderVersionsKeepTheirErrorDataAsBytes() {
    for (int version : new int[] {2, 3}) {
      Map<String, Integer> sizes = sizes(0, 0, 0, 0);
      sizes.put("REST", 77);
      RecordWriter globals = RecordWriter.of(RecordHeader.GIADR, 15, 1, version, sizes);
      globals.set("NUM_PRESSURE_LEVELS_TEMP", 0, 101).set("NUM_PRESSURE_LEVELS_HUMIDITY", 0, 101);
      globals.set("NUM_PRESSURE_LEVELS_OZONE", 0, 101);
      globals.set("NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 0, 12);
      RecordWriter writer = RecordWriter.of(RecordHeader.MDR, 15, 1, version, sizes);
      writer.setValue("EARTH_LOCATION", 1, -12.3456);
      String last = version == 2 ? "COVARIANCE_MATRIX" : "ERROR_DATA";
      writer.set(last, 76, 9);

      EpsRecord record =
          product(globals.record(TIME, TIME), writer.record(TIME, TIME))
              .record(2)
              .found()
              .orElseThrow();

      assertThat(record.field("EARTH_LOCATION").value(1)).isEqualTo(-12.3456);
      assertThat(record.field(last).count()).isEqualTo(77);
      assertThat(record.field(last).raw(76)).isEqualTo(9);
    }
  }
}
