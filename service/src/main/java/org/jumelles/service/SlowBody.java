package org.jumelles.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;

/// What comes with a request, for so long and no longer: a sender of one byte a second would hold
/// its place for hours, and be no error of the network.
final class SlowBody implements Request.Body {
  private static final int BLOCK_BYTES = 1 << 14;

  /// Of what nobody wants, so much is heard out; who sends more does not hear the answer well.
  private static final int UNWANTED_BYTES = 4 << 20;

  private final Supplier<InputStream> opening;
  private final Duration within;
  private @Nullable InputStream in;
  private boolean ended;
  private boolean givenUp;

  /// @param opening called where the body is wanted
  SlowBody(Supplier<InputStream> opening, Duration within) {
    this.opening = opening;
    this.within = within;
  }

  /// All of it, or nothing where it is longer than `limitBytes`. One read may last as long as the
  /// [Line] lets it, so this returns after the time for a body and that at most.
  ///
  /// @throws Refusal 408 where it has not come in time, 400 where it cannot be read
  @Override
  public Optional<byte[]> read(int limitBytes) {
    long end = System.nanoTime() + within.toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    while (true) {
      int read = next(block, Math.min(block.length, limitBytes + 1 - all.size()));
      if (read < 0) {
        ended = true;
        return Optional.of(all.toByteArray());
      }
      all.write(block, 0, read);
      if (System.nanoTime() > end) {
        givenUp = true;
        throw Refusal.late(
            "the body of the request has not come within " + within.toSeconds() + " s");
      }
      if (all.size() > limitBytes) {
        return Optional.empty();
      }
    }
  }

  private int next(byte[] block, int length) {
    try {
      if (in == null) {
        in = opening.get();
      }
      return in.read(block, 0, length);
    } catch (IOException | RuntimeException _) {
      givenUp = true;
      // Cut short, or in chunks that are none: whatever the server throws, the client sent it.
      throw Refusal.bad("the body of the request cannot be read");
    }
  }

  /// Hears out what nobody wanted, so that its sender hears the answer.
  ///
  /// @return false where there is no end to it in time
  boolean finish() {
    try {
      return ended || (!givenUp && read(UNWANTED_BYTES).isPresent());
    } catch (Refusal _) {
      return false;
    }
  }
}
