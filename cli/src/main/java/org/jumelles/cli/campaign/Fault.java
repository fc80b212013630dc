package org.jumelles.cli.campaign;

import java.io.IOException;

/// One way to harm an archive, and the check that nothing came of it.
interface Fault {
  /// What is done, in a few words.
  String name();

  /// Makes the fault as often as the ground asks and time is left.
  void make(Ground ground, Notes notes) throws IOException, InterruptedException;
}
