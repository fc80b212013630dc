package org.jumelles.service;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.account.Visit;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Json;

/// One JSON object a request and line, for programs that read logs.
final class AccessLog implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

  private final Optional<Writer> out;

  AccessLog(Optional<Path> file) throws IOException {
    this.out =
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Files.newBufferedWriter(
                    file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  void write(Visit visit, String template, long nanos) {
    if (out.isEmpty()) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Utc.text(visit.time()));
    line.put("address", visit.address());
    line.put("user", visit.who());
    line.put("method", visit.action());
    line.put("target", visit.target());
    line.put("route", template);
    line.put("status", visit.answer());
    line.put("milliseconds", Math.round(nanos / 1e3) / 1e3);
    try {
      synchronized (this) {
        out.get().write(Json.text(line));
        out.get().flush();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the access log cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }
}
