package org.jumelles.archive.journal;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Numbers that only grow, kept close together.
final class Numbers {
  private long[] values = new long[64];
  private int count;

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  long[] copy() {
    return Arrays.copyOf(values, count);
  }

  /// As differences, which stay short: `5 1 1 7` is 5, 6, 7, 14.
  static String text(long[] numbers) {
    return LongStream.range(0, numbers.length)
        .map(i -> i == 0 ? numbers[0] : numbers[(int) i] - numbers[(int) i - 1])
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  static long[] parse(String text) {
    long[] numbers =
        text.isEmpty()
            ? new long[0]
            : Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] += numbers[i - 1];
    }
    return numbers;
  }
}
