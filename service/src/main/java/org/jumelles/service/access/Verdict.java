package org.jumelles.service.access;

/// Whether a caller may have what was asked for.
public sealed interface Verdict {
  /// What goes into `WWW-Authenticate` where a token would help [RFC6750].
  String CHALLENGE = "Bearer realm=\"jumelles\"";

  record Granted() implements Verdict {}

  /// Nobody in particular may not, but somebody with a token may: 401.
  record NameWanted(String sentence) implements Verdict {}

  /// Whoever asks is known, and may not: 403.
  record Refused(String sentence) implements Verdict {}
}
