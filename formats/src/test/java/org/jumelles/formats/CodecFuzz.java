package org.jumelles.formats;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.formats.bufr.Bufr;
import org.jumelles.formats.bufr.BufrMessages;
import org.jumelles.formats.envi.Envi;
import org.jumelles.formats.envi.EnviHeader;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.formats.fits.Fits;
import org.jumelles.formats.fits.FitsUnit;
import org.jumelles.formats.hdf5.Hdf5Array;
import org.jumelles.formats.hdf5.Hdf5File;
import org.jumelles.formats.hitran.CrossSection;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.lblrtm.Tape7;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.MiniSeedSummary;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.formats.pds3.Pds3;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;

/// What a fuzzer calls: any bytes, given to one codec, are read or refused, within bounds.
///
/// `-Djumelles.fuzz=NAME` tells which; `bench/fuzz.sh` runs them all.
public final class CodecFuzz {
  private static final long MOST_NANOS = 2_000_000_000L;
  private static final long MOST_BYTES = 256L << 20;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CodecFuzz() {}

  /// Reads all that the bytes hold.
  interface Target {
    void read(byte[] bytes) throws IOException;
  }

  static final Map<String, Target> TARGETS = targets();
  private static final String CHOSEN = System.getProperty("jumelles.fuzz", "");

  private static Map<String, Target> targets() {
    Map<String, Target> targets = new TreeMap<>();
    targets.put("miniseed", CodecFuzz::miniSeed);
    targets.put("stationxml", bytes -> StationXml.read(Bytes.of("fuzz", bytes)));
    targets.put("quakeml", bytes -> QuakeMl.read(Bytes.of("fuzz", bytes)));
    targets.put("eps", CodecFuzz::eps);
    targets.put("bufr", CodecFuzz::bufr);
    targets.put("netcdf", bytes -> inFile(bytes, CodecFuzz::netCdf));
    targets.put("hdf5", bytes -> inFile(bytes, CodecFuzz::hdf5));
    targets.put("hitran", bytes -> LineFiles.read(Bytes.of("fuzz", bytes)));
    targets.put("cross-section", bytes -> CrossSection.read(Bytes.of("fuzz", bytes)));
    targets.put("mtckd", bytes -> WaterContinuum.read(Bytes.of("fuzz", bytes)));
    targets.put("tape7", bytes -> Tape7.read(Bytes.of("fuzz", bytes)));
    targets.put("profile", bytes -> ProfileTable.read(Bytes.of("fuzz", bytes)));
    targets.put("envi", CodecFuzz::envi);
    targets.put("pds4", CodecFuzz::pds4);
    targets.put("pds3", bytes -> Pds3.read(Bytes.of("fuzz", bytes)));
    targets.put("fits", CodecFuzz::fits);
    targets.put("matlab", bytes -> MatFile.read(Bytes.of("fuzz", bytes)));
    return targets;
  }

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] bytes) {
    run(CHOSEN, bytes);
  }

  /// @throws AssertionError where the codec took too long or too much, or failed in a way of its
  /// own
  static void run(String name, byte[] bytes) {
    Target target = TARGETS.get(name);
    if (target == null) {
      throw new IllegalArgumentException("no target '" + name + "'; there are " + TARGETS.keySet());
    }
    Cost cost = cost(target, bytes);
    // The first time pays for loading classes.
    cost = cost.isTooMuch() ? cost(target, bytes) : cost;
    if (cost.isTooMuch()) {
      throw new AssertionError(name + ": " + cost + " for " + bytes.length + " bytes");
    }
  }

  /// @param nanos of processor time
  /// @param bytes allocated in all
  private record Cost(long nanos, long bytes) {
    boolean isTooMuch() {
      return nanos > MOST_NANOS || bytes > MOST_BYTES;
    }
  }

  private static Cost cost(Target target, byte[] bytes) {
    long nanos = THREAD.getCurrentThreadCpuTime();
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    try {
      target.read(bytes);
    } catch (MalformedDataException refused) {
      refused.defect().sentence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cost(
        THREAD.getCurrentThreadCpuTime() - nanos,
        THREAD.getCurrentThreadAllocatedBytes() - allocated);
  }

  private static void miniSeed(byte[] bytes) {
    MiniSeedSummary.of(Bytes.of("fuzz", bytes));
    MiniSeed.stream(Bytes.of("fuzz", bytes))
        .flatMap(outcome -> outcome.found().stream())
        .forEach(
            one -> {
              one.end();
              one.samples();
              one.extraHeaders();
            });
  }

  private static void eps(byte[] bytes) {
    EpsProduct product = EpsProduct.read(Bytes.of("fuzz", bytes));
    for (int i = 0; i < product.count(); i++) {
      product.header(i);
      product.record(i);
    }
  }

  private static void bufr(byte[] bytes) {
    BufrMessages messages = Bufr.messages(Bytes.of("fuzz", bytes));
    while (messages.hasNext()) {
      messages.next().found().ifPresent(CodecFuzz::decoded);
    }
  }

  private static void decoded(org.jumelles.formats.bufr.BufrMessage message) {
    try {
      Bufr.decode(message);
    } catch (MalformedDataException refused) {
      refused.defect().sentence();
    }
  }

  private static void netCdf(Path file) {
    try (NetCdfFile open = NetCdfFile.open(file)) {
      for (String name : open.names()) {
        open.shape(name);
        open.doubles(name);
        open.text(name, "units");
      }
    }
  }

  private static void hdf5(Path file) throws IOException {
    try (Hdf5File open = Hdf5File.open(file);
        Arena arena = Arena.ofConfined()) {
      Bytes whole = Bytes.of("fuzz", Files.readAllBytes(file));
      open.isNetCdf();
      for (Hdf5Array array : open.arrays()) {
        open.text(array.path(), "units");
        open.bytes(array, whole, arena);
      }
      open.vectors(10).forEach(open::vector);
    }
  }

  private static void envi(byte[] bytes) {
    EnviHeader header = Envi.read(Bytes.of("fuzz", bytes));
    header.layout();
    header.interleave();
    header.headerOffset();
    header.numbers("wavelength");
  }

  private static void pds4(byte[] bytes) {
    Pds4Label label = Pds4.read(Bytes.of("fuzz", bytes));
    Bytes file = Bytes.of("fuzz", new byte[256]);
    label.files().forEach(area -> Pds4.check(label, area, file));
  }

  private static void fits(byte[] bytes) {
    for (FitsUnit unit : Fits.read(Bytes.of("fuzz", bytes))) {
      if (unit.isImage()) {
        unit.axes();
      }
    }
  }

  private interface FileTarget {
    void read(Path file) throws IOException;
  }

  private static void inFile(byte[] bytes, FileTarget target) throws IOException {
    Path file = Files.createTempFile("fuzz", ".bin");
    try {
      Files.write(file, bytes);
      target.read(file);
    } finally {
      Files.delete(file);
    }
  }
}
