package org.jumelles.seis.detection;

/// The thresholds of [EnvelopeDetector], by body in [Body]; ratios are of amplitudes.
///
/// @param on a smoothed envelope this many times over its noise floor starts a candidate
/// @param off and below this it ends
/// @param smoothingSeconds length of the running median over one-second powers: nothing that is
/// raised for less than half of it can trigger, as glitches are
/// @param floorSeconds how far back the noise floor looks
/// @param floorQuantile which quantile of the smoothed powers is the floor, 0 to 1
/// @param leastFloorQuantile and of all smoothed powers this one: half its amplitude is the least
/// floor, as an instrument that stays on one count knows nothing of the noise
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
    double leastFloorQuantile,
    int leadSeconds,
    int leastSeconds,
    int holdSeconds,
    double raised,
    double windLike) {
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
    boolean sound = floorQuantile > 0 && floorQuantile < 1;
    if (!sound || !(leastFloorQuantile >= 0 && leastFloorQuantile < 1)) {
      throw new IllegalArgumentException(
          "floorQuantile " + floorQuantile + ", leastFloorQuantile " + leastFloorQuantile);
    }
  }
}
