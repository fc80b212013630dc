package org.jumelles.pipeline.recipe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// One mission's steps over all that the archive holds of it.
public interface Chain {
  /// As the commands name it, such as `seis`.
  String name();

  /// A simulated day of the mission with its truth, for when there is nothing to take in.
  Work simulation(Day day);

  /// The names of the recipes that a run takes, in the order of the data's way.
  List<String> recipes();

  /// Makes whatever is not there yet.
  ///
  /// @throws IOException where the archive or the disk failed; what was stored before stays stored
  default Report run() throws IOException {
    return run(Selection.ALL);
  }

  /// Makes what is wanted and not there yet, and first what that is made of.
  ///
  /// @throws IOException where the archive or the disk failed; what was stored before stays stored
  Report run(Selection selection) throws IOException;

  /// All work that belongs to what the archive holds now, made or not, simulations included; the
  /// inputs of a step count only once they are made.
  List<Work> plan();

  /// Which day to simulate.
  record Day(long seed, Moment start, int seconds) {}

  /// What became of the steps.
  interface Report {
    /// By recipe name, in the order of the data's way.
    Map<String, Tally> steps();

    default Tally total() {
      return steps().values().stream().reduce(Tally.NOTHING, Tally::plus);
    }
  }
}
