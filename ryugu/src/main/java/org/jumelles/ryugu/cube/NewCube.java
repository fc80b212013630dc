package org.jumelles.ryugu.cube;

import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;

/// A cube that is to be written.
///
/// @param type of each stored number
/// @param scale from stored to meant numbers
/// @param noData what is stored where there is none; NaN needs it where the type is no float
/// @param bandNames one a band, or none
/// @param spectrumNames one a pixel, or none: only libraries name their spectra
/// @param description one sentence for people
public record NewCube(
    int lines,
    int samples,
    Axis axis,
    ElementType type,
    Interleave interleave,
    ByteOrder order,
    Scale scale,
    OptionalDouble noData,
    List<String> bandNames,
    List<String> spectrumNames,
    String description) {
  public NewCube {
    bandNames = List.copyOf(bandNames);
    spectrumNames = List.copyOf(spectrumNames);
    if (!spectrumNames.isEmpty() && spectrumNames.size() != (long) lines * samples) {
      throw new IllegalArgumentException(
          spectrumNames.size() + " names for " + (long) lines * samples + " spectra");
    }
    if (!bandNames.isEmpty() && bandNames.size() != axis.bands()) {
      throw new IllegalArgumentException(
          bandNames.size() + " names for " + axis.bands() + " bands");
    }
    if (noData.isPresent() && !type.holds(noData.getAsDouble())) {
      throw new IllegalArgumentException(
          "no data is " + noData.getAsDouble() + ", which " + type.word() + " does not hold");
    }
  }

  /// Of an image: its spectra have places, no names.
  public NewCube(
      int lines,
      int samples,
      Axis axis,
      ElementType type,
      Interleave interleave,
      ByteOrder order,
      Scale scale,
      OptionalDouble noData,
      List<String> bandNames,
      String description) {
    this(
        lines,
        samples,
        axis,
        type,
        interleave,
        order,
        scale,
        noData,
        bandNames,
        List.of(),
        description);
  }

  /// Spectra of float32, little-endian, pixel after pixel, NaN where there is no data.
  public static NewCube of(int lines, int samples, Axis axis, String description) {
    return new NewCube(
        lines,
        samples,
        axis,
        ElementType.F32,
        Interleave.BIP,
        ByteOrder.LITTLE_ENDIAN,
        Scale.NONE,
        OptionalDouble.empty(),
        List.of(),
        description);
  }

  /// Maps: float32, one image after the other, each with its name.
  public static NewCube maps(int lines, int samples, List<String> names, String description) {
    return new NewCube(
        lines,
        samples,
        Axis.ofBands(names.size()),
        ElementType.F32,
        Interleave.BSQ,
        ByteOrder.LITTLE_ENDIAN,
        Scale.NONE,
        OptionalDouble.empty(),
        names,
        description);
  }

  /// A cube of the same numbers, stored alike.
  public static NewCube like(Cube cube, Interleave interleave, String description) {
    Container container = cube.container();
    return new NewCube(
        cube.lines(),
        cube.samples(),
        cube.axis(),
        container.type(),
        interleave,
        ByteOrder.LITTLE_ENDIAN,
        container.scale(),
        container.noData(),
        container.bandNames(),
        container.spectrumNames(),
        description);
  }

  public NewCube withInterleave(Interleave other) {
    return new NewCube(
        lines,
        samples,
        axis,
        type,
        other,
        order,
        scale,
        noData,
        bandNames,
        spectrumNames,
        description);
  }

  public NewCube withOrder(ByteOrder other) {
    return new NewCube(
        lines,
        samples,
        axis,
        type,
        interleave,
        other,
        scale,
        noData,
        bandNames,
        spectrumNames,
        description);
  }

  public int bands() {
    return axis.bands();
  }
}
