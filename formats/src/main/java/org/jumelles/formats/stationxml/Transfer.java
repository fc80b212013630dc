package org.jumelles.formats.stationxml;

import java.util.List;
import java.util.Optional;

/// The filter of one stage.
public sealed interface Transfer {

  /// What every filter says of itself.
  Head head();

  record Head(Optional<String> name, Units inputUnits, Units outputUnits, Kept kept) {}

  /// Variable of the polynomials in [PolesZeros].
  enum PolesZerosType {
    LAPLACE_RADIANS("LAPLACE (RADIANS/SECOND)"),
    LAPLACE_HERTZ("LAPLACE (HERTZ)"),
    DIGITAL("DIGITAL (Z-TRANSFORM)");

    final String text;

    PolesZerosType(String text) {
      this.text = text;
    }
  }

  /// Variable of the polynomials in [Coefficients].
  enum CoefficientsType {
    ANALOG_RADIANS("ANALOG (RADIANS/SECOND)"),
    ANALOG_HERTZ("ANALOG (HERTZ)"),
    DIGITAL("DIGITAL");

    final String text;

    CoefficientsType(String text) {
      this.text = text;
    }
  }

  /// Which part of a FIR is written: all, or the first half of an even or odd number of weights.
  enum Symmetry {
    NONE,
    EVEN,
    ODD
  }

  /// `normalizationFactor * prod(s - zero) / prod(s - pole)`, of modulus 1 at
  /// `normalizationFrequency` (Hz).
  record PolesZeros(
      Head head,
      PolesZerosType type,
      double normalizationFactor,
      Measure normalizationFrequency,
      List<PoleZero> zeros,
      List<PoleZero> poles)
      implements Transfer {
    public PolesZeros {
      zeros = List.copyOf(zeros);
      poles = List.copyOf(poles);
    }
  }

  record PoleZero(Measure real, Measure imaginary, Kept kept) {}

  /// Ratio of two polynomials; an empty one counts as 1.
  record Coefficients(
      Head head, CoefficientsType type, List<Measure> numerators, List<Measure> denominators)
      implements Transfer {
    public Coefficients {
      numerators = List.copyOf(numerators);
      denominators = List.copyOf(denominators);
    }
  }

  /// Amplitude and phase by frequency.
  record ResponseList(Head head, List<Point> points) implements Transfer {
    public ResponseList {
      points = List.copyOf(points);
    }
  }

  /// @param frequency Hz
  /// @param phase degrees
  record Point(Measure frequency, Measure amplitude, Measure phase, Kept kept) {}

  /// Weights of a finite impulse response, as written: see [Symmetry].
  record Fir(Head head, Symmetry symmetry, List<Measure> numerators) implements Transfer {
    public Fir {
      numerators = List.copyOf(numerators);
    }
  }

  /// Input as a Maclaurin series of the output.
  record Polynomial(
      Head head,
      String approximationType,
      Measure frequencyLowerBound,
      Measure frequencyUpperBound,
      double approximationLowerBound,
      double approximationUpperBound,
      double maximumError,
      List<Measure> coefficients)
      implements Transfer {
    public Polynomial {
      coefficients = List.copyOf(coefficients);
    }
  }
}
