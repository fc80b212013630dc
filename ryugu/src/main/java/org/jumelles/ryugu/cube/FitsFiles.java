package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.formats.fits.Fits;
import org.jumelles.formats.fits.FitsCard;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Layout;

/// A new cube as a FITS image of three axes, big-endian.
final class FitsFiles {
  private FitsFiles() {}

  /// @throws IllegalArgumentException for a type that FITS has no BITPIX for
  static CubeWriter create(Path out, NewCube asked) throws IOException {
    NewCube cube = asked.withOrder(ByteOrder.BIG_ENDIAN);
    Layout layout =
        Layout.of(
            cube.lines(),
            cube.samples(),
            cube.bands(),
            cube.type(),
            cube.order(),
            cube.interleave());
    byte[] head = Fits.header(cards(cube));
    return new CubeWriter(cube, layout, new Filing(out, head, Fits.BLOCK, Optional.empty()));
  }

  private static List<FitsCard> cards(NewCube cube) {
    List<FitsCard> cards = new ArrayList<>();
    cards.add(FitsCard.of("SIMPLE", true));
    cards.add(FitsCard.of("BITPIX", bitpix(cube.type())));
    cards.add(FitsCard.of("NAXIS", 3));
    int bandAxis =
        switch (cube.interleave()) {
          case BIP -> axes(cards, 1, cube.bands(), cube.samples(), cube.lines());
          case BIL -> axes(cards, 2, cube.samples(), cube.bands(), cube.lines());
          case BSQ -> axes(cards, 3, cube.samples(), cube.lines(), cube.bands());
          case OTHER -> throw new IllegalArgumentException("FITS is written bip, bil or bsq");
        };
    Scale scale = cube.scale();
    if (!scale.isNone()) {
      cards.add(FitsCard.of("BSCALE", scale.factor() / scale.divisor()));
      cards.add(FitsCard.of("BZERO", scale.offset()));
    }
    if (cube.noData().isPresent()) {
      if (!cube.type().isInteger()) {
        throw new IllegalArgumentException(
            "FITS has no number for no data in " + cube.type().word() + ", only NaN");
      }
      cards.add(FitsCard.of("BLANK", (long) cube.noData().getAsDouble()));
    }
    axis(cards, cube.axis(), bandAxis);
    return cards;
  }

  private static int axes(List<FitsCard> cards, int bandAxis, int first, int second, int third) {
    cards.add(FitsCard.of("NAXIS1", first));
    cards.add(FitsCard.of("NAXIS2", second));
    cards.add(FitsCard.of("NAXIS3", third));
    return bandAxis;
  }

  /// The type says which axis is spectral even where its values are not known.
  private static void axis(List<FitsCard> cards, Axis axis, int n) {
    cards.add(FitsCard.of("CTYPE" + n, axis.unit() == Axis.Unit.PER_CM ? "WAVN" : "WAVE"));
    if (axis.unit() != Axis.Unit.BAND) {
      if (axis.unit() != Axis.Unit.UNKNOWN) {
        cards.add(FitsCard.of("CUNIT" + n, axis.unit().word()));
      }
      listed(cards, FitsCubes.WAVELENGTH_KEY, axis.values());
      axis.fullWidths().ifPresent(widths -> listed(cards, FitsCubes.WIDTH_KEY, widths));
    }
    boolean[] good = axis.good();
    if (IntStream.range(0, good.length).anyMatch(i -> !good[i])) {
      for (int i = 0; i < good.length; i++) {
        cards.add(FitsCard.of(FitsCubes.GOOD_KEY + (i + 1), good[i] ? 1L : 0L));
      }
    }
  }

  private static void listed(List<FitsCard> cards, String key, double[] values) {
    for (int i = 0; i < values.length; i++) {
      cards.add(FitsCard.of(key + (i + 1), values[i]));
    }
  }

  private static long bitpix(ElementType type) {
    return switch (type) {
      case U8 -> 8;
      case I16 -> 16;
      case I32 -> 32;
      case I64 -> 64;
      case F32 -> -32;
      case F64 -> -64;
      case I8, U16, U32, U64 ->
          throw new IllegalArgumentException("FITS has no BITPIX for " + type.word());
    };
  }
}
