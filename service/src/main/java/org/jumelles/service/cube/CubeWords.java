package org.jumelles.service.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;

/// The JSON about a cube; what is no number is null.
final class CubeWords {
  private CubeWords() {}

  static Map<String, @Nullable Object> info(
      Archive archive, Product product, String file, Cube cube) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("product", product.identity().sha256Hex());
    json.put("title", product.title());
    json.put("file", file);
    json.put("files", CubeFiles.of(archive, product));
    json.put("format", cube.container().format());
    json.put("lines", cube.lines());
    json.put("samples", cube.samples());
    json.put("bands", cube.bands());
    json.put("axis_unit", cube.axis().unit().word());
    json.put("axis", numbers(cube.axis().values()));
    json.put("good", flags(cube.axis().good()));
    json.put("band_names", cube.container().bandNames());
    Optional<PixelScale> scale = PixelScale.of(archive, product, file, cube);
    json.put("pixel_um", scale.map(PixelScale::um).orElse(null));
    json.put("pixel_source", scale.map(PixelScale::source).orElse("not known"));
    json.put("defects", cube.container().defects().stream().map(d -> d.sentence()).toList());
    return json;
  }

  static Map<String, @Nullable Object> band(Cube cube, int band, BandImage image) {
    BandImage.Range range = image.range();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("band", band + 1);
    json.put("name", name(cube, band));
    json.put("low", number(range.low()));
    json.put("high", number(range.high()));
    json.put("minimum", number(range.minimum()));
    json.put("maximum", number(range.maximum()));
    json.put("pixels_below", range.below());
    json.put("pixels_above", range.above());
    json.put("pixels_missing", range.missing());
    json.put("every", image.every());
    return json;
  }

  static String name(Cube cube, int band) {
    if (band < cube.container().bandNames().size()) {
      return cube.container().bandNames().get(band);
    }
    Axis axis = cube.axis();
    return axis.unit() == Axis.Unit.BAND
        ? "band " + (band + 1)
        : axis.values()[band] + " " + axis.unit().word();
  }

  static Map<String, @Nullable Object> spectrum(Cube cube, Region region, RegionSpectrum told) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("line", region.line());
    json.put("sample", region.sample());
    json.put("to_line", region.toLine());
    json.put("to_sample", region.toSample());
    json.put("pixels", region.pixels());
    json.put("axis_unit", cube.axis().unit().word());
    json.put("axis", numbers(cube.axis().values()));
    json.put("micrometres", told.um().map(CubeWords::numbers).orElse(null));
    json.put("good", flags(cube.axis().good()));
    json.put("value", numbers(told.mean().mean()));
    json.put("sigma", numbers(told.mean().sigma()));
    json.put("noise", numbers(told.mean().noise()));
    json.put("sigma_source", told.mean().source());
    json.put("count", Arrays.stream(told.mean().counts()).boxed().toList());
    json.put("continuum", numbers(told.continuum()));
    json.put("bands", told.bands().stream().map(CubeWords::band).toList());
    json.put("notes", told.notes());
    return json;
  }

  private static Map<String, @Nullable Object> band(RegionSpectrum.Band band) {
    String[] names = {
      "centre_um",
      "centre_sigma_um",
      "depth",
      "depth_sigma",
      "fwhm_um",
      "fwhm_sigma_um",
      "area_um",
      "area_sigma_um"
    };
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", band.window().name());
    json.put("state", band.state());
    json.put("low_um", band.window().lowUm());
    json.put("high_um", band.window().highUm());
    for (int i = 0; i < names.length; i++) {
      json.put(names[i], number(band.fields()[i]));
    }
    json.put("reduced_chi_square", number(band.reducedChiSquare()));
    return json;
  }

  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static List<@Nullable Double> numbers(double[] values) {
    List<@Nullable Double> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(number(value));
    }
    return list;
  }

  private static List<Boolean> flags(boolean[] values) {
    List<Boolean> list = new ArrayList<>(values.length);
    for (boolean value : values) {
      list.add(value);
    }
    return list;
  }
}
