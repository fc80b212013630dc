package org.jumelles.service.seedlink;

import java.util.List;

/// What the server does about a line.
sealed interface Reaction {
  /// Nothing is said: an empty line, or a command in batch mode.
  record Silent() implements Reaction {}

  /// A line, without its end.
  record Say(String line) implements Reaction {}

  /// The two lines of HELLO.
  record Greet() implements Reaction {}

  /// @param item such as `STREAMS`
  /// @param patterns of station and stream, where given
  record Inform(String item, List<String> patterns) implements Reaction {
    public Inform {
      patterns = List.copyOf(patterns);
    }
  }

  /// Packets from here on.
  record Transfer(boolean dialUp) implements Reaction {}

  record Bye() implements Reaction {}
}
