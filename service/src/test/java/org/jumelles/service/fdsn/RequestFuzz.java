package org.jumelles.service.fdsn;

/// Any query and any body, in each dialect, is understood or refused with a status below 500.
public final class RequestFuzz {
  private RequestFuzz() {}

  public static void read(String text) {
    for (Dialect dialect : Dialect.values()) {
      try {
        RequestGrammar.query(dialect, text);
      } catch (RequestRefusal refused) {
        check(refused);
      }
      try {
        RequestGrammar.body(dialect, text);
      } catch (RequestRefusal refused) {
        check(refused);
      }
    }
  }

  private static void check(RequestRefusal refused) {
    if (refused.status() < 400 || refused.status() >= 500) {
      throw new AssertionError(refused.status() + ": " + refused.sentence());
    }
  }
}
