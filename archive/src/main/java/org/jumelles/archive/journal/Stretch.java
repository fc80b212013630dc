package org.jumelles.archive.journal;

import java.nio.file.Path;
import java.util.List;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Records of one key in the order of their numbers.
///
/// A record takes one number, or several where a reader may have to send it in pieces.
public sealed interface Stretch {
  /// Such as `FDSN:XB_ELYSE_03_B_H_U`.
  String key();

  /// The first number.
  long first();

  /// The number after the last.
  long end();

  /// From the first sample to the last.
  Span span();

  /// A run of records that a product holds.
  ///
  /// @param numbers each record's first number; empty where they follow on each other from `first`
  @SuppressWarnings("ArrayRecordComponent") // shared, not copied, and never a key
  record Stored(
      Identity product,
      String payload,
      long offset,
      long length,
      String key,
      Span span,
      long first,
      long end,
      long[] numbers)
      implements Stretch {

    String line() {
      return String.join(
          "\t",
          product.sha256Hex(),
          payload,
          Long.toString(offset),
          Long.toString(length),
          key,
          Long.toString(span.start().taiNanos()),
          Long.toString(span.end().taiNanos()),
          Long.toString(first),
          Long.toString(end),
          Numbers.text(numbers));
    }

    static Stored parse(String line) {
      String[] words = line.split("\t", -1);
      return new Stored(
          new Identity(words[0]),
          words[1],
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          words[4],
          new Span(new Moment(Long.parseLong(words[5])), new Moment(Long.parseLong(words[6]))),
          Long.parseLong(words[7]),
          Long.parseLong(words[8]),
          Numbers.parse(words[9]));
    }
  }

  /// One channel's records of one UTC day, not yet sealed.
  ///
  /// @param day UTC, as `2019-05-22`
  record Growing(
      Path file, String key, String day, Span span, long first, long end, List<Place> places)
      implements Stretch {
    public Growing {
      places = List.copyOf(places);
    }
  }

  /// Where a record lies in a file that grows.
  ///
  /// @param number its first number
  /// @param offset of its first byte
  /// @param length in bytes
  record Place(long number, long offset, int length) {}
}
