package org.jumelles.seis.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.event.EventType;

/// Decides by chance what will happen in a simulated stretch: the truth, before any wave.
final class Plan {
  private static final double NANOS = 1e9;
  private static final double SOL_SECONDS = Body.byDefault().days().solNanos() / 1e9;

  /// Types in the order in which they are dealt out.
  private static final List<EventType> DEALT =
      List.of(
          EventType.BROADBAND,
          EventType.LOW_FREQUENCY,
          EventType.HIGH_FREQUENCY,
          EventType.RESONANCE_2_4_HZ,
          EventType.VERY_HIGH_FREQUENCY,
          EventType.WIDEBAND);

  private Plan() {}

  static Truth of(Simulation.Settings settings) {
    TravelTimes times = TravelTimes.ofDefault();
    List<Truth.Quake> quakes = new ArrayList<>();
    double room = (double) settings.seconds() / settings.quakes();
    for (int i = 0; i < settings.quakes(); i++) {
      RandomGenerator random = Draw.of(settings.seed(), 1, i);
      EventType type = DEALT.get(i % DEALT.size());
      double at = room * (i + Draw.between(random, 0.25, 0.5));
      quakes.add(quake(settings, times, type, i, at, random));
    }
    return new Truth(quakes, glitches(settings));
  }

  private static Truth.Quake quake(
      Simulation.Settings settings,
      TravelTimes times,
      EventType type,
      int index,
      double originSeconds,
      RandomGenerator random) {
    boolean low = type.isOfLowFrequencyFamily();
    double distance = low ? Draw.between(random, 25, 60) : Draw.between(random, 8, 25);
    double depth = low ? Draw.between(random, 15, 50) : 2;
    double magnitude = low ? Draw.between(random, 3.3, 4.0) : Draw.between(random, 2.3, 2.8);
    Moment origin = settings.start().plusNanos(Math.round(originSeconds * NANOS));
    Moment p = after(origin, times.seconds(false, !low, distance, depth));
    Moment s = after(origin, times.seconds(true, !low, distance, depth));
    Moment end = after(s, 5 * Wavefield.Sound.of(type).decaySeconds());
    double azimuth = Draw.between(random, 0, 360);
    double sol = settings.solFraction() * SOL_SECONDS + originSeconds;
    String name =
        String.format(
            Locale.ROOT, "X%04d%c", (int) Math.floor(sol / SOL_SECONDS), 'a' + index % 26);
    return new Truth.Quake(name, type, origin, p, s, end, distance, azimuth, depth, magnitude);
  }

  /// About one an hour on all three axes, and two an hour on one alone [Scholz2020].
  private static List<Truth.Glitch> glitches(Simulation.Settings settings) {
    List<Truth.Glitch> glitches = new ArrayList<>();
    int count = (int) Math.round(settings.glitchesAnHour() * settings.seconds() / 3600);
    for (int i = 0; i < count; i++) {
      RandomGenerator random = Draw.of(settings.seed(), 2, i);
      Moment time =
          settings.start().plusNanos((long) (random.nextDouble() * settings.seconds() * NANOS));
      String channel = List.of("UVW", "U", "V", "W").get(random.nextInt(4));
      double size = Math.pow(10, Draw.between(random, -8.5, -7)) * (random.nextBoolean() ? 1 : -1);
      glitches.add(new Truth.Glitch(time, channel, size));
    }
    glitches.sort(Comparator.comparing(Truth.Glitch::time));
    return glitches;
  }

  private static Moment after(Moment moment, double seconds) {
    return moment.plusNanos(Math.round(seconds * NANOS));
  }
}
