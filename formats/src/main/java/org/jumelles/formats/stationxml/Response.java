package org.jumelles.formats.stationxml;

import java.util.List;
import java.util.Optional;

/// How a channel turns its input into counts.
///
/// @param sensitivity of all stages together at one frequency
/// @param polynomial instead of a sensitivity, for sensors that are not linear
/// @param stages by their number, from the ground to the counts
public record Response(
    Optional<Sensitivity> sensitivity,
    Optional<Transfer.Polynomial> polynomial,
    List<Stage> stages,
    Kept kept) {
  public Response {
    stages = List.copyOf(stages);
  }

  /// Total gain at one frequency.
  public record Sensitivity(
      double value, double frequencyHz, Units inputUnits, Units outputUnits, Kept kept) {}

  /// One step of the chain; all but polynomial stages have a gain.
  public record Stage(
      int number,
      Optional<Transfer> transfer,
      Optional<Decimation> decimation,
      Optional<Gain> gain,
      Kept kept) {}

  /// Gain at one frequency.
  public record Gain(double value, double frequencyHz, Kept kept) {}

  /// How a digital stage thins its samples.
  ///
  /// @param inputSampleRate samples a second before
  /// @param factor one sample is kept in so many
  /// @param delay the stage's own delay, in seconds
  /// @param correction seconds that were taken off the time stamps already
  public record Decimation(
      Measure inputSampleRate,
      long factor,
      long offset,
      Measure delay,
      Measure correction,
      Kept kept) {}
}
