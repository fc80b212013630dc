package org.jumelles.service.seedlink;

import java.nio.charset.StandardCharsets;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.kernel.bytes.Bytes;

/// The text of a log record.
final class LogText {
  private LogText() {}

  /// Empty where the bytes are no log record.
  static String of(byte[] bytes) {
    Records records = MiniSeed.records(Bytes.of("INFO", bytes));
    return records.hasNext()
        ? records
            .next()
            .found()
            .filter(record -> record.encoding() == Encoding.TEXT)
            .map(Record::text)
            .map(text -> new String(text, StandardCharsets.UTF_8))
            .orElse("")
        : "";
  }
}
