package org.jumelles.iasi.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.sounding.SoundingState;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// Makes what a sounding product says near a spectrum into the state of a retrieval. What the
/// product lacks of the ground comes from elsewhere, and the state tells so. Any number of threads
/// may use one.
///
/// @param otherwise the ground below an atmosphere, as far as the sounding tells nothing of it
/// @param mostCloudPercent more cloud in the sounding makes a column doubtful
public record SoundedAir(
    GasRetrieval retrieval, Function<Atmosphere, Surface> otherwise, double mostCloudPercent) {

  /// No state has more layers: neighbours that together span less than a ratio of pressures, 1.3
  /// below 100 hPa and 2.2 above, are one, and a sounding has no level above 0.001 hPa.
  public static final int MOST_LAYERS = 52;

  /// @param spectrum what to call it in a defect
  /// @param near of the sounding
  /// @param zenithDeg under which the spectrum was seen
  public AirState of(String spectrum, SoundingState near, double zenithDeg) {
    Atmosphere air = Layering.DEFAULT.cut(near.profile(), zenithDeg).merged();
    String source = near.profile().source();
    Surface other = otherwise.apply(air);
    int gaps = 0;
    double kelvin = near.surfaceK();
    double emissivity = near.emissivity();
    if (Double.isNaN(kelvin)) {
      kelvin = other.temperatureK();
      gaps |= AirState.Gap.SURFACE_TEMPERATURE.bit();
      source += "; ground as warm as the lowest level";
    }
    if (Double.isNaN(emissivity)) {
      emissivity = other.emissivity();
      gaps |= AirState.Gap.EMISSIVITY.bit();
      source += "; emissivity " + emissivity + ", not in the product";
    }
    Surface surface = new Surface(kelvin, emissivity);
    return new AirState(
        new AirState.Told(
            AirState.Origin.SOUNDING, surface, near.distanceKm(), near.seconds(), gaps),
        source,
        retrieval.start(new Atmosphere(source, air.zenithDeg(), air.layers()), surface),
        doubts(spectrum, near));
  }

  private List<Defect> doubts(String spectrum, SoundingState near) {
    List<Defect> doubts = new ArrayList<>();
    if (near.cloudPercent() > mostCloudPercent) {
      doubts.add(
          new Defect(
              spectrum,
              new Place.Whole(),
              "FRACTIONAL_CLOUD_COVER of the sounding",
              "a clear sky",
              String.format(Locale.ROOT, "%.0f %% cloud", near.cloudPercent())));
    }
    return doubts;
  }
}
