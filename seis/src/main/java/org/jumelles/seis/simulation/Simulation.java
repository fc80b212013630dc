package org.jumelles.seis.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.body.Body;

/// Makes a stretch of counts of three oblique channels and keeps the truth.
///
/// Ground velocity in Z, N, E is noise plus quakes; it is projected on the three axes, passed
/// through the instrument's response in the frequency domain, joined by glitches and ticks, and
/// rounded. Single-threaded and without a clock: the same settings give the same counts.
///
/// @param truth what is in it
/// @param channels U, V, W
public record Simulation(Truth truth, List<Channel> channels) {
  public static final String NETWORK = "XX";
  public static final String STATION = "SIMLY";
  public static final String LOCATION = "02";
  public static final double SAMPLING_RATE_HZ = 20;
  private static final double SOL_SECONDS = Body.byDefault().days().solNanos() / 1e9;

  /// What to simulate.
  ///
  /// @param solFraction mission or true local mean solar time of the start in sols, such as 120.75
  /// @param seconds duration, 600 to 200,000
  /// @param quakes how many, at least one
  /// @param glitchesAnHour at least 0
  /// @param tickCounts height of the cross-talk each second, 0 for none
  public record Settings(
      long seed,
      Moment start,
      double solFraction,
      int seconds,
      int quakes,
      double glitchesAnHour,
      double tickCounts) {
    public Settings {
      if (seconds < 600 || seconds > 200_000) {
        throw new IllegalArgumentException("seconds " + seconds + " is outside 600 to 200000");
      }
      if (quakes < 1 || !(glitchesAnHour >= 0) || !(tickCounts >= 0) || !(solFraction >= 0)) {
        throw new IllegalArgumentException(
            "quakes "
                + quakes
                + ", glitchesAnHour "
                + glitchesAnHour
                + ", tickCounts "
                + tickCounts
                + ", solFraction "
                + solFraction);
      }
    }

    /// An Earth day from `start` on with six quakes, three glitches an hour, and ticks.
    public static Settings day(long seed, Moment start, double solFraction) {
      return new Settings(seed, start, solFraction, 86_400, 6, 3, 4);
    }
  }

  /// The counts of one axis; the array is shared, not copied.
  ///
  /// @param code SEED channel code, such as `BHU`
  @SuppressWarnings("ArrayRecordComponent") // shared, never a key
  public record Channel(String code, Instrument.Axis axis, Moment start, int[] counts) {}

  public Simulation {
    channels = List.copyOf(channels);
  }

  public static Simulation of(Settings settings) {
    Truth truth = Plan.of(settings);
    double[][] ground = noise(settings);
    for (int i = 0; i < truth.quakes().size(); i++) {
      Truth.Quake quake = truth.quakes().get(i);
      Wavefield waves = Wavefield.of(quake, SAMPLING_RATE_HZ, Draw.of(settings.seed(), 3, i));
      double from = settings.start().nanosUntil(quake.p()) / 1e9;
      add(waves.z(), from, ground[0]);
      add(waves.n(), from, ground[1]);
      add(waves.e(), from, ground[2]);
    }
    List<Channel> channels = new ArrayList<>();
    for (Instrument.Axis axis : Instrument.AXES) {
      int[] counts = counts(settings, truth, axis, ground);
      channels.add(new Channel("BH" + axis.code(), axis, settings.start(), counts));
    }
    return new Simulation(truth, channels);
  }

  private static int[] counts(
      Settings settings, Truth truth, Instrument.Axis axis, double[][] ground) {
    double[] velocity = new double[ground[0].length];
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = axis.along(ground[0][i], ground[1][i], ground[2][i]);
    }
    double sensitivity = axis.sensitivityCountsPerMPerS();
    double[] analog = Instrument.counts(velocity, SAMPLING_RATE_HZ, sensitivity);
    for (Truth.Glitch glitch : truth.glitches()) {
      if (glitch.channel().contains(axis.code())) {
        addGlitch(settings, glitch, sensitivity, analog);
      }
    }
    int[] counts = new int[analog.length];
    int second = (int) SAMPLING_RATE_HZ;
    for (int i = 0; i < counts.length; i++) {
      double tick = settings.tickCounts * Math.exp(-(i % second) / 2.0);
      counts[i] = (int) Math.rint(analog[i] + tick);
    }
    return counts;
  }

  private static void addGlitch(
      Settings settings, Truth.Glitch glitch, double sensitivity, double[] into) {
    double from = settings.start().nanosUntil(glitch.time()) / 1e9;
    int first = (int) Math.ceil(from * SAMPLING_RATE_HZ);
    int last = (int) Math.min(into.length, first + 90 * SAMPLING_RATE_HZ);
    for (int i = Math.max(0, first); i < last; i++) {
      into[i] +=
          glitch.accelerationMPerS2()
              * Instrument.stepCounts(i / SAMPLING_RATE_HZ - from, sensitivity);
    }
  }

  private static double[][] noise(Settings settings) {
    int samples = (int) (settings.seconds * SAMPLING_RATE_HZ);
    RandomGenerator gusts = Draw.of(settings.seed, 4, 0);
    double[] strength =
        Noise.windStrength(gusts, settings.seconds, settings.solFraction, SOL_SECONDS);
    double[][] noise = new double[3][];
    for (int c = 0; c < 3; c++) {
      boolean horizontal = c > 0;
      noise[c] =
          Noise.velocity(
              Draw.of(settings.seed, 5, c),
              samples,
              SAMPLING_RATE_HZ,
              f -> Noise.quiet(f, horizontal));
      double[] wind =
          Noise.velocity(
              Draw.of(settings.seed, 6, c),
              samples,
              SAMPLING_RATE_HZ,
              f -> Noise.wind(f, horizontal));
      for (int i = 0; i < samples; i++) {
        double t = i / SAMPLING_RATE_HZ;
        int second = (int) t;
        double w = strength[second] + (t - second) * (strength[second + 1] - strength[second]);
        noise[c][i] += w * wind[i];
      }
    }
    return noise;
  }

  private static void add(double[] wave, double fromSeconds, double[] into) {
    int from = (int) Math.ceil(fromSeconds * SAMPLING_RATE_HZ);
    for (int i = Math.max(0, -from); i < wave.length && from + i < into.length; i++) {
      into[from + i] += wave[i];
    }
  }
}
