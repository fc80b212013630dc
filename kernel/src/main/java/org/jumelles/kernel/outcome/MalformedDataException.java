package org.jumelles.kernel.outcome;

/// The bytes are not what their standard says. The only exception that bad bytes may cause.
public final class MalformedDataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Defect defect;

  public MalformedDataException(Defect defect) {
    super(defect.sentence());
    this.defect = defect;
  }

  public MalformedDataException(
      String source, Place place, String field, String clause, String found) {
    this(new Defect(source, place, field, clause, found));
  }

  public Defect defect() {
    return defect;
  }
}
