package org.jumelles.pipeline.run;

import java.io.IOException;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.Outcome;

/// One product that could be made.
///
/// @param identity what the product will be known by; told before it is made, from its inputs alone
/// @param title for people: what it is and of what
/// @param memoryBytes the most that making it keeps on the heap at once
/// @param step makes it, from files in the archive to files in a work folder
public record Work(Identity identity, String title, long memoryBytes, Step step) {

  /// The making itself. An [IOException] is the world's fault and ends the run; bad input is an
  /// outcome.
  @FunctionalInterface
  public interface Step {
    Outcome<ProductDraft> make() throws IOException;
  }
}
