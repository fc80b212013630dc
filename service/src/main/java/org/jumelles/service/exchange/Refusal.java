package org.jumelles.service.exchange;

import java.util.Map;
import java.util.function.Supplier;

/// A request that is not answered, with its HTTP status and one sentence that says why.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private Refusal(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  /// The request is not understood: 400.
  public static Refusal bad(String sentence) {
    return new Refusal(400, sentence);
  }

  /// Somebody else might have what is asked for; a name would help: 401.
  public static Refusal nameless(String sentence) {
    return new Refusal(401, sentence);
  }

  /// Whoever asks is known and may not have what is asked for: 403.
  public static Refusal forbidden(String sentence) {
    return new Refusal(403, sentence);
  }

  /// What is asked for is not here: 404.
  public static Refusal missing(String sentence) {
    return new Refusal(404, sentence);
  }

  /// The request took too long to come: 408.
  public static Refusal late(String sentence) {
    return new Refusal(408, sentence);
  }

  /// What was asked for is too much: 413.
  public static Refusal tooMuch(String sentence) {
    return new Refusal(413, sentence);
  }

  public int status() {
    return status;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  /// An answer, or the refusal as JSON with `code` and `description`.
  public static Answer orAnswer(Supplier<Answer> answering) {
    try {
      return answering.get();
    } catch (Refusal refusal) {
      String code =
          switch (refusal.status) {
            case 400 -> "BadRequest";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 408 -> "RequestTimeout";
            default -> "TooMuch";
          };
      return Answer.of(
          refusal.status,
          Answer.JSON,
          Json.text(Map.of("code", code, "description", refusal.sentence())));
    }
  }
}
