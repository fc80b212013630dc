package org.jumelles.pipeline.recipe.iasi;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.simulation.SimulatedAir;
import org.jumelles.iasi.simulation.SimulatedState;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.iasi.transfer.Surface;

/// The state that each pixel of a granule starts from. Any number of threads may ask, until it is
/// closed.
sealed interface ColumnStates extends Closeable permits ColumnStates.OfSimulation, MeasuredStates {
  /// In words, for people and products.
  String source();

  /// Who told each part of the state, in words, by attribute of the product.
  Map<String, String> parts();

  /// The most layers that a state has.
  int layers();

  /// @param spectrum what to call it in a defect
  AirState of(GasRetrieval retrieval, String spectrum, ScanLine line, int pixel, double zenithDeg);

  @Override
  default void close() {}

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
    public Map<String, String> parts() {
      String told = "truth of the simulation, " + SpectraSimulationRecipe.STATES;
      return Map.of(
          "state_temperature",
          SimulatedAir.SOURCE,
          "state_surface_temperature",
          told,
          "state_emissivity",
          "black, as simulated",
          "state_gases",
          SimulatedAir.SOURCE);
    }

    @Override
    public int layers() {
      return SimulatedAir.seen(288, 0).layers().size();
    }

    @Override
    public AirState of(
        GasRetrieval retrieval, String spectrum, ScanLine line, int pixel, double zenithDeg) {
      StateFile.Row row = rows.get(StateFile.place(line.number(), pixel));
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
}
