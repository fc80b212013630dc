package org.jumelles.formats.quakeml;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A measured number or time with what is known of its spread (`RealQuantity`, `TimeQuantity`).
///
/// @param written the value, in the unit of the field
/// @param uncertainty half width of a symmetric spread, in the unit of the field; seconds for times
/// @param lowerUncertainty spread towards smaller values, not negative by custom
/// @param upperUncertainty spread towards greater values
/// @param confidenceLevel percent
/// @param pdf a probability density, in the single-station extension
/// @param rest all else
public record Quantity<T>(
    Written<T> written,
    Optional<Written<Double>> uncertainty,
    Optional<Written<Double>> lowerUncertainty,
    Optional<Written<Double>> upperUncertainty,
    Optional<Written<Double>> confidenceLevel,
    Optional<Pdf<T>> pdf,
    Rest rest) {

  public T value() {
    return written.value();
  }

  /// A value of unknown spread.
  public static Quantity<Double> of(double value) {
    return of(Written.real(value));
  }

  /// A time of unknown spread.
  public static Quantity<Moment> of(Moment value) {
    return of(Written.time(value));
  }

  private static <T> Quantity<T> of(Written<T> written) {
    return new Quantity<>(
        written,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Rest.NONE);
  }

  public Quantity<T> withUncertainty(double symmetric) {
    return new Quantity<>(
        written,
        Optional.of(Written.real(symmetric)),
        lowerUncertainty,
        upperUncertainty,
        confidenceLevel,
        pdf,
        rest);
  }

  public Quantity<T> withUncertainties(double lower, double upper) {
    return new Quantity<>(
        written,
        uncertainty,
        Optional.of(Written.real(lower)),
        Optional.of(Written.real(upper)),
        confidenceLevel,
        pdf,
        rest);
  }

  public Quantity<T> withPdf(Pdf<T> density) {
    return new Quantity<>(
        written,
        uncertainty,
        lowerUncertainty,
        upperUncertainty,
        confidenceLevel,
        Optional.of(density),
        rest);
  }
}
