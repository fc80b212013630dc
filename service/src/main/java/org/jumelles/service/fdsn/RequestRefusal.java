package org.jumelles.service.fdsn;

/// A request that cannot be answered, with the HTTP status that the specification gives it.
final class RequestRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  RequestRefusal(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  static RequestRefusal bad(String sentence) {
    return new RequestRefusal(400, sentence);
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
