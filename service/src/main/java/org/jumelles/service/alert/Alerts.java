package org.jumelles.service.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds alerts, newest first.
public final class Alerts {
  private static final String KIND = "alert";

  /// No granule's alerts come near this; a larger file is none of ours.
  private static final long LARGEST_BYTES = 256L << 20;

  private final Archive archive;

  public Alerts(Archive archive) {
    this.archive = archive;
  }

  /// The alerts that a filter lets through, at most as many as it wants; memory is these and the
  /// alerts of one granule.
  public List<StoredAlert> find(AlertFilter filter) {
    List<Found> entries = new ArrayList<>();
    for (Found found : archive.entries(new Query(KIND, List.of(), filter.window()))) {
      if (filter.wants(found.entry().attributes().getOrDefault("alert", ""))) {
        entries.add(found);
      }
    }
    entries.sort(
        Comparator.comparing((Found found) -> found.entry().span().start())
            .reversed()
            .thenComparing(found -> found.entry().key()));
    Documents documents = new Documents();
    List<StoredAlert> alerts = new ArrayList<>();
    for (Found found : entries) {
      if (alerts.size() == filter.limit()) {
        break;
      }
      documents.alert(found).filter(filter::holds).ifPresent(alerts::add);
    }
    return alerts;
  }

  /// How many alerts there are of each kind, over all time.
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    archive
        .entries(Query.all(KIND))
        .forEach(
            found ->
                counts.merge(
                    found.entry().attributes().getOrDefault("alert", "not known"),
                    1,
                    Integer::sum));
    return counts;
  }

  /// When the last alert was stored.
  Optional<Moment> updated(List<StoredAlert> alerts) {
    return alerts.stream().map(alert -> alert.product().lineage().endedAt()).max(Moment::compareTo);
  }

  /// The last granules' documents; alerts of one granule mostly follow each other.
  private final class Documents {
    private final Map<Identity, JsonNode> read =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Identity, JsonNode> eldest) {
            return size() > 4;
          }
        };

    Optional<StoredAlert> alert(Found found) {
      Optional<Product> product = archive.find(found.product());
      if (product.isEmpty()) {
        return Optional.empty();
      }
      JsonNode document =
          read.computeIfAbsent(
              found.product(), _ -> document(product.get(), found.entry().payload()));
      int number = number(found.entry().key());
      return document.path("features").has(number - 1)
          ? Optional.of(StoredAlert.of(product.get(), number, found, document))
          : Optional.empty();
    }

    private static int number(String key) {
      String digits = key.substring(key.lastIndexOf(' ') + 1);
      return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private JsonNode document(Product product, String payload) {
      boolean small =
          product.payload(payload).map(file -> file.size() <= LARGEST_BYTES).orElse(false);
      if (!small) {
        return JsonMapper.shared().createObjectNode();
      }
      try (InputStream in = Channels.newInputStream(archive.open(product.identity(), payload))) {
        return JsonMapper.shared().readTree(in);
      } catch (JacksonException _) {
        return JsonMapper.shared().createObjectNode();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
