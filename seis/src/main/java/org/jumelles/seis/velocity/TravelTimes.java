package org.jumelles.seis.velocity;

import edu.sc.seis.TauP.SeismicPhase;
import edu.sc.seis.TauP.SeismicPhaseFactory;
import edu.sc.seis.TauP.TauModel;
import edu.sc.seis.TauP.TauModelLoader;
import edu.sc.seis.TauP.TauPException;
import edu.sc.seis.TauP.VelocityModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// When the first wave of a phase arrives, through one model. Tables of rays are shot when first
/// asked for and kept, by phase and depth; safe for several threads.
public final class TravelTimes {
  private final VelocityProfile profile;
  private final TauModel model;
  private final Map<Double, TauModel> corrected = new ConcurrentHashMap<>();
  private final Map<Key, RayTable> tables = new ConcurrentHashMap<>();

  private record Key(String phase, double depthKm) {}

  private TravelTimes(VelocityProfile profile, TauModel model) {
    this.profile = profile;
    this.model = model;
  }

  /// Prepares a model: a quarter of a second. `Refused` where TauP cannot shoot rays through it.
  public static Outcome<TravelTimes> of(VelocityProfile profile) {
    try {
      VelocityModel speeds =
          VelocityModel.readNDFile(new StringReader(profile.toNd()), profile.name());
      return new Outcome.Good<>(new TravelTimes(profile, TauModelLoader.createTauModel(speeds)));
    } catch (TauPException | RuntimeException e) {
      return new Outcome.Refused<>(
          new Defect(
              profile.name(),
              new Place.Whole(),
              "layers",
              "TauP velocity model",
              String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public VelocityProfile profile() {
    return profile;
  }

  /// The earliest arrival of one phase; none in its shadow.
  ///
  /// @param phase as TauP names phases, such as `P`, `S`, `PP`, `SS`, `ScS`, `p`
  /// @param distanceDeg 0 to 180
  /// @param depthKm of the source, 0 to less than the core's
  /// @throws IllegalArgumentException where the model knows no such phase
  public Optional<Arrival> first(String phase, double distanceDeg, double depthKm) {
    if (!(distanceDeg >= 0 && distanceDeg <= 180)) {
      throw new IllegalArgumentException("a distance of " + distanceDeg + " degrees");
    }
    return table(phase, depthKm).first(distanceDeg);
  }

  /// The earliest direct wave, down or up, of one kind.
  public Optional<Arrival> direct(boolean shear, double distanceDeg, double depthKm) {
    Optional<Arrival> down = first(shear ? "S" : "P", distanceDeg, depthKm);
    if (depthKm == 0) {
      return down;
    }
    Optional<Arrival> up = first(shear ? "s" : "p", distanceDeg, depthKm);
    boolean isUp = up.isPresent() && (down.isEmpty() || up.get().seconds() < down.get().seconds());
    return isUp ? up : down;
  }

  private RayTable table(String phase, double depthKm) {
    if (!(depthKm >= 0 && depthKm < profile.coreKm())) {
      throw new IllegalArgumentException(
          "a depth of " + depthKm + " km; the core begins at " + profile.coreKm() + " km");
    }
    return tables.computeIfAbsent(new Key(phase, depthKm), this::shoot);
  }

  private RayTable shoot(Key key) {
    try {
      SeismicPhase rays =
          SeismicPhaseFactory.createPhase(key.phase(), at(key.depthKm()), key.depthKm());
      return RayTable.of(key.phase(), rays, profile);
    } catch (TauPException e) {
      throw new IllegalArgumentException("phase '" + key.phase() + "': " + e.getMessage(), e);
    }
  }

  private TauModel at(double depthKm) throws TauPException {
    TauModel known = corrected.get(depthKm);
    if (known != null) {
      return known;
    }
    TauModel made = model.depthCorrect(depthKm);
    corrected.put(depthKm, made);
    return made;
  }
}
