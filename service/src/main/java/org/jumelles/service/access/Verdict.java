package org.jumelles.service.access;

import org.jumelles.service.exchange.Refusal;

/// Whether a caller may have what was asked for.
sealed interface Verdict {

  record Granted() implements Verdict {}

  /// Nobody in particular may not, but somebody with a name may: 401.
  record NameWanted(String sentence) implements Verdict {}

  /// Whoever asks is known, and may not: 403.
  record Refused(String sentence) implements Verdict {}

  /// @throws Refusal unless it is granted
  default void demand() {
    switch (this) {
      case Granted _ -> {}
      case NameWanted(String sentence) -> throw Refusal.nameless(sentence);
      case Refused(String sentence) -> throw Refusal.forbidden(sentence);
    }
  }
}
