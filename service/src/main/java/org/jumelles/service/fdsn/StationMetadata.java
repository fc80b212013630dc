package org.jumelles.service.fdsn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Level;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.time.Moment;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.Holdings;

/// Answers fdsnws-station out of the StationXML documents that the archive keeps.
final class StationMetadata {
  /// Documents kept parsed, by the hash of their file; inventories of a mission are few.
  private static final int KEPT_DOCUMENTS = 32;

  private final Archive archive;
  private final Holdings holdings;
  private final Supplier<Moment> clock;
  private final Map<String, Inventory> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Inventory> eldest) {
          return size() > KEPT_DOCUMENTS;
        }
      };

  StationMetadata(Archive archive, Supplier<Moment> clock) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
    this.clock = clock;
  }

  private record Document(Identity product, String payload) {}

  Answer answer(FdsnRequest.Stations wanted) throws IOException {
    List<Network> networks = new ArrayList<>();
    for (Document document : documents(wanted.options().updatedAfter())) {
      networks.addAll(inventory(document).networks());
    }
    StationFilter filter = new StationFilter(wanted, availability(wanted));
    List<Network> found = filter.networks(Networks.united(networks));
    if (found.isEmpty()) {
      throw new RequestRefusal(
          filter.onlyRestricted() ? 403 : wanted.nodataStatus(),
          filter.onlyRestricted()
              ? "What matches is restricted"
              : "No stations match the selection");
    }
    if (wanted.format().equals("text")) {
      return Answer.of(200, Answer.TEXT, StationText.of(found, wanted.level()));
    }
    Inventory inventory =
        new Inventory(
            "1.2", "Jumelles archive", Optional.of("Jumelles"), clock.get(), found, Kept.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StationXml.write(inventory, Level.valueOf(wanted.level().name()), out);
    return Answer.of(200, Answer.XML, out.toByteArray());
  }

  private Optional<Availability> availability(FdsnRequest.Stations wanted) {
    boolean needed = wanted.options().matchTimeSeries() || wanted.options().includeAvailability();
    return needed ? Optional.of(new Availability(holdings.channels())) : Optional.empty();
  }

  private Set<Document> documents(Optional<Moment> updatedAfter) {
    Set<Document> documents = new LinkedHashSet<>();
    for (Found found : archive.entries(Query.all("channel"))) {
      if (!found.entry().payload().isEmpty() && holdings.isNewer(found.product(), updatedAfter)) {
        documents.add(new Document(found.product(), found.entry().payload()));
      }
    }
    return documents;
  }

  private Inventory inventory(Document document) throws IOException {
    String key = document.product() + "/" + document.payload();
    synchronized (parsed) {
      Inventory known = parsed.get(key);
      if (known != null) {
        return known;
      }
    }
    Inventory read;
    try (InputStream in =
        Channels.newInputStream(
            Pass.toDescribe(archive, document.product()).open(document.payload()))) {
      read = StationXml.read(in, document.payload());
    }
    synchronized (parsed) {
      parsed.put(key, read);
    }
    return read;
  }
}
