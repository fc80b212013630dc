package org.jumelles.kernel.signal;

import java.util.ArrayList;
import java.util.List;

/// Butterworth designs: poles on a circle, moved into the band, carried over by the bilinear
/// transform with prewarped corners [Oppenheim1999] §7.1, cut into second-order sections.
///
/// All frequencies here are in half-cycles a sample: 1 is the Nyquist frequency. The order of the
/// sections and the pairing of poles with their nearest zeros follow what SciPy documents for
/// `zpk2sos`, so that the two agree section by section: the pole nearest to the unit circle comes
/// last, and the gain is all in the first section.
final class Butterworth {
  /// s = BILINEAR (z - 1) / (z + 1); any value gives the same design.
  private static final double BILINEAR = 4;

  private Butterworth() {}

  static List<Section> lowpass(int order, double corner) {
    double warped = warped(corner);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      poles.add(pole.times(warped));
    }
    return digital(poles, 0, StrictMath.pow(warped, order));
  }

  static List<Section> highpass(int order, double corner) {
    double warped = warped(corner);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      poles.add(Complex.real(warped).over(pole));
    }
    return digital(poles, order, 1);
  }

  static List<Section> bandpass(int order, double low, double high) {
    double width = warped(high) - warped(low);
    double centreSquared = warped(high) * warped(low);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      Complex half = pole.times(width / 2);
      Complex root = half.times(half).minus(Complex.real(centreSquared)).sqrt();
      poles.add(half.plus(root));
      poles.add(half.minus(root));
    }
    return digital(poles, order, StrictMath.pow(width, order));
  }

  private static double warped(double corner) {
    return BILINEAR * StrictMath.tan(StrictMath.PI * corner / 2);
  }

  /// The poles of a low-pass with its corner at 1 rad/s; those with im > 0, then their mates, and
  /// the real one exactly real.
  private static List<Complex> prototype(int order) {
    List<Complex> poles = new ArrayList<>();
    for (int m = 1 - order; m < order; m += 2) {
      Complex unit = Complex.unit(StrictMath.PI * m / (2.0 * order));
      poles.add(m == 0 ? Complex.real(-1) : unit.times(-1));
    }
    return poles;
  }

  /// @param zerosAtRest how many zeros stand at s = 0; the others are at infinity
  private static List<Section> digital(List<Complex> analog, int zerosAtRest, double gain) {
    Complex scale = Complex.real(gain * StrictMath.pow(BILINEAR, zerosAtRest));
    List<Complex> poles = new ArrayList<>();
    List<Double> zeros = new ArrayList<>();
    for (Complex pole : analog) {
      Complex below = Complex.real(BILINEAR).minus(pole);
      scale = scale.over(below);
      Complex mapped = Complex.real(BILINEAR).plus(pole).over(below);
      // Of a conjugate pair one is enough.
      if (mapped.im() >= 0) {
        poles.add(mapped);
      }
      zeros.add(zeros.size() < zerosAtRest ? 1.0 : -1.0);
    }
    if (analog.size() % 2 == 1) {
      poles.add(Complex.real(0));
      zeros.add(0.0);
    }
    return paired(poles, zeros, scale.re());
  }

  private static List<Section> paired(List<Complex> poles, List<Double> zeros, double gain) {
    List<Section> sections = new ArrayList<>();
    while (!poles.isEmpty()) {
      Complex pole = takeWorst(poles, false);
      Complex mate = pole.isReal() ? takeWorst(poles, true) : pole.conjugate();
      Complex zero1 = Complex.real(takeNearest(zeros, pole));
      Complex zero2 = Complex.real(takeNearest(zeros, pole));
      sections.addFirst(Section.of(zero1, zero2, pole, mate));
    }
    sections.set(0, sections.getFirst().times(gain));
    return List.copyOf(sections);
  }

  private static Complex takeWorst(List<Complex> poles, boolean onlyReal) {
    int worst = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < poles.size(); i++) {
      double distance = Math.abs(1 - poles.get(i).abs());
      if (distance < least && (!onlyReal || poles.get(i).isReal())) {
        least = distance;
        worst = i;
      }
    }
    return poles.remove(worst);
  }

  private static double takeNearest(List<Double> zeros, Complex pole) {
    int nearest = 0;
    for (int i = 1; i < zeros.size(); i++) {
      if (distance(zeros.get(i), pole) < distance(zeros.get(nearest), pole)) {
        nearest = i;
      }
    }
    return zeros.remove(nearest);
  }

  private static double distance(double zero, Complex pole) {
    return pole.minus(Complex.real(zero)).abs();
  }
}
