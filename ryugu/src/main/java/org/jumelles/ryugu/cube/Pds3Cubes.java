package org.jumelles.ryugu.cube;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.pds3.Pds3;
import org.jumelles.formats.pds3.Pds3Object;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// PDS3 products: an image; or, where an object of wavelengths lies beside it, a row of spectra.
final class Pds3Cubes {
  private Pds3Cubes() {}

  static Cube open(Bytes bytes, Arena arena) {
    List<Pds3Object> objects = Pds3.read(bytes);
    Optional<Pds3Object> wavelengths =
        objects.stream().filter(object -> is(object, "WAVELENGTH")).findFirst();
    List<Pds3Object> others = objects.stream().filter(object -> !is(object, "WAVELENGTH")).toList();
    Pds3Object chosen =
        others.stream()
            .filter(object -> is(object, "REFLECTANCE"))
            .findFirst()
            .or(() -> others.stream().max(Comparator.comparingLong(o -> o.layout().bytes())))
            .orElseThrow(
                () ->
                    new MalformedDataException(
                        bytes.source(), new Place.Whole(), "OBJECT", "lines and samples", "none"));
    List<Defect> defects = new ArrayList<>();
    if (others.size() > 1) {
      List<String> names =
          others.stream().filter(o -> !o.equals(chosen)).map(Pds3Object::name).toList();
      defects.add(
          chosen.malformed("OBJECT", "one cube a file", "there are also " + names).defect());
    }
    Layout stored = chosen.layout();
    boolean spectra =
        wavelengths.isPresent()
            && stored.bands() == 1
            && wavelengths.get().layout().samples() == stored.samples();
    Layout layout = spectra ? spectra(stored) : stored;
    Raster raster = new Raster(bytes.slice(chosen.offset(), stored.bytes(), chosen.name()), layout);
    Axis axis =
        spectra
            ? axis(bytes, wavelengths.get(), layout.bands(), defects)
            : Axis.ofBands(layout.bands());
    OptionalDouble noData = chosen.number("INVALID_CONSTANT");
    Container container =
        new Container(
            "PDS3",
            layout.type(),
            layout.interleave(),
            scale(chosen),
            noData.isPresent() ? noData : chosen.number("MISSING_CONSTANT"),
            List.of(),
            defects);
    return new RasterCube(raster, axis, container, arena);
  }

  private static boolean is(Pds3Object object, String type) {
    return object.text("IMAGE_VALUE_TYPE").orElse("").equals(type);
  }

  /// A line is a spectrum.
  private static Layout spectra(Layout stored) {
    return new Layout(
        stored.lines(),
        1,
        stored.samples(),
        stored.type(),
        stored.order(),
        stored.lineStride(),
        stored.lineStride(),
        stored.sampleStride());
  }

  private static Scale scale(Pds3Object object) {
    double factor = object.number("SCALING_FACTOR").orElse(1);
    if (factor == 0) {
      throw object.malformed("SCALING_FACTOR", "a number that is not zero", "0");
    }
    return Scale.of(factor, object.number("OFFSET").orElse(0));
  }

  private static Axis axis(Bytes bytes, Pds3Object object, int bands, List<Defect> defects) {
    Layout layout = spectra(object.layout());
    double[] values = new double[bands];
    new Raster(bytes.slice(object.offset(), layout.bytes(), object.name()), layout)
        .read(0, 1, values);
    Scale scale = scale(object);
    for (int i = 0; i < bands; i++) {
      values[i] = scale.apply(values[i]);
    }
    AxisReading reading =
        new AxisReading(
            bands, (clause, found) -> object.malformed("UNIT", clause, found).defect(), defects);
    return reading.read(values, object.text("UNIT"), new double[0], new double[0]);
  }
}
