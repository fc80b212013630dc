package org.jumelles.formats.quakeml;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// Who made a thing, and when.
///
/// @param rest all else; the text fields are read by the methods here
public record CreationInfo(Optional<Written<Moment>> creationTime, Rest rest) {
  /// By an agency's author at a time.
  public static CreationInfo of(String agencyID, String author, Moment creationTime) {
    return new CreationInfo(
        Optional.of(Written.time(creationTime)),
        Rest.NONE.with("agencyID", agencyID).with("author", author));
  }

  public Optional<String> agencyID() {
    return rest.text("agencyID");
  }

  public Optional<String> agencyURI() {
    return rest.text("agencyURI");
  }

  public Optional<String> author() {
    return rest.text("author");
  }

  public Optional<String> authorURI() {
    return rest.text("authorURI");
  }

  public Optional<String> version() {
    return rest.text("version");
  }
}
