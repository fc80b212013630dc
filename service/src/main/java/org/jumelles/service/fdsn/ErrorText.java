package org.jumelles.service.fdsn;

import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The body of an error, line by line as the specification prints it.
final class ErrorText {
  private ErrorText() {}

  /// @param base scheme and host of the service as the client called it, may be empty
  /// @param submitted what the client asked, path and query
  static String of(
      Dialect dialect, int status, String detail, String base, String submitted, Moment when) {
    return String.join(
        "\n",
        "Error " + status + ": " + title(status),
        "",
        detail,
        "",
        "Usage details are available from " + base + dialect.root(),
        "",
        "Request:",
        base + printable(submitted),
        "",
        "Request Submitted:",
        Utc.text(when),
        "",
        "Service version:",
        dialect.version(),
        "");
  }

  static String title(int status) {
    return switch (status) {
      case 204, 404 -> "No data";
      case 400 -> "Bad request";
      case 401 -> "Unauthorized, authentication required";
      case 403 -> "Forbidden";
      case 405 -> "Method not allowed";
      case 413 -> "Request too large";
      case 414 -> "Request URI too long";
      case 429 -> "Too many requests";
      case 503 -> "Service temporarily unavailable";
      default -> "Internal server error";
    };
  }

  private static String printable(String text) {
    String shown = text.length() > 2000 ? text.substring(0, 2000) + "..." : text;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
