package org.jumelles.iasi.column;

import java.util.List;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Defect;

/// What one retrieval starts from.
///
/// @param told where it is from
/// @param source in words
/// @param start settled for the pixel's line of sight
/// @param doubts of the state; they make a column doubtful
public record AirState(Told told, String source, GasRetrieval.Start start, List<Defect> doubts) {
  public AirState {
    doubts = List.copyOf(doubts);
  }

  /// A state that no sounding tells.
  public AirState(Origin origin, String source, GasRetrieval.Start start, List<Defect> doubts) {
    this(new Told(origin, start.surface(), Double.NaN, Double.NaN, 0), source, start, doubts);
  }

  /// What a product keeps of a state.
  ///
  /// @param distanceKm from the spectrum's place to the sounding's; NaN where there is none
  /// @param secondsApart between their times, without sign; likewise
  /// @param gaps what the sounding did not tell, as bits of [Gap]
  public record Told(
      Origin origin, Surface surface, double distanceKm, double secondsApart, int gaps) {}

  /// What a sounding did not tell, so that it came from elsewhere.
  public enum Gap {
    SURFACE_TEMPERATURE(1, "surface_temperature_of_lowest_level"),
    EMISSIVITY(2, "emissivity_not_in_sounding");

    private final int bit;
    private final String meaning;

    Gap(int bit, String meaning) {
      this.bit = bit;
      this.meaning = meaning;
    }

    /// A power of two.
    public int bit() {
      return bit;
    }

    /// One word of a product's `flag_meanings`.
    public String meaning() {
      return meaning;
    }
  }

  /// Who told the state.
  public enum Origin {
    SOUNDING(0, "sounding_product"),
    GIVEN(1, "given_profile"),
    STANDARD(2, "made_up_standard"),
    SIMULATION(3, "simulated_truth");

    /// Of a spectrum that was refused before it had a state.
    public static final int NONE = -1;

    private final int flag;
    private final String meaning;

    Origin(int flag, String meaning) {
      this.flag = flag;
      this.meaning = meaning;
    }

    /// In a product.
    public int flag() {
      return flag;
    }

    /// One word of a product's `flag_meanings`.
    public String meaning() {
      return meaning;
    }
  }
}
