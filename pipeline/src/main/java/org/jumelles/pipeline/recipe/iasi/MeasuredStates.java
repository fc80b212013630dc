package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.column.SoundedAir;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.sounding.SoundingIndex;
import org.jumelles.iasi.sounding.SoundingState;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.iasi.transfer.Emissivity;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.EmissivityContents;
import org.jumelles.pipeline.ingest.ProfileContents;
import org.jumelles.pipeline.ingest.SoundingContents;

/// The states of measured spectra: the nearest sounding of any of the products, where one is near;
/// else one profile for all pixels, the user's or a made-up standard, which makes a column
/// doubtful.
final class MeasuredStates implements ColumnStates {
  /// Zenith angles are rounded to a quarter of a degree: 0.7 % of the path at 58 degrees.
  private static final double STEPS_A_DEGREE = 4;

  private static final double MOST_CLOUD_PERCENT = 10;

  private final Arena arena = Arena.ofShared();
  private final List<SoundingIndex> soundings = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final double wavenumberPerCm;
  private Profile profile = StandardProfile.make();
  private boolean given;
  private Emissivity emissivity = Emissivity.BLACK;
  private final Atmosphere nadir;
  private final ConcurrentHashMap<Integer, GasRetrieval.Start> starts = new ConcurrentHashMap<>();

  /// @param chosen soundings, a profile, an emissivity; others are passed over
  /// @throws MalformedDataException where one of them cannot be read any more
  static MeasuredStates read(Archive archive, List<Found> chosen, double wavenumberPerCm)
      throws IOException {
    return new MeasuredStates(archive, chosen, wavenumberPerCm);
  }

  private MeasuredStates(Archive archive, List<Found> chosen, double wavenumberPerCm)
      throws IOException {
    this.wavenumberPerCm = wavenumberPerCm;
    boolean opened = false;
    try {
      List<Found> sorted = new ArrayList<>(chosen);
      sorted.sort(Comparator.comparing(found -> found.product().sha256Hex()));
      for (Found found : sorted) {
        take(archive, found);
      }
      this.nadir = Layering.DEFAULT.cut(profile, 0).merged();
      opened = true;
    } finally {
      if (!opened) {
        arena.close();
      }
    }
  }

  private void take(Archive archive, Found found) throws IOException {
    switch (found.entry().kind()) {
      case SoundingContents.KIND -> {
        soundings.add(needed(SoundingIndex.read(bytes(archive, found, arena))));
        names.add(found.entry().key() + " (" + found.product().sha256Hex() + ")");
      }
      case ProfileContents.KIND -> {
        try (Arena once = Arena.ofConfined()) {
          profile = needed(Profile.of(needed(ProfileTable.read(bytes(archive, found, once)))));
          given = true;
        }
      }
      case EmissivityContents.KIND -> {
        try (Arena once = Arena.ofConfined()) {
          emissivity = EmissivityContents.read(bytes(archive, found, once));
        }
      }
      default -> {}
    }
  }

  private static Bytes bytes(Archive archive, Found found, Arena arena) throws IOException {
    return Bytes.map(archive.path(found.product(), found.entry().payload()), arena);
  }

  private static <T> T needed(Outcome<T> outcome) {
    return outcome
        .found()
        .orElseThrow(() -> new MalformedDataException(outcome.defects().getFirst()));
  }

  @Override
  public String source() {
    return soundings.isEmpty()
        ? nadir.source()
        : "soundings within %.0f km and %.0f minutes; elsewhere "
                .formatted(StateChoice.LIMITS.km(), StateChoice.LIMITS.seconds() / 60)
            + nadir.source();
  }

  @Override
  public Map<String, String> parts() {
    String sounded = String.join(", ", names);
    String first = soundings.isEmpty() ? "" : sounded + "; elsewhere ";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("state_temperature", first + nadir.source());
    parts.put("state_humidity", first + nadir.source());
    parts.put("state_surface_temperature", first + "lowest level of " + nadir.source());
    parts.put("state_emissivity", first + emissivity.source());
    parts.put("state_other_gases", nadir.source());
    return parts;
  }

  @Override
  public int layers() {
    int own = nadir.layers().size();
    return soundings.isEmpty() ? own : Math.max(own, SoundedAir.MOST_LAYERS);
  }

  @Override
  public AirState of(
      GasRetrieval retrieval, String spectrum, ScanLine line, int pixel, double zenithDeg) {
    return near(line, pixel)
        .map(
            near ->
                new SoundedAir(retrieval, this::ground, MOST_CLOUD_PERCENT)
                    .of(spectrum, near, zenithDeg))
        .orElseGet(() -> without(retrieval, spectrum, zenithDeg));
  }

  /// Of all products; they are read by one thread at a time.
  private Optional<SoundingState> near(ScanLine line, int pixel) {
    Moment time = line.views()[pixel / ScanLine.PIXELS_PER_VIEW];
    double latitude = line.geometry().latitudeDeg()[pixel];
    double longitude = line.geometry().longitudeDeg()[pixel];
    Optional<SoundingState> nearest = Optional.empty();
    synchronized (soundings) {
      for (SoundingIndex index : soundings) {
        Optional<SoundingState> one =
            index.nearest(latitude, longitude, time, StateChoice.LIMITS, wavenumberPerCm, profile);
        if (one.isPresent()
            && (nearest.isEmpty() || one.get().distanceKm() < nearest.get().distanceKm())) {
          nearest = one;
        }
      }
    }
    return nearest;
  }

  private Surface ground(Atmosphere air) {
    return new Surface(air.groundTemperatureK(), emissivity.at(wavenumberPerCm));
  }

  private AirState without(GasRetrieval retrieval, String spectrum, double zenithDeg) {
    GasRetrieval.Start start =
        starts.computeIfAbsent(
            (int) Math.round(zenithDeg * STEPS_A_DEGREE),
            at -> retrieval.start(nadir.seenAt(at / STEPS_A_DEGREE), ground(nadir)));
    List<Defect> doubts = new ArrayList<>();
    if (!given) {
      doubts.add(
          new Defect(
              spectrum,
              new Place.Whole(),
              "state of the air",
              "a state to start from",
              soundings.isEmpty()
                  ? "none given; a made-up standard was taken"
                  : "no sounding is near; a made-up standard was taken"));
    }
    return new AirState(
        given ? AirState.Origin.GIVEN : AirState.Origin.STANDARD, nadir.source(), start, doubts);
  }

  @Override
  public void close() {
    arena.close();
  }
}
