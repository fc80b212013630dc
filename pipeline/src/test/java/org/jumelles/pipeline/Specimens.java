package org.jumelles.pipeline;

import org.jumelles.seis.body.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jumelles.accord.Accord;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.formats.stationxml.Level;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.seis.simulation.SimulatedStation;

/// Small files of invented data, the same each time.
public final class Specimens {
  public static final long SOL = 173;
  public static final double RATE_HZ = 20;

  /// Two hours after the midnight of sol 173.
  public static final Moment START = afterMidnight(SOL, 7200);

  public static final Provenance PROVENANCE =
      new Provenance("0.1.0", "0123abc", "test", Accord.defaultRecord());

  private Specimens() {}

  public static Moment afterMidnight(long sol, int seconds) {
    return after(Body.byDefault().days().midnight(sol), seconds);
  }

  public static Moment after(Moment moment, int seconds) {
    return moment.plusNanos(seconds * 1_000_000_000L);
  }

  /// Noise of a channel as miniSEED 2 in records of 512 bytes.
  public static byte[] noise(String nslc, Moment start, int seconds) {
    Random random = new Random(nslc.hashCode() + 31L * seconds);
    int[] counts = new int[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) (random.nextGaussian() * 50);
    }
    return counts(nslc, start, RATE_HZ, counts);
  }

  public static byte[] counts(String nslc, Moment start, double rateHz, int... counts) {
    return written(
        nslc, start, rateHz, new Samples.Ints(counts), WriteOptions.version2(Encoding.STEIM2));
  }

  public static byte[] written(
      String nslc, Moment start, double rateHz, Samples samples, WriteOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MiniSeed.write(out, SourceId.ofNslc(nslc), start, rateHz, samples, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// The inventory of `XX.SIMLY.02`, in force since the start of sol 0.
  public static String inventory() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      StationXml.write(SimulatedStation.inventory(afterMidnight(0, 0)), Level.RESPONSE, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// A catalogue whose events bear these names and times; an empty time means no origin.
  public static String catalogue(Map<String, String> timesByName) {
    StringBuilder xml = new StringBuilder(1024);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<q:quakeml xmlns=\"http://quakeml.org/xmlns/bed/1.2\" ")
        .append("xmlns:q=\"http://quakeml.org/xmlns/quakeml/1.2\">")
        .append("<eventParameters publicID=\"smi:test/catalogue\">");
    timesByName.forEach(
        (name, time) -> {
          xml.append("<event publicID=\"smi:test/").append(name).append("\">");
          if (!time.isEmpty()) {
            xml.append("<origin publicID=\"smi:test/origin/")
                .append(name)
                .append("\"><time><value>")
                .append(time)
                .append("</value></time><latitude><value>1</value></latitude>")
                .append("<longitude><value>2</value></longitude></origin>");
          }
          xml.append("</event>");
        });
    return xml.append("</eventParameters></q:quakeml>").toString();
  }
}
