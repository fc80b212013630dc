package org.jumelles.archive.account;

import org.jumelles.kernel.time.Moment;

/// One row of the audit log: who did what, when, and what was answered.
///
/// @param who an account, or empty for nobody in particular
/// @param address of the client, or `command`
/// @param action such as `GET` or `token`
/// @param target path and query, cut after 1000 characters; never a secret
/// @param answer HTTP status, or 0 for a command
public record Visit(
    Moment time, String who, String address, String action, String target, int answer) {
  private static final int MAX_TARGET = 1000;

  public Visit {
    who = cut(who, 64);
    address = cut(address, 64);
    action = cut(action, 16);
    target = cut(target, MAX_TARGET);
  }

  /// PostgreSQL keeps no NUL, and a row is one line.
  private static String cut(String text, int length) {
    String shown = text.length() > length ? text.substring(0, length) : text;
    return shown.replaceAll("\\p{Cntrl}", "\ufffd");
  }
}
