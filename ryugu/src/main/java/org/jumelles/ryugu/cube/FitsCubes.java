package org.jumelles.ryugu.cube;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.fits.Fits;
import org.jumelles.formats.fits.FitsUnit;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// FITS images: the first array of two or three axes.
final class FitsCubes {
  /// The value of a band where the axis is not even; from band one.
  static final String WAVELENGTH_KEY = "WL";

  static final String WIDTH_KEY = "FW";

  static final String GOOD_KEY = "BB";

  private FitsCubes() {}

  static Cube open(Bytes bytes, Arena arena) {
    List<FitsUnit> units = Fits.read(bytes);
    List<FitsUnit> images = units.stream().filter(FitsUnit::isImage).toList();
    if (images.isEmpty()) {
      throw new MalformedDataException(
          bytes.source(),
          new Place.Whole(),
          "image",
          "an array of two or three axes",
          "none in " + units.size() + " header units");
    }
    FitsUnit unit = images.getFirst();
    List<Defect> defects = new ArrayList<>();
    if (images.size() > 1) {
      defects.add(
          unit.malformed("image", "one cube a file", images.size() + " arrays; the first is read")
              .defect());
    }
    int bandAxis = unit.axes().size() == 2 ? 0 : bandAxis(unit);
    Layout layout = unit.layout(bandAxis);
    Container container =
        new Container(
            "FITS",
            unit.type(),
            layout.interleave(),
            scale(unit, defects),
            blank(unit),
            List.of(),
            defects);
    Axis axis = axis(unit, bandAxis, layout.bands(), defects);
    return new RasterCube(
        new Raster(unit.data(), layout), axis, container.withDefects(defects), arena);
  }

  /// The axis that CTYPE calls spectral, else the third.
  private static int bandAxis(FitsUnit unit) {
    for (int n = 1; n <= 3; n++) {
      String type = unit.text("CTYPE" + n).orElse("").toUpperCase(Locale.ROOT).strip();
      if (type.startsWith("WAVE") || type.startsWith("WAVN") || type.startsWith("AWAV")) {
        return n;
      }
    }
    return 3;
  }

  private static Scale scale(FitsUnit unit, List<Defect> defects) {
    double factor = unit.number("BSCALE").orElse(1);
    double offset = unit.number("BZERO").orElse(0);
    if (!Double.isFinite(factor) || factor == 0 || !Double.isFinite(offset)) {
      defects.add(
          unit.malformed("BSCALE", "a number that is not zero", factor + " and BZERO " + offset)
              .defect());
      return Scale.NONE;
    }
    return Scale.of(factor, offset);
  }

  private static OptionalDouble blank(FitsUnit unit) {
    return unit.type().isInteger() ? unit.number("BLANK") : OptionalDouble.empty();
  }

  private static Axis axis(FitsUnit unit, int n, int bands, List<Defect> defects) {
    if (n == 0) {
      return Axis.ofBands(bands);
    }
    AxisReading reading =
        new AxisReading(
            bands, (clause, found) -> unit.malformed("CTYPE" + n, clause, found).defect(), defects);
    Optional<String> unitText = unit.text("CUNIT" + n).map(String::strip).filter(t -> !t.isEmpty());
    double[] good = listed(unit, GOOD_KEY, bands);
    double[] values = listed(unit, WAVELENGTH_KEY, bands);
    String type = unit.text("CTYPE" + n).orElse("").strip();
    OptionalDouble step = unit.number("CDELT" + n);
    if (values.length == 0 && step.isPresent() && !type.isEmpty()) {
      values = new double[bands];
      double reference = unit.number("CRPIX" + n).orElse(1);
      double value = unit.number("CRVAL" + n).orElse(0);
      boolean metres = unitText.orElse("m").equals("m");
      for (int i = 0; i < bands; i++) {
        double at = value + (i + 1 - reference) * step.getAsDouble();
        values[i] = metres ? at * 1e6 : at;
      }
      unitText = metres ? Optional.of("um") : unitText;
    }
    return reading.read(values, unitText, listed(unit, WIDTH_KEY, bands), good);
  }

  private static double[] listed(FitsUnit unit, String key, int bands) {
    if (unit.card(key + 1).isEmpty()) {
      return new double[0];
    }
    double[] values = new double[bands];
    for (int i = 0; i < bands; i++) {
      values[i] = unit.number(key + (i + 1)).orElse(Double.NaN);
    }
    return values;
  }
}
