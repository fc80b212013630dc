package org.jumelles.cli.archive;

import picocli.CommandLine.Option;

/// Whether the seismometer's chain takes the cross-talk of each second off.
public final class TickOption {
  @Option(
      names = "--remove-ticks",
      description = {
        "Take the 1 Hz cross-talk off the seismometer's counts before they become motion, where it",
        "stands out of the noise. An archive where it once was taken off stays so."
      })
  private boolean isRemoved;

  public boolean isRemoved() {
    return isRemoved;
  }
}
