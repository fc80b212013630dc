package org.jumelles.formats.netcdf;

/// What one value of a variable is.
public enum Type {
  BYTE(1, true, false),
  UBYTE(1, false, false),
  SHORT(2, true, false),
  INT(4, true, false),
  FLOAT(4, true, true),
  DOUBLE(8, true, true);

  private final int bytes;
  private final boolean signed;
  private final boolean floating;

  Type(int bytes, boolean signed, boolean floating) {
    this.bytes = bytes;
    this.signed = signed;
    this.floating = floating;
  }

  public int bytes() {
    return bytes;
  }

  boolean isSigned() {
    return signed;
  }

  boolean isFloating() {
    return floating;
  }
}
