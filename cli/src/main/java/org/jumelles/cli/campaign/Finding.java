package org.jumelles.cli.campaign;

import java.util.List;

/// What became of one kind of fault.
///
/// @param times how often it was made
/// @param losses what was lost or told wrongly, a sentence each; empty where the archive held
/// @param saw what a person at the terminal was told
/// @param skipped why it could not be made here; empty where it was
/// @param seconds that it took
public record Finding(
    String fault, int times, List<String> losses, String saw, String skipped, double seconds) {
  public Finding {
    losses = List.copyOf(losses);
  }

  static Finding skipped(String fault, String why) {
    return new Finding(fault, 0, List.of(), "", why, 0);
  }

  public boolean held() {
    return losses.isEmpty();
  }
}
