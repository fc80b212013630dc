package org.jumelles.ryugu.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.ryugu.cube.NewCube;

/// Small files in the manner of each source.
class SpectralLibrariesTest {
  @TempDir Path folder;

  @Test
  void csvWithASpectrumARow() throws IOException {
    SpectralLibrary library = read("a.csv", "name (nm),400,410.5,420\nquartz,0.1,nan,0.3\nbad,1\n");

    assertThat(library.axis().unit()).isEqualTo(Axis.Unit.NANOMETRE);
    assertThat(library.axis().values()).containsExactly(400, 410.5, 420);
    assertThat(library.spectra()).hasSize(1);
    assertThat(library.spectrum("quartz").orElseThrow().values())
        .containsExactly(0.1, Double.NaN, 0.3);
    assertThat(library.defects()).hasSize(1);
    assertThat(library.defects().getFirst().sentence()).contains("line 3", "2 cells");
  }

  @Test
  void columnsWithSigmaAndAnUnknownUnit() throws IOException {
    SpectralLibrary library = read("a.txt", "x,olivine,error\n1,0.2,0.01\n2,0.3,0.02\n");

    assertThat(library.axis().unit()).isEqualTo(Axis.Unit.UNKNOWN);
    assertThat(library.spectra().getFirst().name()).isEqualTo("olivine");
    assertThat(library.spectra().getFirst().sigma().orElseThrow()).containsExactly(0.01, 0.02);
    assertThat(library.withUnit(Axis.Unit.MICROMETRE).axis().micrometres()).containsExactly(1, 2);
  }

  @Test
  void relabCountsItsRowsAndHasRemarksAfterThem() throws IOException {
    SpectralLibrary library =
        read("b.asc", "  2\n 320.0 0.5 0.1\n 330.0 -1.23e34 0.1\n\n a remark 1 2 3\n");

    assertThat(library.format()).isEqualTo("RELAB table");
    assertThat(library.axis().unit()).isEqualTo(Axis.Unit.NANOMETRE);
    assertThat(library.spectra().getFirst().values()).containsExactly(0.5, Double.NaN);
  }

  @Test
  void percentBecomesAFraction() throws IOException {
    SpectralLibrary library =
        read(
            "c.txt",
            "Name: Slate\nX Units: Wavelength (micrometers)\nY Units:Reflectance (percent)\n\n"
                + " 0.3 8.0\n 0.4 16.0\n");

    assertThat(library.spectra().getFirst().name()).isEqualTo("Slate");
    assertThat(library.axis().unit()).isEqualTo(Axis.Unit.MICROMETRE);
    assertThat(library.spectra().getFirst().values()).containsExactly(0.08, 0.16);
  }

  @Test
  void aLibraryGoesThroughSliAndBack() throws IOException {
    SpectralLibrary library = read("d.csv", "nm,400,500\nfirst,0.25,0.5\nsecond,1,2\n");
    Path sli = folder.resolve("out.sli");
    try (Cube cube = library.cube();
        CubeWriter writer = Cubes.create(sli, NewCube.like(cube, Interleave.BIP, ""))) {
      double[] values = new double[4];
      cube.read(0, 2, values);
      writer.write(0, 2, values);
      writer.finish();
    }
    SpectralLibrary again = SpectralLibraries.read(sli);

    assertThat(again.format()).isEqualTo("ENVI library");
    assertThat(again.defects()).isEmpty();
    assertThat(again.axis().values()).containsExactly(400, 500);
    assertThat(again.spectra()).extracting(Spectrum::name).containsExactly("first", "second");
    assertThat(again.spectrum("second").map(s -> s.values()[1])).isEqualTo(Optional.of(2.0));
  }

  @Test
  void aRecordOfTheUsgsHasItsWavelengthsInAnotherFile() throws IOException {
    Path chapter = Files.createDirectories(folder.resolve("ChapterB_b0"));
    Path record = chapter.resolve("lib_Clay_ASDFRa_AREF.txt");
    Files.writeString(record, " lib Record=1: Clay  ASDFRa AREF\n 2.0e-001\n-1.2300000e+034\n");
    SpectralLibrary bare = SpectralLibraries.read(record);
    assertThat(bare.axis().unit()).isEqualTo(Axis.Unit.BAND);
    assertThat(bare.defects().getFirst().sentence()).contains("no file of Wavelengths_ASD");
    assertThat(SpectralLibraries.needed(record)).isEmpty();

    Path axis = folder.resolve("lib_Wavelengths_ASD_0.35-2.5_um.txt");
    Files.writeString(axis, " lib Record=2: Wavelengths ASD um\n 0.5\n 0.6\n");
    SpectralLibrary read = SpectralLibraries.read(record);
    assertThat(read.axis().micrometres()).containsExactly(0.5, 0.6);
    assertThat(read.spectra().getFirst().values()).containsExactly(0.2, Double.NaN);
    assertThat(SpectralLibraries.needed(record)).containsExactly(axis);

    Path kept = Files.move(record, folder.resolve("0001"));
    Path keptAxis = Files.move(axis, folder.resolve("0002"));
    SpectralLibrary stored =
        SpectralLibraries.read(
            record.getFileName().toString(), kept, Map.of(axis.getFileName().toString(), keptAxis));
    assertThat(stored.axis().micrometres()).containsExactly(0.5, 0.6);
    assertThat(stored.spectra().getFirst().name()).startsWith("lib Record=1");

    Files.writeString(keptAxis, "Wavelengths\n 0.5\n");
    assertThatThrownBy(
            () ->
                SpectralLibraries.read(
                    "lib_Clay_ASDFRa_AREF.txt", kept, Map.of("Wavelengths_ASD.txt", keptAxis)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("2 values, 1 in");
  }

  @Test
  void rowsThatDisagreeAreRefusedWithTheirLine() {
    assertThatThrownBy(() -> read("e.txt", "wavelength (nm) r\n1 2\n3 4 5\n"))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> read("f.txt", "nothing here\n"))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("rows of numbers");
  }

  private SpectralLibrary read(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return SpectralLibraries.read(file);
  }
}
