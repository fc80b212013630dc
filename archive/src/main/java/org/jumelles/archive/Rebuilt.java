package org.jumelles.archive;

import java.util.List;
import org.jumelles.archive.store.Problem;

/// What a rebuild put into the catalogue, and what of the store it could not read.
public record Rebuilt(long products, long entries, List<Problem> refused) {
  public Rebuilt {
    refused = List.copyOf(refused);
  }
}
