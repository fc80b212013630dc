package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.Transfer;
import org.jumelles.formats.stationxml.Units;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.Orientation;
import org.jumelles.seis.trace.Trace;

/// An instrument of three oblique sensors of 16 s on a bench, whose glitches are known.
final class Bench {
  static final double RATE_HZ = 10;
  static final Moment START = Utc.parse("2030-01-01T00:00:00");
  private static final double GAIN = 8e10;

  final List<Sensor> sensors = new ArrayList<>();
  final double[][] counts;

  Bench(long seed, int samples, double noiseCounts) {
    GlitchModel model = GlitchModel.of(response(), RATE_HZ);
    Random random = new Random(seed);
    counts = new double[3][samples];
    for (int c = 0; c < 3; c++) {
      String id = "FDSN:XX_BENCH__B_H_" + "UVW".charAt(c);
      sensors.add(new Sensor(new SourceId(id), model, new Orientation(135 - 120.0 * c + 360, -30)));
      for (int i = 0; i < samples; i++) {
        counts[c][i] = 40_000 * (c + 1) + noiseCounts * random.nextGaussian();
      }
    }
  }

  Bench with(double onset, double spikeS2, double... amplitudesMPerS2) {
    int whole = (int) Math.floor(onset);
    for (int c = 0; c < 3; c++) {
      GlitchModel model = sensors.get(c).model();
      int from = whole - model.before();
      JointFit.add(counts[c], from, model.glitch(onset - whole), amplitudesMPerS2[c]);
      JointFit.add(counts[c], from, model.spike(onset - whole), spikeS2 * amplitudesMPerS2[c]);
    }
    return this;
  }

  List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      traces.add(new Trace(sensors.get(c).id(), START, RATE_HZ, counts[c]));
    }
    return traces;
  }

  static ChannelResponse response() {
    double w = 2 * Math.PI / 16;
    Transfer.Head head =
        new Transfer.Head(Optional.empty(), new Units("m/s"), new Units("V"), Kept.NONE);
    double re = -0.9 * w;
    double im = w * Math.sqrt(1 - 0.81);
    Transfer sensor =
        new Transfer.PolesZeros(
            head,
            Transfer.PolesZerosType.LAPLACE_RADIANS,
            1,
            new Measure(1),
            List.of(root(0, 0), root(0, 0)),
            List.of(root(re, im), root(re, -im), root(-18, 18), root(-18, -18)));
    Response.Stage stage =
        new Response.Stage(
            1,
            Optional.of(sensor),
            Optional.empty(),
            Optional.of(new Response.Gain(GAIN * 648, 1, Kept.NONE)),
            Kept.NONE);
    return ChannelResponse.of(
        new Response(Optional.empty(), Optional.empty(), List.of(stage), Kept.NONE));
  }

  private static Transfer.PoleZero root(double re, double im) {
    return new Transfer.PoleZero(new Measure(re), new Measure(im), Kept.NONE);
  }
}
