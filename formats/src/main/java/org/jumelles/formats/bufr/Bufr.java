package org.jumelles.formats.bufr;

import java.util.OptionalInt;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Reads BUFR messages.
///
/// ```java
/// BufrMessages messages = Bufr.messages(bytes);
/// messages.forEachRemaining(outcome -> outcome.found().map(Bufr::decode));
/// ```
public final class Bufr {
  private static final int FARTHEST_START = 256;

  private Bufr() {}

  /// Whether a message begins here, maybe after a bulletin's heading of at most 256 bytes.
  public static boolean isBufr(Bytes bytes) {
    long last = Math.min(FARTHEST_START, bytes.size() - 8);
    for (long at = 0; at <= last; at++) {
      if (bytes.u8(at, "BUFR") == 'B' && bytes.ascii(at, 4, "BUFR").equals("BUFR")) {
        int edition = bytes.u8(at + 7, "edition");
        return edition >= 0 && edition <= 4;
      }
    }
    return false;
  }

  public static BufrMessages messages(Bytes bytes) {
    return new BufrMessages(bytes);
  }

  /// All elements of all subsets.
  ///
  /// @throws MalformedDataException naming message and descriptor, where a descriptor is not known
  /// here or the data end too early
  public static BufrData decode(BufrMessage message) {
    return new Decoder(message, OptionalInt.empty()).decode(template(message));
  }

  /// The elements before the first one of a code: what stands at the head of the subsets. Of
  /// uncompressed data only the first subset is read.
  public static BufrData decodeHead(BufrMessage message, int stopBefore) {
    return new Decoder(message, OptionalInt.of(stopBefore)).decode(template(message));
  }

  private static Template template(BufrMessage message) {
    try {
      return Template.of(message.descriptors());
    } catch (Template.NotReadException e) {
      throw new MalformedDataException(
          message.data().source(),
          new Place.Offset(message.data().origin()),
          "message " + message.number() + ", " + e.field(),
          "WMO306, Tables B to D",
          e.found());
    }
  }
}
