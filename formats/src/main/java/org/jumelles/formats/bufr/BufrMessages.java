package org.jumelles.formats.bufr;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// The messages of a source one after the other; bytes between them are passed over and counted.
///
/// A message that is refused is passed over as a whole where its length and end are right, else up
/// to the next `BUFR`.
public final class BufrMessages implements Iterator<Outcome<BufrMessage>> {
  private final Bytes bytes;
  private long at;
  private int number;
  private long skippedBytes;

  BufrMessages(Bytes bytes) {
    this.bytes = bytes;
    this.at = find(0);
    this.skippedBytes = at;
  }

  /// Bytes so far that belong to no message.
  public long skippedBytes() {
    return skippedBytes;
  }

  @Override
  public boolean hasNext() {
    return at < bytes.size();
  }

  @Override
  public Outcome<BufrMessage> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    long start = at;
    try {
      Bytes whole = whole();
      advance(start + whole.size());
      return new Outcome.Good<>(BufrMessage.read(number, whole));
    } catch (MalformedDataException e) {
      if (at == start) {
        at = find(start + 1);
      }
      return new Outcome.Refused<>(e.defect());
    }
  }

  private Bytes whole() {
    String field = "message " + number + ", length";
    long length = Sections.u24(bytes, at + 4, field);
    int least = BufrMessage.INDICATOR_LENGTH + BufrMessage.END_LENGTH;
    if (length < least || length > bytes.size() - at) {
      throw bytes.malformed(
          at + 4, field, "within the source", length + ", " + (bytes.size() - at) + " left");
    }
    String end = bytes.ascii(at + length - 4, 4, field);
    if (!end.equals("7777")) {
      throw bytes.malformed(at + length - 4, field, "7777 at the end", "no 7777 there");
    }
    return bytes.slice(at, length, field);
  }

  private void advance(long to) {
    at = find(to);
    skippedBytes += at - to;
  }

  private long find(long from) {
    for (long i = from; i + 8 <= bytes.size(); i++) {
      if (bytes.u8(i, "BUFR") == 'B' && bytes.ascii(i, 4, "BUFR").equals("BUFR")) {
        return i;
      }
    }
    return bytes.size();
  }
}
