package org.jumelles.seis.detection;

/// The thresholds of [EnvelopeDetector]; ratios are of amplitudes.
///
/// @param on a smoothed envelope this many times over its noise floor starts a candidate
/// @param off and below this it ends
/// @param smoothingSeconds length of the running median over one-second powers: nothing that is
/// raised for less than half of it can trigger, as glitches are
/// @param floorSeconds how far back the noise floor looks
/// @param floorQuantile which quantile of the smoothed powers is the floor, 0 to 1
/// @param leadSeconds so much at the start is known to the floor from the beginning
/// @param leastSeconds shorter candidates are dropped
/// @param holdSeconds so long the envelopes must stay below `off` before a candidate ends
/// @param raised a band over its floor by this counts as part of a candidate's content
/// @param windLike vetoed where 2.6 to 6 Hz rises by this factor more than the 2.4 Hz resonance
public record DetectionParameters(
    double on,
    double off,
    int smoothingSeconds,
    int floorSeconds,
    double floorQuantile,
    int leadSeconds,
    int leastSeconds,
    int holdSeconds,
    double raised,
    double windLike) {
  /// Chosen on the labelled hours of Mars and frozen.
  public static final DetectionParameters DEFAULT =
      new DetectionParameters(2.6, 1.5, 61, 900, 0.3, 180, 60, 45, 1.7, 1.1);

  public DetectionParameters {
    if (!(on >= off) || !(off >= 1)) {
      throw new IllegalArgumentException("on " + on + " and off " + off + ": on >= off >= 1");
    }
    if (smoothingSeconds < 1 || smoothingSeconds % 2 == 0) {
      throw new IllegalArgumentException("smoothingSeconds " + smoothingSeconds + " is not odd");
    }
    if (floorSeconds < 2 * smoothingSeconds || leadSeconds < smoothingSeconds) {
      throw new IllegalArgumentException(
          "floorSeconds " + floorSeconds + ", leadSeconds " + leadSeconds + " are too short");
    }
    if (!(floorQuantile > 0 && floorQuantile < 1)) {
      throw new IllegalArgumentException("floorQuantile " + floorQuantile);
    }
  }
}
