package org.jumelles.service.exchange;

/// What one request was let have: written where rights are asked, read when the answer goes out.
///
/// Mutable, and of one request alone.
public final class Trail {
  private int passed;
  private int withheld;
  private boolean personal;

  /// @param everybodyMay whether anybody else would have been let through as well
  public synchronized void passed(boolean everybodyMay) {
    passed++;
    personal |= !everybodyMay;
  }

  public synchronized void withheld() {
    withheld++;
  }

  /// How many products or runs of records were opened for this request.
  public synchronized int passes() {
    return passed;
  }

  /// How many were not.
  public synchronized int withholdings() {
    return withheld;
  }

  /// Whether the answer is for this caller and no other, so that no shared cache may keep it.
  public synchronized boolean isPersonal() {
    return personal || withheld > 0;
  }
}
