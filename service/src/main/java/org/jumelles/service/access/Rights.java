package org.jumelles.service.access;

import org.jumelles.service.exchange.Caller;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Permission;
import org.jumelles.accord.policy.Access;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.partnership.Partnership;

/// Who may read the data of which product, at the instant of asking.
///
/// The answer follows from the partnership's record as it stands: an embargo ends and a role begins
/// or expires without anything being run. What describes data (titles, spans, lineage, stations) is
/// open; this is about the bytes. A product of several programmes is open where all of them let it
/// be.
final class Rights {
  private static final int REMEMBERED = 20_000;
  private static final int DEEPEST = 50;

  /// Entries of products that tell of instruments, not of what these measured.
  private static final Set<String> METADATA = Set.of("channel", "station");

  private final Archive archive;
  private final Supplier<Moment> clock;
  private volatile Standing standing = new Standing(-1, Accord.of("nothing", List.of()));

  /// Products never change, so what matters of them is looked up once.
  private final Map<Identity, Matter> matters =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Matter> eldest) {
          return size() > REMEMBERED;
        }
      };

  Rights(Archive archive, Supplier<Moment> clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /// The record, and how long its ledger was when it was read.
  private record Standing(long ledgerBytes, Accord accord) {}

  /// What decides about a product.
  ///
  /// @param observationEnd which an embargo counts from
  /// @param restricted channels that want a grant
  private record Matter(
      boolean metadata, List<String> programmes, Moment observationEnd, List<String> restricted) {}

  /// Whether a caller may have the files of a product.
  Verdict read(Product product, Caller caller) {
    Matter matter = matter(product, 0);
    return matter.metadata ? new Verdict.Granted() : read(matter, matter.restricted, caller);
  }

  /// Whether a caller may have the records of one entry; the embargo is that of its product.
  Verdict read(Found found, Caller caller) {
    return read(found.product(), restricted(found.entry()).stream().toList(), caller);
  }

  /// Whether a caller may have records that a product holds.
  Verdict read(Stretch.Stored stretch, Caller caller) {
    return read(stretch.product(), List.of(), caller);
  }

  private Verdict read(Identity product, List<String> restricted, Caller caller) {
    return known(product)
        .or(() -> archive.find(product).map(one -> matter(one, 0)))
        .map(matter -> read(matter, restricted, caller))
        .orElseGet(() -> new Verdict.Refused("The product of these data is not in the archive"));
  }

  /// Whether anybody may have the records of a stretch.
  boolean isOpen(Stretch stretch) {
    Verdict verdict =
        switch (stretch) {
          case Stretch.Stored stored -> read(stored, Caller.NOBODY);
          case Stretch.Growing growing ->
              read(
                  new Matter(
                      false,
                      List.of(Programme.ofKey(growing.key()).name()),
                      growing.span().end(),
                      List.of()),
                  List.of(),
                  Caller.NOBODY);
        };
    return verdict instanceof Verdict.Granted;
  }

  /// The latest instant that a policy in force tells; empty where none does.
  Optional<Moment> publicFrom(Product product) {
    Matter matter = matter(product, 0);
    LocalDate today = LocalDate.parse(Utc.text(clock.get()).substring(0, 10));
    return matter.metadata
        ? Optional.empty()
        : accord().all(DataPolicy.class).stream()
            .filter(policy -> matter.programmes.contains(policy.programme()))
            .filter(policy -> policy.holdsOn(today))
            .map(policy -> policy.opensAt(matter.observationEnd))
            .max(Comparator.naturalOrder());
  }

  private Verdict read(Matter matter, List<String> restricted, Caller caller) {
    for (String channel : restricted) {
      if (!caller.may(channel)) {
        return refusal("The data are restricted", caller);
      }
    }
    Moment now = clock.get();
    for (String programme : matter.programmes) {
      if (access(programme, matter.observationEnd, caller, now)
          instanceof Access.Embargoed(String policy, Moment opensAt)) {
        return refusal(
            "Under embargo by policy " + policy + " until " + opensAt + " (UTC)", caller);
      }
    }
    return new Verdict.Granted();
  }

  private static Verdict refusal(String why, Caller caller) {
    return caller.isKnown()
        ? new Verdict.Refused(why + "; " + caller.name() + " has no role that opens them")
        : new Verdict.NameWanted(why + "; a token of somebody with a role opens them");
  }

  private Access access(String programme, Moment end, Caller caller, Moment now) {
    Accord accord = accord();
    Access byName = Permission.of(accord, programme, end, caller.name(), now);
    return byName.allowed() || caller.orcid().isEmpty()
        ? byName
        : Permission.of(accord, programme, end, caller.orcid().get(), now);
  }

  private Accord accord() {
    long bytes = archive.ledgerBytes();
    Standing known = standing;
    if (known.ledgerBytes != bytes) {
      known = new Standing(bytes, new Partnership(archive).accord());
      standing = known;
    }
    return known.accord;
  }

  private Optional<Matter> known(Identity product) {
    synchronized (matters) {
      return Optional.ofNullable(matters.get(product));
    }
  }

  private Matter matter(Product product, int depth) {
    Optional<Matter> known = known(product.identity());
    if (known.isPresent()) {
      return known.get();
    }
    Matter found = looked(product, depth);
    synchronized (matters) {
      matters.put(product.identity(), found);
    }
    return found;
  }

  private Matter looked(Product product, int depth) {
    boolean metadata =
        product.recipe().name().equals("release")
            || (!product.entries().isEmpty()
                && product.entries().stream().allMatch(entry -> METADATA.contains(entry.kind())));
    List<String> programmes =
        product.lineage().agents().stream()
            .flatMap(
                agent ->
                    agent instanceof Agent.Programme(String name, var _)
                        ? Stream.of(name)
                        : Stream.empty())
            .distinct()
            .toList();
    List<String> restricted =
        product.entries().stream().flatMap(entry -> restricted(entry).stream()).distinct().toList();
    return new Matter(metadata, programmes, observationEnd(product, depth), restricted);
  }

  /// When the observation ended: the end of the last entry, else of what it was made from, else
  /// when it was made.
  private Moment observationEnd(Product product, int depth) {
    Optional<Moment> last =
        product.entries().stream()
            .map(entry -> entry.span().end())
            .filter(end -> !end.equals(Moment.MAX))
            .max(Comparator.naturalOrder());
    if (last.isEmpty() && depth < DEEPEST) {
      last =
          archive.inputsOf(product.identity()).stream()
              .map(input -> matter(input, depth + 1).observationEnd)
              .max(Comparator.naturalOrder());
    }
    return last.orElse(product.lineage().endedAt());
  }

  /// The channel that an entry keeps from those without a grant, where it does.
  private static Optional<String> restricted(Entry entry) {
    if (!entry.attributes().getOrDefault("restricted", "false").equals("true")
        || METADATA.contains(entry.kind())) {
      return Optional.empty();
    }
    String[] codes = entry.key().replaceFirst("^FDSN:", "").split("_", -1);
    return Optional.of(
        codes.length == 6
            ? String.join(".", codes[0], codes[1], codes[2], codes[3] + codes[4] + codes[5])
            : entry.key());
  }
}
