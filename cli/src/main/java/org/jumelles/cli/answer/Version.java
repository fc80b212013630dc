package org.jumelles.cli.answer;

/// Which program this is.
public final class Version {
  public static final String NUMBER = "0.1.0";
  public static final String LINE = "jumelles " + NUMBER;

  private Version() {}
}
