package org.jumelles.service.access;

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
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.partnership.Partnership;

/// Who may read the data of which product, at the instant of asking.
///
/// The answer follows from the partnership's record as it stands: an embargo ends and a role begins
/// or
/// expires without anything being run. What describes data (titles, spans, lineage, stations) is
/// open; this is about the bytes. A product of several programmes is open where all of them let it
/// be.
public final class Rights {
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

  public Rights(Archive archive, Supplier<Moment> clock) {
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
  public Verdict read(Product product, Caller caller) {
    Matter matter = matter(product, 0);
    return matter.metadata ? new Verdict.Granted() : read(matter, matter.restricted, caller);
  }

  /// Whether a caller may have the records of one entry; the embargo is that of its product.
  public Verdict read(Found found, Caller caller) {
    return archive
        .find(found.product())
        .map(product -> matter(product, 0))
        .map(matter -> read(matter, restricted(found.entry()).stream().toList(), caller))
        .orElseGet(() -> new Verdict.Refused("The product of these data is not in the archive"));
  }

  /// Whether everybody may have the files of a product, so that a shared cache may keep them.
  public boolean isPublic(Product product) {
    return read(product, Caller.NOBODY) instanceof Verdict.Granted;
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

  private Matter matter(Product product, int depth) {
    synchronized (matters) {
      Matter known = matters.get(product.identity());
      if (known != null) {
        return known;
      }
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
