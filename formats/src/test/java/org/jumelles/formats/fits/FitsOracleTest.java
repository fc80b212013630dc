package org.jumelles.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import nom.tam.fits.BasicHDU;
import nom.tam.util.FitsOutputStream;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// nom-tam-fits writes what we read, and reads what we write.
class FitsOracleTest {
  @Test
  void anArrayThatNomTamWrote() throws Exception {
    short[][][] cube = new short[3][2][5];
    for (int band = 0; band < 3; band++) {
      for (int line = 0; line < 2; line++) {
        for (int sample = 0; sample < 5; sample++) {
          cube[band][line][sample] = (short) (100 * band + 10 * line + sample - 57);
        }
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (nom.tam.fits.Fits fits = new nom.tam.fits.Fits()) {
      BasicHDU<?> hdu = nom.tam.fits.Fits.makeHDU(cube);
      hdu.getHeader().addValue("OBJECT", "it's a 'test'", "quotes");
      hdu.getHeader().addValue("BSCALE", 0.25, "scale");
      fits.addHDU(hdu);
      fits.write(new FitsOutputStream(bytes));
    }

    List<FitsUnit> units = Fits.read(Bytes.of("nom-tam", bytes.toByteArray()));

    assertThat(units).hasSize(1);
    FitsUnit unit = units.getFirst();
    assertThat(unit.axes()).containsExactly(5, 2, 3);
    assertThat(unit.text("OBJECT")).contains("it's a 'test'");
    assertThat(unit.number("BSCALE")).hasValue(0.25);
    Layout layout = unit.layout(3);
    double[] spectra = new double[30];
    new Raster(unit.data(), layout).read(0, 10, spectra);
    for (int pixel = 0; pixel < 10; pixel++) {
      for (int band = 0; band < 3; band++) {
        assertThat(spectra[pixel * 3 + band]).isEqualTo(cube[band][pixel / 5][pixel % 5]);
      }
    }
  }

  @Test
  void aHeaderThatWeWroteIsReadByNomTam() throws Exception {
    byte[] header =
        Fits.header(
            List.of(
                FitsCard.of("SIMPLE", true),
                FitsCard.of("BITPIX", 16),
                FitsCard.of("NAXIS", 3),
                FitsCard.of("NAXIS1", 5),
                FitsCard.of("NAXIS2", 2),
                FitsCard.of("NAXIS3", 3),
                FitsCard.of("BZERO", 0.5),
                FitsCard.of("CUNIT3", "it's nm")));
    byte[] file = java.util.Arrays.copyOf(header, header.length + Fits.BLOCK);
    file[header.length + 1] = 7;

    try (nom.tam.fits.Fits fits = new nom.tam.fits.Fits(new ByteArrayInputStream(file))) {
      BasicHDU<?> hdu = fits.readHDU();

      assertThat(hdu.getAxes()).containsExactly(3, 2, 5);
      assertThat(hdu.getHeader().getDoubleValue("BZERO")).isEqualTo(0.5);
      assertThat(hdu.getHeader().getStringValue("CUNIT3")).isEqualTo("it's nm");
      assertThat(((short[][][]) hdu.getKernel())[0][0][0]).isEqualTo((short) 7);
    }
  }
}
