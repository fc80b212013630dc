package org.jumelles.cli.answer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.ArchiveBusyException;
import org.jumelles.archive.CatalogueLostException;
import org.jumelles.kernel.outcome.MalformedDataException;

/// What a person reads when a command failed: one sentence, with the cause in it.
public final class Complaint {
  private static final String REBUILD =
      "; the catalogue is damaged: `jumelles rebuild` makes it anew from the store";

  private Complaint() {}

  public static String of(Throwable thrown) {
    String message = Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
    return switch (thrown) {
      case MalformedDataException malformed -> malformed.defect().sentence();
      case NoSuchFileException missing when missing.getReason() == null ->
          missing.getFile() + ": no such file or folder";
      case NoSuchFileException missing -> missing.getFile() + ": " + missing.getReason();
      case FileNotFoundException _, ArchiveBusyException _, CatalogueLostException _ -> message;
      case BindException _ -> message;
      case UncheckedIOException wrapped when isBare(wrapped, message) ->
          of(Objects.requireNonNull(wrapped.getCause()));
      case IllegalArgumentException _ -> message;
      case IOException _ -> thrown.getClass().getSimpleName() + ": " + message;
      default -> ofDatabase(message, ofItsDatabase(thrown));
    };
  }

  /// Whether it says no more than what it wraps.
  private static boolean isBare(UncheckedIOException wrapped, String message) {
    return message.equals(String.valueOf(wrapped.getCause()));
  }

  /// SQLite tells of a damaged page when a query meets it, and of a full disk in several ways. What
  /// carries its words up here may not repeat them, as a commit that failed does not, or lay them
  /// out over several lines, as a migration does.
  private static String ofDatabase(String message, @Nullable String cause) {
    String head = firstLine(message);
    String why = cause == null ? "" : firstLine(cause);
    String all = head.contains(why) ? message : head + ": " + why;
    String first = firstLine(all);
    if (all.contains("[SQLITE_CORRUPT]") || all.contains("[SQLITE_NOTADB]")) {
      return first + REBUILD;
    }
    return all.contains("[SQLITE_IOERR") ? first + "; most likely the disk is full" : all;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }

  private static @Nullable String ofItsDatabase(Throwable thrown) {
    String deepest = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        deepest = cause.getMessage();
      }
    }
    return deepest;
  }
}
