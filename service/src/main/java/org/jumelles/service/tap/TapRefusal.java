package org.jumelles.service.tap;

/// A query that cannot be answered; the message says why, and where in the query.
final class TapRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  TapRefusal(String reason) {
    super(reason);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "refused" : message;
  }
}
