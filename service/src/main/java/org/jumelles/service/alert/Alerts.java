package org.jumelles.service.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds alerts, newest first.
public final class Alerts {
  private static final String KIND = "alert";

  /// Entries that are looked at together.
  private static final int PAGE = 200;

  /// No granule's alerts come near this; a larger file is none of ours.
  private static final long LARGEST_BYTES = 256L << 20;

  private final Archive archive;
  private final Gate gate;

  public Alerts(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
  }

  /// @param withheld products of which the caller may have no alert
  public record Seen(List<StoredAlert> alerts, int withheld) {
    public Seen {
      alerts = List.copyOf(alerts);
    }
  }

  /// The alerts that a filter lets through, at most as many as it wants; memory is these and the
  /// alerts of one granule.
  ///
  /// @throws org.jumelles.service.exchange.Refusal 401 or 403 where there are some in the time that
  ///     is asked for, and the caller may have none of them
  public Seen find(AlertFilter filter, Request request) {
    Documents documents = new Documents(gate.sieve(request));
    List<StoredAlert> alerts = new ArrayList<>();
    Optional<Newest> next = Optional.of(new Newest(KIND, filter.window(), Optional.empty(), PAGE));
    while (next.isPresent() && alerts.size() < filter.limit()) {
      Newest asked = next.get();
      Newest.Page page = archive.listing().newest(asked);
      page.found().stream()
          .filter(found -> filter.wants(found.entry().attributes().getOrDefault("alert", "")))
          .flatMap(found -> documents.alert(found).filter(filter::holds).stream())
          .limit(filter.limit() - alerts.size())
          .forEach(alerts::add);
      next = page.next().map(asked::after);
    }
    documents.sieve.demand();
    return new Seen(alerts, documents.sieve.withheld());
  }

  /// How many alerts there are, over all time.
  public long count() {
    return archive.listing().countEntries(Query.all(KIND));
  }

  /// When the last alert was stored.
  Optional<Moment> updated(List<StoredAlert> alerts) {
    return alerts.stream().map(alert -> alert.product().lineage().endedAt()).max(Moment::compareTo);
  }

  /// The last granules' documents; alerts of one granule mostly follow each other.
  private final class Documents {
    private final Gate.Sieve sieve;
    private final Map<Identity, Optional<Pass>> passes = new HashMap<>();
    private final Map<Identity, JsonNode> read =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Identity, JsonNode> eldest) {
            return size() > 4;
          }
        };

    Documents(Gate.Sieve sieve) {
      this.sieve = sieve;
    }

    /// Where an alert lies is asked only of those that the caller may have.
    Optional<StoredAlert> alert(Found found) {
      Optional<Product> product = archive.find(found.product());
      Optional<Pass> pass =
          product.flatMap(one -> passes.computeIfAbsent(one.identity(), _ -> sieve.pass(one)));
      if (product.isEmpty() || pass.isEmpty()) {
        return Optional.empty();
      }
      JsonNode document =
          read.computeIfAbsent(
              found.product(), _ -> document(product.get(), pass.get(), found.entry().payload()));
      int number = number(found.entry().key());
      return document.path("features").has(number - 1)
          ? Optional.of(StoredAlert.of(product.get(), number, found, document))
          : Optional.empty();
    }

    private static int number(String key) {
      String digits = key.substring(key.lastIndexOf(' ') + 1);
      return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private static JsonNode document(Product product, Pass pass, String payload) {
      boolean small =
          product.payload(payload).map(file -> file.size() <= LARGEST_BYTES).orElse(false);
      if (!small) {
        return JsonMapper.shared().createObjectNode();
      }
      try (InputStream in = Channels.newInputStream(pass.open(payload))) {
        return JsonMapper.shared().readTree(in);
      } catch (JacksonException | NoSuchFileException _) {
        // A damaged or lost file has no alerts to show; `verify` tells of it.
        return JsonMapper.shared().createObjectNode();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
