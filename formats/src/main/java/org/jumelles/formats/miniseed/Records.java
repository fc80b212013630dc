package org.jumelles.formats.miniseed;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// The records of a source one after the other, whatever stands between them skipped and counted.
///
/// A stretch that is neither data nor known filling is one refused outcome.
public final class Records implements Iterator<Outcome<Record>> {
  private final Bytes bytes;
  private final Version2 version2 = new Version2();
  private final Version3 version3 = new Version3();
  private long at;
  private long checkedAt = -1;
  private long controlStretches;
  private long noiseStretches;
  private long skippedBytes;

  Records(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public boolean hasNext() {
    if (at != checkedAt) {
      skipFilling();
      checkedAt = at;
    }
    return at < bytes.size();
  }

  @Override
  public Outcome<Record> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (MalformedDataException e) {
      at = afterRefused();
      return new Outcome.Refused<>(e.defect());
    }
  }

  /// Stretches of control headers of full SEED volumes that were passed over so far.
  public long controlStretches() {
    return controlStretches;
  }

  /// Stretches of blank or zeroed records that were passed over so far.
  public long noiseStretches() {
    return noiseStretches;
  }

  /// Bytes of those stretches.
  public long skippedBytes() {
    return skippedBytes;
  }

  private Outcome<Record> read() {
    Record record;
    if (Version3.isHeader(bytes, at)) {
      record = version3.read(bytes, at);
    } else if (Version2.isHeader(bytes, at)) {
      record = version2.read(bytes, at);
    } else {
      throw bytes.malformed(at, "header", "SEED 2.4 or miniSEED 3", "no miniSEED header");
    }
    at += record.recordLength();
    return Outcome.of(record, record.header().defects());
  }

  private void skipFilling() {
    while (at < bytes.size()) {
      boolean control = Control.isControl(bytes, at);
      if (!control && !Control.isNoise(bytes, at)) {
        return;
      }
      long next = nextHeader(at + 1);
      skippedBytes += next - at;
      at = next;
      if (control) {
        controlStretches++;
      } else {
        noiseStretches++;
      }
    }
  }

  private long afterRefused() {
    return nextHeader(at + 1);
  }

  private long nextHeader(long from) {
    for (long q = from; q <= bytes.size() - Layout3.FIXED_LENGTH; q++) {
      if (Version3.isHeader(bytes, q) || Version2.isSureHeader(bytes, q)) {
        return q;
      }
    }
    return bytes.size();
  }
}
