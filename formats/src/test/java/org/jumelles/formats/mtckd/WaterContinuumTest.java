package org.jumelles.formats.mtckd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

class WaterContinuumTest {
  private static final int POINTS = 5;

  /// A classic NetCDF file with the seven variables, written here by the format's description.
  private static byte[] file(int version) {
    String[] names = {
      "wavenumbers", "self_absco_ref", "for_absco_ref", "self_texp", "ref_press", "ref_temp"
    };
    int begin = 2000;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBytes("CDF");
      out.write(version);
      out.writeInt(0);
      out.writeInt(10);
      out.writeInt(1);
      name(out, "wavenumbers");
      out.writeInt(POINTS);
      out.writeInt(12);
      out.writeInt(1);
      name(out, "Title");
      out.writeInt(2);
      out.writeInt(5);
      out.write("Water".getBytes(StandardCharsets.UTF_8));
      out.write(new byte[3]);
      out.writeInt(11);
      out.writeInt(names.length);
      for (int i = 0; i < names.length; i++) {
        name(out, names[i]);
        boolean scalar = names[i].startsWith("ref");
        out.writeInt(scalar ? 0 : 1);
        if (!scalar) {
          out.writeInt(0);
        }
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(6);
        out.writeInt(scalar ? 8 : 8 * POINTS);
        if (version == 2) {
          out.writeInt(0);
        }
        out.writeInt(begin + 100 * i);
      }
      for (int i = 0; i < names.length; i++) {
        out.write(new byte[begin + 100 * i - out.size()]);
        for (int j = 0; j < (names[i].startsWith("ref") ? 1 : POINTS); j++) {
          out.writeDouble(i == 0 ? 10 * j : i + 0.1 * j);
        }
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static void name(DataOutputStream out, String name) throws IOException {
    out.writeInt(name.length());
    out.writeBytes(name);
    out.write(new byte[(4 - name.length() % 4) % 4]);
  }

  @Test
  void readsBothClassicVersions() {
    for (int version : new int[] {1, 2}) {
      WaterContinuum read =
          WaterContinuum.read(Bytes.of("c.nc", file(version))).found().orElseThrow();
      assertThat(read.title()).isEqualTo("Water");
      assertThat(read.wavenumberPerCm()).containsExactly(0, 10, 20, 30, 40);
      assertThat(read.foreignCm2()).containsExactly(2, 2.1, 2.2, 2.3, 2.4);
      assertThat(read.referenceTemperatureK()).isEqualTo(5);
    }
  }

  @Test
  void cutAtEachByteIsRefused() {
    byte[] whole = file(1);
    for (int length = 0; length < whole.length; length++) {
      assertThat(WaterContinuum.read(Bytes.of("c.nc", Arrays.copyOf(whole, length))))
          .as("%d bytes", length)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void anyLengthOutOfRangeIsRefusedOrHarmless() {
    byte[] whole = file(1);
    for (int at = 4; at < 500; at += 4) {
      for (int value : new int[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        byte[] broken = whole.clone();
        java.nio.ByteBuffer.wrap(broken).putInt(at, value);
        Outcome<WaterContinuum> outcome = WaterContinuum.read(Bytes.of("c.nc", broken));
        assertThat(outcome.defects().isEmpty()).isEqualTo(outcome.found().isPresent());
      }
    }
  }
}
