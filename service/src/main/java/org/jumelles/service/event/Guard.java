package org.jumelles.service.event;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;

/// Who may save: whoever calls this machine by its own name, and no page of another site.
///
/// A browser sends a page of another site neither this media type (without asking first, which
/// nobody answers) nor our own origin; and a name that was bent to this machine's address is not
/// among ours.
///
/// @param names of this service, without a port
record Guard(Set<String> names) {
  Guard {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// Why a request may save nothing; nothing where it may.
  Optional<Answer> refusal(Request request) {
    String mediaType = request.header("content-type").orElse("").split(";", -1)[0].strip();
    if (!mediaType.equalsIgnoreCase("application/json")) {
      return Optional.of(Answer.of(415, Answer.TEXT, "Send the picks as application/json\n"));
    }
    String called = request.base().replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
    if (!names.contains(called.toLowerCase(Locale.ROOT))) {
      return refused("Picks are saved under this machine's own name only");
    }
    boolean ours =
        request.header("origin").map(origin -> origin.equals(request.base())).orElse(true);
    boolean same =
        request
            .header("sec-fetch-site")
            .map(site -> site.equals("same-origin") || site.equals("none"))
            .orElse(true);
    return ours && same
        ? Optional.empty()
        : refused("Picks are saved from this service's own page only");
  }

  private static Optional<Answer> refused(String sentence) {
    return Optional.of(Answer.of(403, Answer.TEXT, sentence + "\n"));
  }
}
