package org.jumelles.iasi.column;

import java.util.List;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.kernel.outcome.Defect;

/// What one retrieval starts from.
///
/// @param source in words
/// @param start settled for the pixel's line of sight
/// @param doubts of the state; they make a column doubtful
public record AirState(
    Origin origin, String source, GasRetrieval.Start start, List<Defect> doubts) {
  public AirState {
    doubts = List.copyOf(doubts);
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
