package org.jumelles.seis.simulation;

import java.util.List;
import java.util.Optional;
import org.jumelles.formats.stationxml.BaseNode;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Epoch;
import org.jumelles.formats.stationxml.Equipment;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.Position;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.Site;
import org.jumelles.formats.stationxml.Station;
import org.jumelles.formats.stationxml.Transfer;
import org.jumelles.formats.stationxml.Transfer.PoleZero;
import org.jumelles.formats.stationxml.Units;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.event.CandidateQuakeMl;

/// The metadata of the simulated station, exactly those that made the counts.
public final class SimulatedStation {
  private static final double ELEVATION_M = -2613;
  private static final double COUNTS_PER_VOLT = 335_544;
  private static final Units VELOCITY = new Units("m/s");
  private static final Units VOLT = new Units("V");
  private static final Units COUNTS = new Units("counts");

  private SimulatedStation() {}

  /// An inventory of `XX.SIMLY.02.BHU`, `BHV` and `BHW`, open at the end.
  ///
  /// @param start of the epoch, and what the document gives as its time of making
  public static Inventory inventory(Moment start) {
    Epoch epoch = new Epoch(Optional.of(start), Optional.empty());
    Body body = Body.byDefault();
    CandidateQuakeMl.Place place =
        body.place(Simulation.NETWORK, Simulation.STATION)
            .orElseThrow(() -> new AssertionError("the file tells where it stands"));
    Position position =
        new Position(
            new Measure(place.latitudeDeg()),
            new Measure(place.longitudeDeg()),
            new Measure(ELEVATION_M));
    List<Channel> channels =
        Instrument.AXES.stream().map(axis -> channel(axis, epoch, position)).toList();
    Site site =
        new Site(
            "Simulated station on " + body.title(), Optional.empty(), Optional.empty(), Kept.NONE);
    Station station =
        new Station(node(Simulation.STATION, epoch), position, site, channels, Kept.NONE);
    Network network = new Network(node(Simulation.NETWORK, epoch), List.of(station), Kept.NONE);
    return new Inventory(
        "1.2", "Jumelles simulator", Optional.empty(), start, List.of(network), Kept.NONE);
  }

  private static BaseNode node(String code, Epoch epoch) {
    return new BaseNode(
        code, epoch, Optional.of("open"), Optional.of("simulated, not a measurement"));
  }

  private static Channel channel(Instrument.Axis axis, Epoch epoch, Position position) {
    Equipment sensor =
        new Equipment(
            Optional.of("simulated VBB"),
            Optional.of("two zeros, one pair of poles"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Kept.NONE);
    return new Channel(
        new BaseNode("BH" + axis.code(), epoch, Optional.of("open"), Optional.empty()),
        Simulation.LOCATION,
        position,
        new Measure(0),
        Optional.of(new Measure(axis.azimuthDeg())),
        Optional.of(new Measure(axis.dipDeg())),
        Optional.of(new Measure(Simulation.SAMPLING_RATE_HZ)),
        Optional.of(sensor),
        Optional.empty(),
        Optional.of(response(axis)),
        Kept.NONE);
  }

  private static Response response(Instrument.Axis axis) {
    double sensitivity = axis.sensitivityCountsPerMPerS();
    double at = Instrument.NORMALISATION_HZ;
    Response.Stage analog =
        new Response.Stage(
            1,
            Optional.of(polesZeros()),
            Optional.empty(),
            Optional.of(new Response.Gain(sensitivity / COUNTS_PER_VOLT, at, Kept.NONE)),
            Kept.NONE);
    Response.Decimation sampling =
        new Response.Decimation(
            new Measure(Simulation.SAMPLING_RATE_HZ),
            1,
            0,
            new Measure(0),
            new Measure(0),
            Kept.NONE);
    Transfer digitiser =
        new Transfer.Coefficients(
            head(VOLT, COUNTS), Transfer.CoefficientsType.DIGITAL, List.of(), List.of());
    Response.Stage digital =
        new Response.Stage(
            2,
            Optional.of(digitiser),
            Optional.of(sampling),
            Optional.of(new Response.Gain(COUNTS_PER_VOLT, 0, Kept.NONE)),
            Kept.NONE);
    return new Response(
        Optional.of(new Response.Sensitivity(sensitivity, at, VELOCITY, COUNTS, Kept.NONE)),
        Optional.empty(),
        List.of(analog, digital),
        Kept.NONE);
  }

  private static Transfer polesZeros() {
    double re = Instrument.POLE_REAL;
    double im = Instrument.POLE_IMAGINARY;
    return new Transfer.PolesZeros(
        head(VELOCITY, VOLT),
        Transfer.PolesZerosType.LAPLACE_RADIANS,
        Instrument.normalisation(),
        new Measure(Instrument.NORMALISATION_HZ),
        List.of(root(0, 0, 0), root(1, 0, 0)),
        List.of(root(0, re, im), root(1, re, -im)));
  }

  private static PoleZero root(int number, double re, double im) {
    Kept numbered =
        new Kept(List.of(new XmlAttribute("number", Integer.toString(number))), List.of());
    return new PoleZero(new Measure(re), new Measure(im), numbered);
  }

  private static Transfer.Head head(Units in, Units out) {
    return new Transfer.Head(Optional.empty(), in, out, Kept.NONE);
  }
}
