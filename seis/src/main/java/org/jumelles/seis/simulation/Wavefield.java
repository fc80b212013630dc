package org.jumelles.seis.simulation;

import java.util.random.RandomGenerator;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.seis.event.EventType;

/// The ground velocity of one quake at the station: a P and an S packet, each a burst of
/// band-limited noise under an envelope that rises at once and decays as scattered energy does,
/// polarised at first and in all directions in its coda [Lognonne2020].
///
/// @param z up, from the P time on, in m/s
@SuppressWarnings("ArrayRecordComponent") // shared, never a key
record Wavefield(double[] z, double[] n, double[] e) {
  private static final double INCIDENCE_P = Math.toRadians(25);
  private static final double INCIDENCE_S = Math.toRadians(20);

  /// The ground below the station rings at 2.4 Hz with whatever passes [Dahmen2021].
  private static final double RING = 4;

  private static final double RING_LOW_HZ = 2.3;
  private static final double RING_HIGH_HZ = 2.5;

  /// Share of the amplitude that stays polarised, and for how long.
  private static final double POLARISED_SECONDS = 12;

  /// How a type sounds.
  ///
  /// @param riseSeconds of the envelope
  /// @param decaySeconds of the envelope's amplitude
  /// @param shear S over P in amplitude, where the magnitude does not fix both
  record Sound(double lowHz, double highHz, double riseSeconds, double decaySeconds, double shear) {
    static Sound of(EventType type) {
      return switch (type) {
        case LOW_FREQUENCY -> new Sound(0.15, 0.8, 3, 110, 1);
        case BROADBAND -> new Sound(0.15, 2.6, 3, 130, 1);
        case WIDEBAND -> new Sound(0.15, 8, 3, 130, 1);
        case HIGH_FREQUENCY -> new Sound(1.8, 5, 25, 180, 1.6);
        case RESONANCE_2_4_HZ -> new Sound(2.3, 2.5, 30, 180, 1.6);
        case VERY_HIGH_FREQUENCY -> new Sound(2, 9, 10, 120, 2.2);
        case SUPER_HIGH_FREQUENCY -> new Sound(5, 9, 1, 8, 1);
      };
    }
  }

  /// P on the vertical has mb(P), S on the stronger horizontal mb(S) for LF, BB, WB; for the others
  /// the S packet's vertical has M2.4 [Boese2021].
  static Wavefield of(Truth.Quake quake, double rateHz, RandomGenerator random) {
    Sound sound = Sound.of(quake.type());
    double seconds = quake.p().nanosUntil(quake.end()) / 1e9;
    double delay = quake.p().nanosUntil(quake.s()) / 1e9;
    int samples = (int) Math.ceil(seconds * rateHz);
    double[][] p = packet(quake, sound, rateHz, samples, 0, random);
    double[][] s = packet(quake, sound, rateHz, samples, delay, random);
    if (quake.type().isOfLowFrequencyFamily()) {
      scale(p, SizeScale.bodyP(quake) / SizeScale.bodyWave(p[0], rateHz));
      double horizontal =
          Math.max(SizeScale.bodyWave(s[1], rateHz), SizeScale.bodyWave(s[2], rateHz));
      scale(s, SizeScale.bodyS(quake) / horizontal);
    } else {
      int at = (int) ((delay + 2 * sound.riseSeconds) * rateHz);
      double factor = SizeScale.resonance(quake) / SizeScale.resonance(s[0], at, rateHz);
      scale(s, factor);
      scale(p, factor / sound.shear);
    }
    return new Wavefield(sum(p[0], s[0]), sum(p[1], s[1]), sum(p[2], s[2]));
  }

  private static double[][] packet(
      Truth.Quake quake,
      Sound sound,
      double rateHz,
      int samples,
      double delaySeconds,
      RandomGenerator random) {
    boolean shear = delaySeconds > 0;
    double[] direction = direction(quake, shear);
    double[] pulse = burst(sound, rateHz, samples, random);
    double[][] packet = new double[3][];
    for (int c = 0; c < 3; c++) {
      double[] scattered = burst(sound, rateHz, samples, random);
      packet[c] = new double[samples];
      for (int i = 0; i < samples; i++) {
        double t = i / rateHz - delaySeconds;
        if (t < 0) {
          continue;
        }
        double envelope =
            (1 - Math.exp(-t / (sound.riseSeconds / 2))) * Math.exp(-t / sound.decaySeconds);
        double polarised = Math.exp(-t / POLARISED_SECONDS);
        packet[c][i] =
            envelope
                * (2 * polarised * direction[c] * pulse[i] + 0.6 * (1 - polarised) * scattered[i]);
      }
    }
    return packet;
  }

  /// Up, north, east: P along the ray, S half SV and half SH, both from the back azimuth.
  private static double[] direction(Truth.Quake quake, boolean shear) {
    double azimuth = Math.toRadians(quake.backAzimuthDeg());
    double north = -Math.cos(azimuth);
    double east = -Math.sin(azimuth);
    if (!shear) {
      double across = Math.sin(INCIDENCE_P);
      return new double[] {Math.cos(INCIDENCE_P), across * north, across * east};
    }
    double radial = Math.cos(INCIDENCE_S) * Math.sqrt(0.5);
    double transverse = Math.sqrt(0.5);
    return new double[] {
      -Math.sin(INCIDENCE_S) * Math.sqrt(0.5),
      radial * north - transverse * east,
      radial * east + transverse * north
    };
  }

  private static double[] burst(Sound sound, double rateHz, int samples, RandomGenerator random) {
    double[] white = new double[samples];
    for (int i = 0; i < samples; i++) {
      white[i] = random.nextGaussian();
    }
    double high = Math.min(sound.highHz, 0.45 * rateHz);
    double[] burst = Filter.bandpass(2, sound.lowHz, high, rateHz).apply(white);
    double[] ringing = Filter.bandpass(1, RING_LOW_HZ, RING_HIGH_HZ, rateHz).apply(burst);
    for (int i = 0; i < samples; i++) {
      burst[i] += RING * ringing[i];
    }
    return burst;
  }

  private static void scale(double[][] packet, double factor) {
    for (double[] component : packet) {
      for (int i = 0; i < component.length; i++) {
        component[i] *= factor;
      }
    }
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
