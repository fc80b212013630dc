package org.jumelles.cli.seis;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `disp`, `vel`, `acc`, or the same written out.
final class MotionWord implements ITypeConverter<Metadata.Motion> {
  @Override
  public Metadata.Motion convert(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "disp", "displacement" -> Metadata.Motion.DISP;
      case "vel", "velocity" -> Metadata.Motion.VEL;
      case "acc", "acceleration" -> Metadata.Motion.ACC;
      default ->
          throw new TypeConversionException(
              "'" + word + "' is none of disp, vel, acc (displacement, velocity, acceleration)");
    };
  }
}
