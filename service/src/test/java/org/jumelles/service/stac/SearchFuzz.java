package org.jumelles.service.stac;

import java.nio.charset.StandardCharsets;
import org.jumelles.service.exchange.Refusal;

/// Any search, as a query and as a body, is understood or refused.
public final class SearchFuzz {
  private SearchFuzz() {}

  public static void read(String text) {
    for (Runnable one :
        new Runnable[] {
          () -> Search.ofQuery(text),
          () -> Search.ofItems(Holding.Kind.values()[0], text),
          () -> Search.ofBody(text.getBytes(StandardCharsets.UTF_8))
        }) {
      try {
        one.run();
      } catch (Refusal refused) {
        String.valueOf(refused.getMessage());
      }
    }
  }
}
