package org.jumelles.pipeline.run;

import java.io.IOException;
import java.util.Optional;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Span;

/// One product that could be made.
///
/// @param identity what the product will be known by; told before it is made, from its inputs alone
/// @param recipe by whose name it is chosen, such as `seis/motion`; empty where nobody chooses
/// @param span of time that its inputs are of; empty where they are of no time
/// @param title for people: what it is and of what
/// @param memoryBytes the most that making it keeps on the heap at once
/// @param step makes it, from files in the archive to files in a work folder
public record Work(
    Identity identity,
    String recipe,
    Optional<Span> span,
    String title,
    long memoryBytes,
    Step step) {

  /// Work that nobody chooses by recipe or time, such as a simulation.
  public Work(Identity identity, String title, long memoryBytes, Step step) {
    this(identity, "", Optional.empty(), title, memoryBytes, step);
  }

  /// The same, of a recipe and a time that it can be chosen by.
  public Work of(Recipe maker, Span time) {
    return new Work(identity, maker.name(), Optional.of(time), title, memoryBytes, step);
  }

  /// The same, of a recipe whose inputs are of no time.
  public Work of(Recipe maker) {
    return new Work(identity, maker.name(), Optional.empty(), title, memoryBytes, step);
  }

  /// The making itself. An [IOException] is the world's fault and ends the run; bad input is an
  /// outcome.
  @FunctionalInterface
  public interface Step {
    Outcome<ProductDraft> make() throws IOException;
  }
}
