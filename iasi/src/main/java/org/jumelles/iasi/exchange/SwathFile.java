package org.jumelles.iasi.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.NetCdfWriter;
import org.jumelles.formats.netcdf.Slab;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Header;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A swath file that is written line by line: [#encode] in any thread, [#append] in order.
public final class SwathFile implements Closeable {
  private static final double UNIX_OF_2000_SECONDS = 946_684_800;
  private static final int NO_FLAGS = 8;

  private final NetCdfWriter out;
  private final SwathContents contents;

  private SwathFile(NetCdfWriter out, SwathContents contents) {
    this.out = out;
    this.contents = contents;
  }

  /// @param lines how many may come; those that do not are left undefined
  /// @param notes further attributes of the file, such as `source`
  public static SwathFile create(
      Path file, Header header, int lines, SwathContents contents, List<Attribute> notes)
      throws IOException {
    if (lines < 1) {
      throw new IllegalArgumentException("no scan line: there is nothing to write");
    }
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("Conventions", "CF-1.11"));
    attributes.add(Attribute.of("title", "IASI Level 1C spectra"));
    attributes.add(Attribute.of("platform", header.platform()));
    attributes.add(Attribute.of("source_format", header.format() + " " + header.formatVersion()));
    attributes.add(Attribute.of("time_coverage_start", Utc.text(header.sensing().start())));
    attributes.add(Attribute.of("time_coverage_end", Utc.text(header.sensing().end())));
    attributes.addAll(notes);
    SwathFile made =
        new SwathFile(
            NetCdfWriter.create(file, SwathVariables.of(lines, contents, word(header)), attributes),
            contents);
    double[] wavenumbers = new double[contents.channels()];
    for (int i = 0; i < wavenumbers.length; i++) {
      wavenumbers[i] = Channels.wavenumberPerCm(contents.firstChannel() + i);
    }
    made.out.write("wavenumber", MemorySegment.ofArray(wavenumbers));
    return made;
  }

  /// How the container numbers the bits of the detailed quality; lines that have none say so by -1.
  private static Quality.Word word(Header header) {
    return header.format().startsWith("BUFR") ? Quality.Word.BUFR_040020 : Quality.Word.EPS;
  }

  /// One line ready for the file.
  public record Encoded(List<Slab> slabs) {
    public Encoded {
      slabs = List.copyOf(slabs);
    }
  }

  /// @param at which place among the file's lines it takes, from zero
  public Encoded encode(int at, ScanLine line) {
    long row = (long) at * ScanLine.PIXELS;
    List<Slab> slabs = new ArrayList<>();
    place(row, line, slabs);
    flags(row, line, slabs);
    Temperatures spectra = new Temperatures(contents, line);
    if (contents.withRadiance()) {
      slabs.add(out.encode("radiance", row, MemorySegment.ofArray(spectra.radiances())));
    }
    if (contents.withTemperature()) {
      slabs.add(
          out.encode("brightness_temperature", row, MemorySegment.ofArray(spectra.temperatures())));
    }
    return new Encoded(slabs);
  }

  public void append(Encoded line) throws IOException {
    for (Slab slab : line.slabs()) {
      out.append(slab);
    }
  }

  private void place(long row, ScanLine line, List<Slab> slabs) {
    double[] times = new double[ScanLine.PIXELS];
    for (int pixel = 0; pixel < times.length; pixel++) {
      Moment view = line.views()[pixel / ScanLine.PIXELS_PER_VIEW];
      times[pixel] = Utc.unixNanos(view) / 1e9 - UNIX_OF_2000_SECONDS;
    }
    slabs.add(out.encode("time", row, MemorySegment.ofArray(times)));
    Geometry geometry = line.geometry();
    slabs.add(floats("latitude", row, geometry.latitudeDeg()));
    slabs.add(floats("longitude", row, geometry.longitudeDeg()));
    slabs.add(floats("sensor_zenith_angle", row, geometry.satelliteZenithDeg()));
    slabs.add(floats("sensor_azimuth_angle", row, geometry.satelliteAzimuthDeg()));
    slabs.add(floats("solar_zenith_angle", row, geometry.solarZenithDeg()));
    slabs.add(floats("solar_azimuth_angle", row, geometry.solarAzimuthDeg()));
  }

  private void flags(long row, ScanLine line, List<Slab> slabs) {
    int[] numbers = new int[ScanLine.PIXELS];
    byte[] views = new byte[ScanLine.PIXELS];
    byte[] pixels = new byte[ScanLine.PIXELS];
    byte[] bands = new byte[ScanLine.PIXELS];
    Quality quality = line.quality();
    for (int pixel = 0; pixel < numbers.length; pixel++) {
      numbers[pixel] = line.number();
      views[pixel] = (byte) (pixel / ScanLine.PIXELS_PER_VIEW);
      pixels[pixel] = (byte) (pixel % ScanLine.PIXELS_PER_VIEW);
      for (int band = 1; band <= 3; band++) {
        bands[pixel] |= (byte) (quality.bad(pixel, band) ? 1 << (band - 1) : 0);
      }
      bands[pixel] |= (byte) (quality.bandFlags()[3 * pixel] < 0 ? NO_FLAGS : 0);
    }
    slabs.add(out.encode("line", row, MemorySegment.ofArray(numbers)));
    slabs.add(out.encode("efov", row, MemorySegment.ofArray(views)));
    slabs.add(out.encode("pixel", row, MemorySegment.ofArray(pixels)));
    slabs.add(out.encode("quality_flag", row, MemorySegment.ofArray(bands)));
    slabs.add(out.encode("detailed_quality", row, MemorySegment.ofArray(quality.detailed())));
    slabs.add(percent("cloud_fraction", row, line.imager().cloudPercent()));
    slabs.add(percent("land_fraction", row, line.imager().landPercent()));
  }

  private Slab floats(String name, long row, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Double.isNaN(values[i]) ? SwathVariables.FILL : (float) values[i];
    }
    return out.encode(name, row, MemorySegment.ofArray(floats));
  }

  private Slab percent(String name, long row, float[] values) {
    float[] floats = values.clone();
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.isNaN(floats[i]) ? SwathVariables.FILL : floats[i];
    }
    return out.encode(name, row, MemorySegment.ofArray(floats));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
