package org.jumelles.service.cube;

import java.util.Map;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;

/// A request about a cube that cannot be answered, and why.
final class CubeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String reason;

  CubeRefusal(int status, String reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }

  Answer answer() {
    return Answer.of(status, Answer.JSON, Json.text(Map.of("error", reason)));
  }
}
