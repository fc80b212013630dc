package org.jumelles.seis.glitch;

import java.util.List;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;

/// A step in acceleration that an instrument felt at one instant.
///
/// @param onset of the step, not of its window
/// @param components one a sensor, in the order of the recording
/// @param polarisation rectilinearity in up, north and east of 25 s from the onset on, 0 to 1
/// @param varianceReduction share of the variance of all components, each by its gain, that the
///     model explains in the 30 s about the onset
public record Glitch(
    Moment onset, List<Component> components, double polarisation, double varianceReduction) {
  public Glitch {
    components = List.copyOf(components);
  }

  /// Its share on one sensor.
  ///
  /// @param amplitudeMPerS2 of the step along the sensor
  /// @param sigmaMPerS2 its uncertainty, from the scatter of the same estimate on the noise about
  /// @param spikeM of the simultaneous step in displacement
  /// @param spikeSigmaM its uncertainty, for the residual taken as white
  /// @param varianceReduction on this component alone
  public record Component(
      SourceId id,
      double amplitudeMPerS2,
      double sigmaMPerS2,
      double spikeM,
      double spikeSigmaM,
      double varianceReduction) {}

  /// The amplitude of the step as a vector over the sensors, in their uncertainties.
  public double snr() {
    double sum = 0;
    for (Component one : components) {
      double ratio = one.amplitudeMPerS2 / one.sigmaMPerS2;
      sum += ratio * ratio;
    }
    return Math.sqrt(sum);
  }
}
