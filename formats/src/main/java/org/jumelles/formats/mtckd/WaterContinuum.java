package org.jumelles.formats.mtckd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import java.util.Optional;
import java.util.function.Function;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// The continuum of water vapour against wavenumber, at even steps. Arrays are shared, not copied.
///
/// @param title as the file says it, with the version
/// @param wavenumberPerCm ascending, evenly spaced
/// @param selfCm2 of water in water at the reference, cm2/molecule cm
/// @param foreignCm2 of water in air at the reference, cm2/molecule cm
/// @param selfExponent n of (reference temperature / T)^n
/// @param referencePressureHPa of the densities to which the coefficients belong
/// @param referenceTemperatureK the same
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record WaterContinuum(
    String title,
    double[] wavenumberPerCm,
    double[] selfCm2,
    double[] foreignCm2,
    double[] selfExponent,
    double referencePressureHPa,
    double referenceTemperatureK) {
  private static final String CLAUSE = "MT_CKD water continuum, NetCDF-4";
  private static final int GREATEST_BYTES = 64 << 20;
  private static final double EVEN = 1e-6;

  /// Reads a coefficient file; refused with the variable's path where one is missing or wrong.
  public static Outcome<WaterContinuum> read(Bytes bytes) {
    if (bytes.size() > GREATEST_BYTES) {
      return refused(bytes, "/", "size", bytes.size() + " bytes");
    }
    try {
      return new Outcome.Good<>(
          ClassicNetCdf.recognises(bytes) ? classic(bytes) : hierarchical(bytes));
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    } catch (RuntimeException unreadable) { // whatever a broken HDF5 file makes its reader throw
      return refused(bytes, "/", "HDF5", String.valueOf(unreadable.getMessage()));
    }
  }

  private static WaterContinuum classic(Bytes bytes) {
    ClassicNetCdf file = ClassicNetCdf.read(bytes);
    return assemble(bytes, file.text("Title"), file::doubles);
  }

  private static WaterContinuum hierarchical(Bytes bytes) {
    if (bytes.size() < 8 || bytes.u8(0, "signature") != 0x89) {
      throw malformed(bytes, "/", "signature", "neither NetCDF classic nor HDF5");
    }
    try (HdfFile file = HdfFile.fromBytes(bytes.segment().toArray(JAVA_BYTE))) {
      return assemble(bytes, title(file), name -> doubles(file, name));
    }
  }

  private static WaterContinuum assemble(
      Bytes bytes, String title, Function<String, Optional<double[]>> doubles) {
    double[] wavenumbers = variable(bytes, doubles, "wavenumbers", -1);
    even(bytes, wavenumbers);
    int n = wavenumbers.length;
    return new WaterContinuum(
        title.strip(),
        wavenumbers,
        variable(bytes, doubles, "self_absco_ref", n),
        variable(bytes, doubles, "for_absco_ref", n),
        variable(bytes, doubles, "self_texp", n),
        variable(bytes, doubles, "ref_press", 1)[0],
        variable(bytes, doubles, "ref_temp", 1)[0]);
  }

  private static Optional<double[]> doubles(HdfFile file, String name) {
    Object data =
        file.getChild(name) instanceof Dataset dataset ? dataset.getDataFlat() : new Object();
    return switch (data) {
      case double[] many -> Optional.of(many);
      case Double one -> Optional.of(new double[] {one});
      default -> Optional.empty();
    };
  }

  private static double[] variable(
      Bytes bytes, Function<String, Optional<double[]>> doubles, String name, int length) {
    double[] values =
        doubles
            .apply(name)
            .orElseThrow(() -> malformed(bytes, "/" + name, "variable", "no doubles"));
    if (values.length == 0 || (length >= 0 && values.length != length)) {
      throw malformed(
          bytes, "/" + name, "length", values.length + " doubles where " + length + " are due");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw malformed(bytes, "/" + name, "value", Double.toString(value));
      }
    }
    return values;
  }

  private static void even(Bytes bytes, double[] wavenumbers) {
    if (wavenumbers.length < 4 || !(wavenumbers[1] > wavenumbers[0])) {
      throw malformed(bytes, "/wavenumbers", "order", "not ascending");
    }
    double step = wavenumbers[1] - wavenumbers[0];
    for (int i = 1; i < wavenumbers.length; i++) {
      if (Math.abs(wavenumbers[i] - wavenumbers[i - 1] - step) > EVEN * step) {
        throw malformed(bytes, "/wavenumbers", "step", "uneven at index " + i);
      }
    }
  }

  private static String title(HdfFile file) {
    Attribute title = file.getAttribute("Title");
    return title == null ? "" : String.valueOf(title.getData()).strip();
  }

  private static Outcome<WaterContinuum> refused(
      Bytes bytes, String path, String field, String found) {
    return new Outcome.Refused<>(
        new Defect(bytes.source(), new Place.Path(path), field, CLAUSE, found));
  }

  private static MalformedDataException malformed(
      Bytes bytes, String path, String field, String found) {
    return new MalformedDataException(bytes.source(), new Place.Path(path), field, CLAUSE, found);
  }
}
