package org.jumelles.service.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.recipe.ryugu.StoredCube;
import org.jumelles.kernel.time.Moment;
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;

/// The one gate before everything that was measured: each room asks here for a [Pass], and has
/// nothing to give without.
///
/// Where a product is asked for by name, the answer is its data, 401 or 403. Where many are asked
/// for, what may be had is given and the rest is counted; where something would match and nothing
/// of it may be had, it is 401 or 403 again; where nothing matches, the room says so (204 or an
/// empty list). What the gate let through and held back stands in the request's trail.
public final class Gate {
  private final Archive archive;
  private final Rights rights;

  /// @param clock by which embargoes end
  public Gate(Archive archive, Supplier<Moment> clock) {
    this.archive = archive;
    this.rights = new Rights(archive, clock);
  }

  /// Leave to read the files of a product, and of those that it names as lying beside it.
  ///
  /// @throws Refusal 401 or 403
  public Pass enter(Request request, Product product) {
    demand(request, product);
    for (Identity beside : StoredCube.beside(product).values()) {
      archive.find(beside).ifPresent(data -> demand(request, data));
    }
    return new Pass(archive, product.identity());
  }

  private void demand(Request request, Product product) {
    Verdict verdict = rights.read(product, request.caller());
    noted(request, verdict, () -> rights.read(product, Caller.NOBODY));
    verdict.demand();
  }

  /// A sieve for what one request asks of many products.
  public Sieve sieve(Request request) {
    return new Sieve(request);
  }

  /// Lets through what may be had of many, and counts the rest. Of one request and one thread.
  public final class Sieve {
    private final Request request;
    private Verdict last = new Verdict.Granted();
    private int passed;
    private int withheld;

    private Sieve(Request request) {
      this.request = request;
    }

    /// Leave to read the files of a product; empty where it may not be had.
    public Optional<Pass> pass(Product product) {
      Verdict verdict = rights.read(product, request.caller());
      noted(request, verdict, () -> rights.read(product, Caller.NOBODY));
      return counted(verdict, new Pass(archive, product.identity()));
    }

    /// Leave to read the records of one entry; empty where they may not be had.
    public Optional<Pass> pass(Found found) {
      Verdict verdict = rights.read(found, request.caller());
      noted(request, verdict, () -> rights.read(found, Caller.NOBODY));
      return counted(verdict, new Pass(archive, found.product()));
    }

    private Optional<Pass> counted(Verdict verdict, Pass pass) {
      if (verdict instanceof Verdict.Granted) {
        passed++;
        return Optional.of(pass);
      }
      withheld++;
      last = verdict;
      return Optional.empty();
    }

    public int withheld() {
      return withheld;
    }

    /// @throws Refusal 401 or 403 where something was held back and nothing let through
    public void demand() {
      if (passed == 0) {
        last.demand();
      }
    }
  }

  private static void noted(Request request, Verdict verdict, Supplier<Verdict> ofNobody) {
    if (!(verdict instanceof Verdict.Granted)) {
      request.trail().withheld();
    } else {
      boolean everybody = !request.caller().isKnown() || ofNobody.get() instanceof Verdict.Granted;
      request.trail().passed(everybody);
    }
  }

  /// Whether anybody may have the records of a stretch, who asks without a name; those of the
  /// journal, which belong to no product yet, by the programme that their source tells.
  public boolean isOpen(Stretch stretch) {
    return rights.isOpen(stretch);
  }

  /// Leave to read a stored stretch without a name.
  ///
  /// @throws Refusal 401
  public Pass enterNameless(Stretch.Stored stretch) {
    rights.read(stretch, Caller.NOBODY).demand();
    return new Pass(archive, stretch.product());
  }

  /// When everybody may have the data of a product, as the record has it now; empty where no policy
  /// says.
  public Optional<Moment> publicFrom(Product product) {
    return rights.publicFrom(product);
  }
}
