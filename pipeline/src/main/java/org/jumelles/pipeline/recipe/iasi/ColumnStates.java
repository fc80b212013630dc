package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.simulation.SimulatedAir;
import org.jumelles.iasi.simulation.SimulatedState;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// The state that each pixel of a granule starts from: the simulation's own, the user's profile, or
/// a
/// made-up standard, which makes a column doubtful. Any number of threads may ask.
sealed interface ColumnStates {
  /// Zenith angles are rounded to a quarter of a degree: 0.7 % of the path at 58 degrees.
  double STEPS_A_DEGREE = 4;

  /// In words, for people and products.
  String source();

  /// The most layers that a state has.
  int layers();

  /// What a product was made from besides spectra and table.
  List<Identity> inputs();

  /// @param place of the pixel: see [StateFile#place]
  AirState of(GasRetrieval retrieval, String spectrum, int place, double zenithDeg);

  /// The truth of simulated spectra, but for the gas.
  record OfSimulation(Map<Integer, StateFile.Row> rows) implements ColumnStates {
    static OfSimulation read(Archive archive, Found granule) throws IOException {
      return new OfSimulation(
          StateFile.read(archive.path(granule.product(), SpectraSimulationRecipe.STATES)));
    }

    @Override
    public String source() {
      return SimulatedAir.SOURCE;
    }

    @Override
    public int layers() {
      return SimulatedAir.seen(288, 0).layers().size();
    }

    @Override
    public List<Identity> inputs() {
      return List.of();
    }

    @Override
    public AirState of(GasRetrieval retrieval, String spectrum, int place, double zenithDeg) {
      StateFile.Row row = rows.get(place);
      if (row == null) {
        throw new IllegalArgumentException("the simulation tells no state of " + spectrum);
      }
      SimulatedState state = row.state();
      Atmosphere air = SimulatedAir.seen(state.groundK(), zenithDeg);
      return new AirState(
          AirState.Origin.SIMULATION,
          source(),
          retrieval.start(air, new Surface(state.surfaceK(), 1)),
          List.of());
    }
  }

  /// One profile for all pixels.
  ///
  /// @param given false where it is the made-up standard
  record OfProfile(
      Atmosphere nadir,
      boolean given,
      List<Identity> inputs,
      ConcurrentHashMap<Integer, GasRetrieval.Start> starts)
      implements ColumnStates {

    static OfProfile of(Profile profile, boolean given, List<Identity> inputs) {
      return new OfProfile(
          Layering.DEFAULT.cut(profile, 0).merged(), given, inputs, new ConcurrentHashMap<>());
    }

    /// @throws MalformedDataException where the file is no profile any more
    static OfProfile read(Archive archive, Optional<Found> profile) throws IOException {
      if (profile.isEmpty()) {
        return of(StandardProfile.make(), false, List.of());
      }
      Found found = profile.get();
      try (Arena arena = Arena.ofConfined()) {
        Bytes bytes = Bytes.map(archive.path(found.product(), found.entry().payload()), arena);
        Profile read = needed(Profile.of(needed(ProfileTable.read(bytes))));
        return of(read, true, List.of(found.product()));
      }
    }

    private static <T> T needed(Outcome<T> outcome) {
      return outcome
          .found()
          .orElseThrow(() -> new MalformedDataException(outcome.defects().getFirst()));
    }

    @Override
    public String source() {
      return nadir.source();
    }

    @Override
    public int layers() {
      return nadir.layers().size();
    }

    @Override
    public AirState of(GasRetrieval retrieval, String spectrum, int place, double zenithDeg) {
      GasRetrieval.Start start =
          starts.computeIfAbsent(
              (int) Math.round(zenithDeg * STEPS_A_DEGREE),
              at ->
                  retrieval.start(
                      nadir.seenAt(at / STEPS_A_DEGREE),
                      new Surface(nadir.groundTemperatureK(), 1)));
      List<Defect> doubts = new ArrayList<>();
      if (!given) {
        doubts.add(
            new Defect(
                spectrum,
                new Place.Whole(),
                "state of the air",
                "a state to start from",
                "none given; a made-up standard was taken"));
      }
      return new AirState(
          given ? AirState.Origin.GIVEN : AirState.Origin.STANDARD, source(), start, doubts);
    }
  }
}
