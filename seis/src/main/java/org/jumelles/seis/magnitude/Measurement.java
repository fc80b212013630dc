package org.jumelles.seis.magnitude;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.signal.Psd;
import org.jumelles.kernel.signal.Window;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.trace.Trace;

/// What is measured of one event: the windows, the distance, the type.
///
/// @param sigmaDeg of the distance; NaN where unknown
public record Measurement(Moment p, Moment s, double distanceDeg, double sigmaDeg, EventType type) {
  private static final double LEAST_OVERSAMPLING = 4;
  private static final int WELCH_SECONDS = 20;
  private static final int SIGNAL_SECONDS = 60;
  private static final int BODY_SECONDS = 30;
  private static final int NOISE_SECONDS = 120;
  private static final int GUARD_SECONDS = 5;

  public Measurement {
    if (!(distanceDeg > 0 && distanceDeg <= 180)) {
      throw new IllegalArgumentException("a distance of " + distanceDeg + " degrees");
    }
  }

  /// All magnitudes; `Refused` where S does not follow P, `Doubtful` where none could be measured.
  ///
  /// @param z up, `n` north and `e` east: displacement in m
  /// @param scale of the body
  public Outcome<Magnitudes> of(MagnitudeScale scale, Trace z, Trace n, Trace e) {
    if (!p.isBefore(s)) {
      return new Outcome.Refused<>(defect("S " + s + " is not after P " + p));
    }
    List<String> notes = new ArrayList<>();
    Optional<Magnitude> bodyP =
        peak(scale, z, p, notes)
            .map(amplitude -> scale.bodyP().ofAmplitude(amplitude, distanceDeg));
    Optional<Magnitude> bodyS =
        peak(scale, n, s, notes)
            .flatMap(north -> peak(scale, e, s, notes).map(east -> Math.max(north, east)))
            .map(amplitude -> scale.bodyS().ofAmplitude(amplitude, distanceDeg));
    Optional<SpectralFit> fit =
        type.isOfLowFrequencyFamily() ? line(scale.bands(), n, e) : peakOf(scale.bands(), z);
    if (fit.isEmpty()) {
      notes.add("mfb: too few frequencies with twice the noise, or no room for their windows");
    }
    Optional<Magnitude> mfb = fit.map(found -> spectral(scale, found));
    Optional<Magnitude> resonance = resonance(scale, z, notes);
    Optional<Magnitude> preferred =
        switch (type) {
          case LOW_FREQUENCY, BROADBAND, WIDEBAND, HIGH_FREQUENCY -> mfb;
          case RESONANCE_2_4_HZ, VERY_HIGH_FREQUENCY -> resonance;
          case SUPER_HIGH_FREQUENCY -> Optional.empty();
        };
    Magnitudes found = new Magnitudes(bodyP, bodyS, mfb, resonance, preferred, fit, notes);
    return preferred.isPresent()
        ? new Outcome.Good<>(found)
        : new Outcome.Doubtful<>(found, List.of(defect("no Mw of a " + type.shortName())));
  }

  private Magnitude spectral(MagnitudeScale scale, SpectralFit fit) {
    if (!type.isOfLowFrequencyFamily()) {
      return scale.spectralHighFrequency().ofLevel(fit.levelDb(), distanceDeg);
    }
    double sigmaLog =
        Double.isNaN(sigmaDeg) ? scale.sigmaLogDistance() : sigmaDeg / distanceDeg / Math.log(10);
    return scale.spectral(fit.levelDb(), fit.levelSigmaDb(), distanceDeg, sigmaLog);
  }

  /// Greatest displacement in the band of body waves, zero phase, in the 30 s from the pick on.
  private Optional<Double> peak(
      MagnitudeScale scale, Trace trace, Moment pick, List<String> notes) {
    MagnitudeScale.Range body = scale.bands().body();
    if (trace.samplingRateHz() < LEAST_OVERSAMPLING * body.highHz()) {
      notes.add("mb: " + trace.samplingRateHz() + " Hz is too slow");
      return Optional.empty();
    }
    Filter filter = Filter.bandpass(4, body.lowHz(), body.highHz(), trace.samplingRateHz());
    Trace band = trace.withSamples(filter.applyZeroPhase(trace.samples()));
    Trace window = cut(band, pick, -GUARD_SECONDS, BODY_SECONDS);
    double greatest = 0;
    for (double value : window.samples()) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    if (window.count() < BODY_SECONDS * trace.samplingRateHz() || !(greatest > 0)) {
      notes.add("mb: no motion of " + trace.id().nslc() + " at " + pick);
      return Optional.empty();
    }
    return Optional.of(greatest);
  }

  /// The stronger horizontal's, from S on.
  private Optional<SpectralFit> line(MagnitudeScale.Bands bands, Trace n, Trace e) {
    MagnitudeScale.Range band = type == EventType.LOW_FREQUENCY ? bands.low() : bands.broad();
    Optional<SpectralFit> north = line(n, band);
    Optional<SpectralFit> east = line(e, band);
    boolean isEast =
        north.isEmpty() || (east.isPresent() && east.get().levelDb() > north.get().levelDb());
    return isEast ? east : north;
  }

  private Optional<SpectralFit> line(Trace trace, MagnitudeScale.Range band) {
    return density(signal(trace, s))
        .flatMap(
            signal ->
                density(noise(trace))
                    .flatMap(
                        noise -> SpectralFit.line(signal, noise, band.lowHz(), band.highHz())));
  }

  private Optional<SpectralFit> peakOf(MagnitudeScale.Bands bands, Trace z) {
    return density(signal(z, s))
        .flatMap(
            signal -> density(noise(z)).flatMap(noise -> SpectralFit.peak(signal, noise, bands)));
  }

  /// The greatest density about the resonance on the vertical, from S on.
  private Optional<Magnitude> resonance(MagnitudeScale scale, Trace z, List<String> notes) {
    MagnitudeScale.Range band = scale.bands().resonance();
    Optional<Psd> signal = density(signal(z, s));
    Optional<Psd> noise = density(noise(z));
    double greatest = 0;
    if (signal.isPresent() && noise.isPresent()) {
      double[] density = signal.get().density();
      for (int k = 0; k < density.length; k++) {
        double f = signal.get().frequenciesHz()[k];
        boolean isClear = density[k] > 2 * noise.get().density()[k];
        greatest =
            f >= band.lowHz() && f <= band.highHz() && isClear
                ? Math.max(greatest, density[k])
                : greatest;
      }
    }
    if (!(greatest > 0)) {
      notes.add("m24: 2.4 Hz does not stand out of the noise");
      return Optional.empty();
    }
    return Optional.of(scale.resonance().ofLevel(10 * Math.log10(greatest), distanceDeg));
  }

  private Trace signal(Trace trace, Moment pick) {
    return cut(trace, pick, -GUARD_SECONDS, SIGNAL_SECONDS);
  }

  private Trace noise(Trace trace) {
    return cut(trace, p, -NOISE_SECONDS - GUARD_SECONDS, -GUARD_SECONDS);
  }

  private static Trace cut(Trace trace, Moment at, int fromSeconds, int toSeconds) {
    return trace.slice(
        new Span(
            at.plusNanos(fromSeconds * 1_000_000_000L), at.plusNanos(toSeconds * 1_000_000_000L)));
  }

  /// By Welch over 20 s; none where not two segments fit.
  private static Optional<Psd> density(Trace cut) {
    int segment = (int) Math.round(WELCH_SECONDS * cut.samplingRateHz());
    if (cut.count() < 2 * segment || segment < 8) {
      return Optional.empty();
    }
    return Optional.of(
        Psd.welch(cut.samples(), cut.samplingRateHz(), Window.hann(segment), segment / 2));
  }

  private static Defect defect(String found) {
    return new Defect("event", new Place.Whole(), "magnitude", "Boese 2021", found);
  }
}
