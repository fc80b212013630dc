package org.jumelles.pipeline.recipe.iasi;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.eps.MainProductHeader;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.RecordWriter;
import org.jumelles.formats.eps.ShortCdsTime;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.Dimension;
import org.jumelles.formats.netcdf.NetCdfWriter;
import org.jumelles.formats.netcdf.Type;
import org.jumelles.formats.netcdf.Variable;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.SimulatedAir;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.kernel.time.Moment;

/// One simulated line as a measured granule's file, and the files that tell its state.
final class MadeSounder {
  /// Of the footprints these tell no ground.
  static final int WITHOUT_GROUND_FROM = 100;

  private static final double WATER_OVER_DRY = 18.01528 / 28.9647;

  final SimulatedGranule granule;
  private final Path folder;
  private final Moment start;

  MadeSounder(Path folder, Moment start) {
    this.folder = folder;
    this.start = start;
    this.granule = new SimulatedGranule(new Plan(7, start, 1, 0, Optional.empty()));
  }

  Path spectra() throws IOException {
    Path file = folder.resolve(start.toString().replace(':', '-') + ".nat");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      EpsL1cWriter.write(
          out, granule.header(), 1, List.of(granule.line(0).found().orElseThrow()).iterator());
    }
    return file;
  }

  /// The truth below each pixel, by [StateFile#place].
  Map<Integer, StateFile.Row> states() throws IOException {
    return StateFile.read(Files.writeString(folder.resolve("states.csv"), StateFile.text(granule)));
  }

  /// A Level 2 product (version 3) of the true air at each pixel, gases but water left out.
  Path sounding() throws IOException {
    double[] hPa = SimulatedAir.profile(288).pressureHPa();
    int n = hPa.length;
    Map<String, Integer> sizes =
        Map.of(
            "NUM_PRESSURE_LEVELS_TEMP", n,
            "NUM_PRESSURE_LEVELS_HUMIDITY", n,
            "NUM_PRESSURE_LEVELS_OZONE", n,
            "NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 1,
            "REST", 0);
    RecordWriter globals = RecordWriter.of(RecordHeader.GIADR, 15, 1, 3, sizes);
    sizes.forEach(
        (name, size) -> {
          if (name.startsWith("NUM")) {
            globals.set(name, 0, size);
          }
        });
    globals.setValue("SURFACE_EMISSIVITY_WAVELENGTHS", 0, 4600);
    for (int level = 0; level < n; level++) {
      globals.setValue("PRESSURE_LEVELS_TEMP", level, 100 * hPa[n - 1 - level]);
      globals.setValue("PRESSURE_LEVELS_HUMIDITY", level, 100 * hPa[n - 1 - level]);
    }
    RecordWriter line = RecordWriter.of(RecordHeader.MDR, 15, 1, 3, sizes);
    Geometry geometry = granule.geometry(0);
    Map<Integer, StateFile.Row> states = states();
    for (int pixel = 0; pixel < 120; pixel++) {
      StateFile.Row row = Optional.ofNullable(states.get(pixel)).orElseThrow();
      pixel(line, pixel, SimulatedAir.profile(row.state().groundK()));
      boolean ground = pixel < WITHOUT_GROUND_FROM;
      line.setValue("EARTH_LOCATION", 2 * pixel, geometry.latitudeDeg()[pixel]);
      line.setValue("EARTH_LOCATION", 2 * pixel + 1, geometry.longitudeDeg()[pixel]);
      line.setValue("SURFACE_PRESSURE", pixel, 101_300);
      line.setValue("FRACTIONAL_CLOUD_COVER", 3 * pixel, 0);
      if (ground) {
        line.setValue("SURFACE_EMISSIVITY", pixel, 1);
        line.setValue("SURFACE_TEMPERATURE", 2 * pixel, row.state().surfaceK());
      } else {
        line.set("SURFACE_EMISSIVITY", pixel, 0xFFFF);
        line.set("SURFACE_TEMPERATURE", 2 * pixel, 0xFFFF);
      }
    }
    ShortCdsTime from = ShortCdsTime.of(start);
    ShortCdsTime to = ShortCdsTime.of(start.plusNanos(8_000_000_000L));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> header = new LinkedHashMap<>();
    header.put("PRODUCT_NAME", "IASI_SND_02_M03_made");
    header.put("SPACECRAFT_ID", "M03");
    out.writeBytes(new MainProductHeader(header).record(from, to));
    out.writeBytes(globals.record(from, to));
    out.writeBytes(line.record(from, to));
    return Files.write(folder.resolve("l2.nat"), out.toByteArray());
  }

  private static void pixel(RecordWriter line, int pixel, Profile air) {
    int n = air.pressureHPa().length;
    for (int level = 0; level < n; level++) {
      double share = air.shares()[1][n - 1 - level];
      line.setValue(
          "ATMOSPHERIC_TEMPERATURE", pixel * n + level, air.temperatureK()[n - 1 - level]);
      line.setValue(
          "ATMOSPHERIC_WATER_VAPOUR", pixel * n + level, WATER_OVER_DRY * share / (1 - share));
    }
  }

  /// Coefficients of a continuum that absorbs next to nothing, as the simulated water does.
  static Path continuum(Path folder) throws IOException {
    int n = 401;
    Dimension wavenumbers = new Dimension("wavenumbers", n);
    Dimension one = new Dimension("one", 1);
    Path file = folder.resolve("continuum.nc");
    try (NetCdfWriter out =
        NetCdfWriter.create(
            file,
            List.of(
                doubles("wavenumbers", wavenumbers),
                doubles("self_absco_ref", wavenumbers),
                doubles("for_absco_ref", wavenumbers),
                doubles("self_texp", wavenumbers),
                doubles("ref_press", one),
                doubles("ref_temp", one)),
            List.of(Attribute.of("Title", "made-up continuum")))) {
      double[] nu = new double[n];
      java.util.Arrays.setAll(nu, i -> 10.0 * i);
      double[] little = new double[n];
      java.util.Arrays.fill(little, 1e-35);
      out.write("wavenumbers", MemorySegment.ofArray(nu));
      out.write("self_absco_ref", MemorySegment.ofArray(little));
      out.write("for_absco_ref", MemorySegment.ofArray(little));
      out.write("self_texp", MemorySegment.ofArray(new double[n]));
      out.write("ref_press", MemorySegment.ofArray(new double[] {1013}));
      out.write("ref_temp", MemorySegment.ofArray(new double[] {296}));
    }
    return file;
  }

  private static Variable doubles(String name, Dimension dimension) {
    return new Variable(
        name,
        Type.DOUBLE,
        List.of(dimension),
        Variable.Chunk.ofRows(1024),
        OptionalDouble.empty(),
        List.of());
  }
}
