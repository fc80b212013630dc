package org.jumelles.ryugu.simulation;

import java.util.Objects;
import java.util.SplittableRandom;

/// Frames of a simulated grain, pixel by pixel; the same pixel is the same whenever it is asked
/// for.
public final class GrainSimulation {
  /// Which frames.
  public enum Frames {
    /// The grain, lit.
    RAW(0),
    /// Without light, exposed as RAW.
    DARK(1),
    /// The reference, lit, exposed less by [Instrument#EXPOSURE_RATIO].
    WHITE(2),
    /// Without light, exposed as WHITE.
    WHITE_DARK(3);

    private final int number;

    Frames(int number) {
      this.number = number;
    }
  }

  private static final int TUNING = 10;
  private static final int NOISE = 20;
  private static final int SPIKES = 30;
  private static final double SPIKES_A_READING = 2e-6;

  private final Settings settings;
  private final Instrument instrument;
  private final Composition composition;
  private final double[] micrometres;
  private final double[][] tuningPerCm = new double[Frames.values().length][];

  private GrainSimulation(Settings settings) {
    this.settings = settings;
    this.instrument = new Instrument(settings);
    this.composition = new Composition(settings);
    double[] channels = Instrument.wavenumbersPerCm();
    micrometres = new double[channels.length];
    for (int b = 0; b < channels.length; b++) {
      micrometres[b] = 1e4 / channels[b];
    }
    for (Frames frames : Frames.values()) {
      SplittableRandom random = Draw.of(settings.seed(), TUNING + frames.number, 0);
      double[] offsets = new double[channels.length];
      for (int b = 0; b < offsets.length; b++) {
        double sigma = settings.tuningSigmaPerCm();
        offsets[b] =
            (frames == Frames.WHITE ? sigma / Math.sqrt(Instrument.AVERAGED) : sigma)
                * random.nextGaussian();
      }
      tuningPerCm[frames.number] = offsets;
    }
  }

  public static GrainSimulation of(Settings settings) {
    return new GrainSimulation(settings);
  }

  public Settings settings() {
    return settings;
  }

  public Instrument instrument() {
    return instrument;
  }

  public Composition composition() {
    return composition;
  }

  /// The nominal wavelength of each channel.
  public double[] micrometres() {
    return micrometres.clone();
  }

  public int bands() {
    return micrometres.length;
  }

  /// How far each frame's light was from its channel, cm-1.
  public double[] tuningPerCm(Frames frames) {
    return tuningPerCm[frames.number].clone();
  }

  /// Counts of some pixels, pixel after pixel, channel after channel. RAW is whole numbers up to
  /// [Instrument#SATURATION_DN]; the others are means.
  ///
  /// @param into at least `count` x [#bands] long
  public void read(Frames frames, long firstPixel, int count, float[] into) {
    Objects.checkFromIndexSize(firstPixel, count, (long) settings.pixels());
    Light light = new Light(tuned(frames));
    double[] shares = new double[Phase.values().length];
    for (int i = 0; i < count; i++) {
      pixel(frames, light, firstPixel + i, shares, into, i * micrometres.length);
    }
  }

  /// The reflectance factor of some pixels without any noise, in the nominal channels.
  public void truth(long firstPixel, int count, float[] into) {
    Objects.checkFromIndexSize(firstPixel, count, (long) settings.pixels());
    Light light = new Light(micrometres);
    double[] shares = new double[Phase.values().length];
    for (int i = 0; i < count; i++) {
      boolean grain = shares(firstPixel + i, shares);
      for (int b = 0; b < micrometres.length; b++) {
        into[i * micrometres.length + b] = (float) light.reflectance(grain, shares, b);
      }
    }
  }

  /// Whether a pixel shows the grain, and then the share of each phase.
  public boolean shares(long pixel, double[] into) {
    int line = (int) (pixel / settings.samples());
    int sample = (int) (pixel % settings.samples());
    boolean grain = composition.isGrain(line, sample);
    if (grain) {
      composition.shares(line, sample, into);
    } else {
      java.util.Arrays.fill(into, 0);
    }
    return grain;
  }

  /// Whether a pixel answers to no light.
  public boolean isDead(long pixel) {
    return instrument.of(pixel).response() == 0;
  }

  /// The channel of a raw pixel that a particle hit; -1 for none.
  public int spikedChannel(long pixel) {
    SplittableRandom random = Draw.of(settings.seed(), SPIKES, pixel);
    boolean hit = random.nextDouble() < SPIKES_A_READING * micrometres.length;
    return hit ? random.nextInt(micrometres.length) : -1;
  }

  private double[] tuned(Frames frames) {
    double[] tuned = new double[micrometres.length];
    for (int b = 0; b < tuned.length; b++) {
      tuned[b] = 1e4 / (1e4 / micrometres[b] + tuningPerCm[frames.number][b]);
    }
    return tuned;
  }

  private void pixel(
      Frames frames, Light light, long pixel, double[] shares, float[] into, int at) {
    Instrument.Peculiarity own = instrument.of(pixel);
    SplittableRandom random = Draw.of(settings.seed(), NOISE + frames.number, pixel);
    boolean grain = frames == Frames.RAW && shares(pixel, shares);
    int spiked = frames == Frames.RAW ? spikedChannel(pixel) : -1;
    boolean white = frames == Frames.WHITE || frames == Frames.WHITE_DARK;
    double exposure = white ? 1 / Instrument.EXPOSURE_RATIO : 1;
    int averaged = frames == Frames.RAW ? 1 : Instrument.AVERAGED;
    for (int b = 0; b < micrometres.length; b++) {
      double reflectance =
          switch (frames) {
            case RAW -> light.reflectance(grain, shares, b);
            case WHITE -> Instrument.reference(light.micrometres[b]);
            case DARK, WHITE_DARK -> 0;
          };
      double electrons =
          exposure * (own.darkE() + own.response() * reflectance * light.electrons[b]);
      double counts = instrument.counts(random, electrons, averaged);
      if (b == spiked) {
        counts += 20_000;
      }
      into[at + b] =
          frames == Frames.RAW
              ? (float) Math.clamp(Math.rint(counts), 0, Instrument.SATURATION_DN)
              : (float) counts;
    }
  }

  /// What the lamp gives and the phases return in each channel.
  private final class Light {
    private final double[] micrometres;
    private final double[] electrons;
    private final double[][] albedos;

    Light(double[] micrometres) {
      this.micrometres = micrometres;
      electrons = new double[micrometres.length];
      albedos = new double[Phase.values().length][micrometres.length];
      for (int b = 0; b < micrometres.length; b++) {
        electrons[b] = instrument.electrons(micrometres[b]);
        for (Phase phase : Phase.values()) {
          albedos[phase.number()][b] =
              Mixing.albedo(phase.reflectance(micrometres[b], composition.ohCentreUm()));
        }
      }
    }

    double reflectance(boolean grain, double[] shares, int b) {
      if (!grain) {
        return Composition.HOLDER;
      }
      double albedo = 0;
      for (int p = 0; p < shares.length; p++) {
        albedo += shares[p] * albedos[p][b];
      }
      return Mixing.reflectance(albedo);
    }
  }
}
