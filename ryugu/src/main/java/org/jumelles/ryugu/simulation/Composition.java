package org.jumelles.ryugu.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What is in every pixel: a rugged grain on a dark holder, with inclusions.
///
/// Inclusions are spots of up to some pixels: carbonate, ammoniated, and water-rich ones under 4 by
/// 4 pixels, as were found in Ryugu's grains [Pilorget2022].
public final class Composition {
  private static final int SHAPE = 2;
  private static final int HARMONICS = 6;

  /// The reflectance of the holder.
  static final double HOLDER = 0.004;

  /// A spot of one phase.
  public record Inclusion(
      Phase phase, double line, double sample, double radiusPixels, double share) {}

  private final int lines;
  private final int samples;
  private final double ohCentreUm;
  private final double[] amplitudes = new double[HARMONICS];
  private final double[] phases = new double[HARMONICS];
  private final double gradientRad;
  private final List<Inclusion> inclusions = new ArrayList<>();

  Composition(Settings settings) {
    lines = settings.lines();
    samples = settings.samples();
    SplittableRandom random = Draw.of(settings.seed(), SHAPE, 0);
    ohCentreUm = Draw.between(random, 2.708, 2.726);
    gradientRad = Draw.between(random, 0, 2 * Math.PI);
    for (int i = 0; i < HARMONICS; i++) {
      amplitudes[i] = 0.10 / (i + 1) * random.nextGaussian();
      phases[i] = Draw.between(random, 0, 2 * Math.PI);
    }
    scatter(random, Phase.CARBONATE, 5, 0.020, 0.6);
    scatter(random, Phase.AMMONIATED, 4, 0.016, 0.6);
    scatter(random, Phase.HYDRATED, 4, 0.007, 0.9);
  }

  private void scatter(
      SplittableRandom random, Phase phase, int count, double radius, double share) {
    double size = Math.min(lines, samples);
    for (int i = 0; i < count; i++) {
      double angle = Draw.between(random, 0, 2 * Math.PI);
      double far = Math.sqrt(random.nextDouble()) * 0.30 * size;
      inclusions.add(
          new Inclusion(
              phase,
              lines / 2.0 + far * Math.sin(angle),
              samples / 2.0 + far * Math.cos(angle),
              Math.max(1, radius * size * Draw.between(random, 0.7, 1.3)),
              share));
    }
  }

  /// The centre of the grain's OH band.
  public double ohCentreUm() {
    return ohCentreUm;
  }

  public List<Inclusion> inclusions() {
    return List.copyOf(inclusions);
  }

  /// Whether a pixel shows the grain.
  public boolean isGrain(int line, int sample) {
    double y = line - (lines - 1) / 2.0;
    double x = sample - (samples - 1) / 2.0;
    double angle = Math.atan2(y, x);
    double edge = 0.40;
    for (int i = 0; i < HARMONICS; i++) {
      edge += 0.40 * amplitudes[i] * Math.cos((i + 2) * angle + phases[i]);
    }
    return Math.hypot(x, y) < Math.clamp(edge, 0.25, 0.48) * Math.min(lines, samples);
  }

  /// The share of each phase in a pixel of the grain, by [Phase#number]; together 1.
  public void shares(int line, int sample, double[] into) {
    double along =
        ((line - lines / 2.0) * Math.sin(gradientRad)
                + (sample - samples / 2.0) * Math.cos(gradientRad))
            / Math.min(lines, samples);
    into[Phase.HYDRATED.number()] = 0.30 + 0.15 * along;
    into[Phase.ORGANIC.number()] = 0.12 - 0.06 * along;
    into[Phase.AMMONIATED.number()] = 0.01;
    into[Phase.CARBONATE.number()] = 0.01;
    into[Phase.OPAQUE.number()] = 0.56 - 0.09 * along;
    for (Inclusion spot : inclusions) {
      double distance = Math.hypot(line - spot.line(), sample - spot.sample());
      if (distance < spot.radiusPixels()) {
        for (int p = 0; p < into.length; p++) {
          into[p] *= 1 - spot.share();
        }
        into[spot.phase().number()] += spot.share();
      }
    }
  }
}
