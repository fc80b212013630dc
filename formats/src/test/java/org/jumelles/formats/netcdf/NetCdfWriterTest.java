package org.jumelles.formats.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static java.lang.foreign.MemorySegment.ofArray;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is what other hands read: ncdump of Unidata, h5py over the HDF Group's library,
/// and jHDF.
class NetCdfWriterTest {
  @TempDir Path folder;

  private static final Dimension OBS = new Dimension("obs", 250);
  private static final Dimension WAVENUMBER = new Dimension("wavenumber", 7);
  private static final Dimension CORNER = new Dimension("corner", 2);

  private static float value(int row, int column) {
    return row * 0.25f - column * 100f;
  }

  private Path written() throws IOException {
    Path file = folder.resolve("a.nc");
    List<Variable> variables =
        List.of(
            new Variable(
                "wavenumber",
                Type.DOUBLE,
                List.of(WAVENUMBER),
                Variable.Chunk.ofRows(7),
                OptionalDouble.empty(),
                List.of(Attribute.of("units", "cm-1"))),
            new Variable(
                "bt",
                Type.FLOAT,
                List.of(OBS, WAVENUMBER),
                new Variable.Chunk(60, 3, 4),
                OptionalDouble.of(-9999),
                List.of(
                    Attribute.of("units", "K"),
                    Attribute.of("long_name", "Température de brillance"))),
            new Variable(
                "flag",
                Type.BYTE,
                List.of(OBS, CORNER),
                Variable.Chunk.ofRows(100),
                OptionalDouble.of(-127),
                List.of(
                    Attribute.of("flag_masks", Type.BYTE, 1, 2, 4),
                    Attribute.of("flag_meanings", "one two three"))),
            new Variable(
                "cube",
                Type.INT,
                List.of(WAVENUMBER, CORNER, OBS),
                new Variable.Chunk(2, 1, 0),
                OptionalDouble.empty(),
                List.of()));
    try (NetCdfWriter out =
        NetCdfWriter.create(file, variables, List.of(Attribute.of("Conventions", "CF-1.11")))) {
      out.write("wavenumber", MemorySegment.ofArray(new double[] {1, 2, 3, 4, 5, 6, 7.5}));
      float[] bt = new float[180 * 7];
      for (int i = 0; i < bt.length; i++) {
        bt[i] = value(i / 7, i % 7);
      }
      // The last row of chunks comes first, and one never comes.
      for (int row : new int[] {120, 0, 60}) {
        MemorySegment rows = MemorySegment.ofArray(bt).asSlice(row * 28L, 60 * 28L);
        out.append(out.encode("bt", row, rows));
      }
      out.append(out.encode("bt", 240, MemorySegment.ofArray(new float[70])));
      byte[] flags = new byte[500];
      for (int i = 0; i < 500; i++) {
        flags[i] = (byte) i;
      }
      out.write("flag", MemorySegment.ofArray(flags));
      int[] cube = new int[7 * 2 * 250];
      for (int i = 0; i < cube.length; i++) {
        cube[i] = i * 77;
      }
      out.write("cube", MemorySegment.ofArray(cube));
    }
    return file;
  }

  @Test
  @Tag("oracle")
  void ncdumpNamesDimensionsFillValuesAndFlagMeanings() throws Exception {
    String said = Tool.run("ncdump", written().toString());
    assertThat(said)
        .contains("obs = 250 ;", "wavenumber = 7 ;", "corner = 2 ;")
        .contains("double wavenumber(wavenumber) ;", "float bt(obs, wavenumber) ;")
        .contains("byte flag(obs, corner) ;", "int cube(wavenumber, corner, obs) ;")
        .contains("bt:_FillValue = -9999.f ;", "bt:long_name = \"Température de brillance\" ;")
        .contains("flag:flag_masks = 1b, 2b, 4b ;", "flag:flag_meanings = \"one two three\" ;")
        .contains(":Conventions = \"CF-1.11\" ;")
        .contains(" wavenumber = 1, 2, 3, 4, 5, 6, 7.5 ;")
        .contains("0.25, -99.75, -199.75, -299.75, -399.75, -499.75, -599.75,")
        .contains("_, _, _, _, _, _, _,");
    assertThat(said.indexOf("double wavenumber(")).isLessThan(said.indexOf("float bt("));
  }

  @Test
  @Tag("oracle")
  void h5pyReadsEveryValueAndTheScalesOfEachVariable() throws Exception {
    String script =
        """
        import h5py, numpy as np, sys
        f = h5py.File(sys.argv[1])
        bt = f['bt'][:]
        r, c = np.mgrid[0:180, 0:7]
        assert (bt[:180] == (r * 0.25 - c * 100).astype('f4')).all()
        assert (bt[180:240] == -9999).all() and (bt[240:] == 0).all(), bt[180:]
        assert f['bt'].chunks == (60, 3) and f['bt'].shuffle and f['bt'].compression == 'gzip'
        assert (f['flag'][:].ravel() == np.arange(500).astype('i1')).all()
        assert (f['cube'][:].ravel() == np.arange(3500) * 77).all()
        assert [d[0].name for d in f['cube'].dims] == ['/wavenumber', '/corner', '/obs']
        assert f['bt'].dims[1][0] == f['wavenumber']
        assert list(f) and f['flag'].attrs['flag_masks'].tolist() == [1, 2, 4]
        print('all', bt.shape)
        """;
    assertThat(Tool.python(script, written().toString())).contains("all (250, 7)");
  }

  @Test
  @Tag("oracle")
  void jhdfReadsTheSame() throws Exception {
    try (HdfFile file = new HdfFile(written())) {
      float[][] bt = (float[][]) file.getDatasetByPath("bt").getData();
      assertThat(bt.length).isEqualTo(250);
      assertThat(bt[179]).containsExactly(rowOf(179));
      assertThat(file.getDatasetByPath("bt").getAttribute("units").getData()).isEqualTo("K");
      int[][][] cube = (int[][][]) file.getDatasetByPath("cube").getData();
      assertThat(cube[6][1][249]).isEqualTo(3499 * 77);
    }
  }

  private static float[] rowOf(int row) {
    float[] all = new float[7];
    for (int i = 0; i < 7; i++) {
      all[i] = value(row, i);
    }
    return all;
  }

  /// Enough chunks for a tree of three levels (64 x 64 < 5000).
  @Test
  @Tag("oracle")
  void aTreeOfThreeLevelsLosesNoChunk() throws Exception {
    Path file = folder.resolve("many.nc");
    Dimension rows = new Dimension("row", 5001);
    Variable variable =
        new Variable(
            "n",
            Type.INT,
            List.of(rows),
            Variable.Chunk.ofRows(1),
            OptionalDouble.of(-1),
            List.of());
    int[] values = new int[5001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * i;
    }
    try (NetCdfWriter out = NetCdfWriter.create(file, List.of(variable), List.of())) {
      out.write("n", MemorySegment.ofArray(values));
    }
    String script =
        "import h5py, numpy as np, sys\n"
            + "n = h5py.File(sys.argv[1])['n'][:]\n"
            + "print((n == np.arange(5001) ** 2).all())";
    assertThat(Tool.python(script, file.toString())).contains("True");
    try (HdfFile read = new HdfFile(file)) {
      assertThat((int[]) read.getDatasetByPath("n").getData()).isEqualTo(values);
    }
  }

  @Property(tries = 60)
  void anyShapeAndChunkComesBack(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll @IntRange(min = 1, max = 50) int chunkRows,
      @ForAll @IntRange(min = 1, max = 50) int chunkColumns,
      @ForAll @IntRange(min = 0, max = 9) int level)
      throws IOException {
    Path file = java.nio.file.Files.createTempFile("shape", ".nc");
    try {
      Variable variable =
          new Variable(
              "v",
              Type.SHORT,
              List.of(new Dimension("r", rows), new Dimension("c", columns)),
              new Variable.Chunk(chunkRows, chunkColumns, level),
              OptionalDouble.empty(),
              List.of());
      short[] values = new short[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = (short) (i * 2654435761L >> 7);
      }
      try (NetCdfWriter out = NetCdfWriter.create(file, List.of(variable), List.of())) {
        out.write("v", MemorySegment.ofArray(values));
      }
      try (HdfFile read = new HdfFile(file)) {
        short[] flat = (short[]) read.getDatasetByPath("v").getDataFlat();
        assertThat(flat).isEqualTo(values);
      }
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  /// A processor makes another NaN of 0 / 0 than the language has.
  @Property(tries = 20)
  void everyNanIsTheSameOne(@ForAll boolean wide, @ForAll @IntRange(max = 4) int at)
      throws IOException {
    Variable variable =
        new Variable(
            "x",
            wide ? Type.DOUBLE : Type.FLOAT,
            List.of(new Dimension("n", 5)),
            Variable.Chunk.ofRows(5),
            OptionalDouble.empty(),
            List.of());
    double[] doubles = {1, 2, 3, 4, 5};
    float[] floats = {1, 2, 3, 4, 5};
    doubles[at] = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);
    floats[at] = Float.intBitsToFloat(0xFFC0_0001);
    Slab odd = Slab.encode(variable, 0, wide ? ofArray(doubles) : ofArray(floats));
    doubles[at] = Double.NaN;
    floats[at] = Float.NaN;
    Slab plain = Slab.encode(variable, 0, wide ? ofArray(doubles) : ofArray(floats));
    assertThat(odd.pieces().getFirst().bytes()).isEqualTo(plain.pieces().getFirst().bytes());
  }

  @Test
  void theSameContentIsTheSameBytes() throws IOException {
    byte[] one = java.nio.file.Files.readAllBytes(written());
    byte[] two = java.nio.file.Files.readAllBytes(written());
    assertThat(one).isEqualTo(two);
  }

  @Test
  void whatDoesNotFitIsRefused() throws IOException {
    Variable variable =
        new Variable(
            "bt",
            Type.FLOAT,
            List.of(OBS, WAVENUMBER),
            new Variable.Chunk(60, 3, 1),
            OptionalDouble.empty(),
            List.of());
    try (NetCdfWriter out =
        NetCdfWriter.create(folder.resolve("b.nc"), List.of(variable), List.of())) {
      MemorySegment rows = MemorySegment.ofArray(new float[14]);
      assertThatThrownBy(() -> out.encode("bt", 1, rows)).hasMessageContaining("row 1");
      assertThatThrownBy(() -> out.encode("bt", 300, rows)).hasMessageContaining("row 300");
      assertThatThrownBy(() -> out.encode("no", 0, rows)).hasMessageContaining("no variable no");
      assertThatThrownBy(() -> out.encode("bt", 0, MemorySegment.ofArray(new float[13])))
          .hasMessageContaining("52 bytes");
      assertThatThrownBy(() -> out.encode("bt", 0, MemorySegment.ofArray(new float[61 * 7])))
          .hasMessageContaining("1 to 60 rows");
      Slab slab = out.encode("bt", 0, rows);
      out.append(slab);
      assertThatThrownBy(() -> out.append(slab)).hasMessageContaining("written before");
    }
    assertThatThrownBy(
            () ->
                NetCdfWriter.create(folder.resolve("c.nc"), List.of(variable, variable), List.of()))
        .hasMessageContaining("two variables named bt");
  }
}
