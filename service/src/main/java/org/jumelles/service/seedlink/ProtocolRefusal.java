package org.jumelles.service.seedlink;

import java.io.Serial;

/// A command that is not followed.
///
/// Error codes are those of [FDSN-SeedLink4], "Error codes"; version 3 hears `ERROR` alone.
final class ProtocolRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String code;

  ProtocolRefusal(String code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  static ProtocolRefusal arguments(String sentence) {
    return new ProtocolRefusal("ARGUMENTS", sentence);
  }

  static ProtocolRefusal unexpected(String sentence) {
    return new ProtocolRefusal("UNEXPECTED", sentence);
  }

  String code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
