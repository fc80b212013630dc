package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The mean second of the quiet parts of a piece.
///
/// The samples are freed of what is slow by x - M x, twice, M being the mean over one second about
/// each: M of anything of mean zero that repeats each second is zero, so that a tick passes as it
/// is. Blocks of 20 s are quiet where their power is at most twice the median of all; the mean of
/// their mean seconds is the profile, their spread its sigma.
///
/// @param profile by sample of the second, counted from the start of the piece; shared, not copied
/// @param sigma of each; shared, not copied
/// @param varianceFall of blocks by the profile of the others, odd ones against even ones
@SuppressWarnings("ArrayRecordComponent") // of this package only
record TickStack(double[] profile, double[] sigma, int seconds, double varianceFall) {
  static final int BLOCK_S = 20;
  static final int LEAST_BLOCKS = 15;

  /// Of the median power of all blocks.
  private static final double QUIET = 2;

  private static final double LEAST_SNR = 5;

  /// Empty where fewer than 300 seconds are quiet.
  static Optional<TickStack> of(double[] x, int from, int to, int rate) {
    double[] fast = fast(fast(Arrays.copyOfRange(x, from, to), rate), rate);
    List<Block> blocks = new ArrayList<>();
    int length = BLOCK_S * rate;
    for (int at = rate; at + length <= fast.length - rate; at += length) {
      blocks.add(Block.of(fast, at, rate));
    }
    double[] powers = blocks.stream().mapToDouble(Block::power).sorted().toArray();
    if (powers.length < LEAST_BLOCKS || !(powers[powers.length - 1] > 0)) {
      return Optional.empty();
    }
    double most = QUIET * powers[powers.length / 2];
    List<Block> quiet = blocks.stream().filter(block -> block.power <= most).toList();
    return quiet.size() < LEAST_BLOCKS ? Optional.empty() : Optional.of(of(quiet, rate));
  }

  /// Of the profile, without what its noise adds to it.
  double rms() {
    double sum = 0;
    for (int k = 0; k < profile.length; k++) {
      sum += profile[k] * profile[k] - sigma[k] * sigma[k];
    }
    return Math.sqrt(Math.max(0, sum / profile.length));
  }

  /// To first order; where there is no tick, what noise alone is like.
  double rmsSigma() {
    double noise = 0;
    double sum = 0;
    for (int k = 0; k < profile.length; k++) {
      double variance = sigma[k] * sigma[k];
      noise += variance;
      sum += profile[k] * profile[k] * variance;
    }
    double rms = rms();
    double alone = Math.sqrt(noise / profile.length);
    return rms > alone ? Math.sqrt(sum) / (profile.length * rms) : alone;
  }

  /// Whether subtracting it does good: it stands out of its noise, and seconds that it was not made
  /// of lose variance.
  boolean isSafe() {
    return rms() >= LEAST_SNR * rmsSigma() && varianceFall > 0;
  }

  private static TickStack of(List<Block> quiet, int rate) {
    double[] mean = mean(quiet, rate);
    double[] sigma = new double[rate];
    for (Block block : quiet) {
      for (int k = 0; k < rate; k++) {
        double off = block.mean[k] - mean[k];
        sigma[k] += off * off;
      }
    }
    double n = quiet.size();
    for (int k = 0; k < rate; k++) {
      sigma[k] = Math.sqrt(sigma[k] / (n - 1) / n);
    }
    return new TickStack(mean, sigma, quiet.size() * BLOCK_S, heldOut(quiet, rate));
  }

  private static double heldOut(List<Block> quiet, int rate) {
    List<List<Block>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < quiet.size(); i++) {
      halves.get(i % 2).add(quiet.get(i));
    }
    double before = 0;
    double after = 0;
    for (int half = 0; half < 2; half++) {
      double[] others = mean(halves.get(1 - half), rate);
      for (Block block : halves.get(half)) {
        before += block.power;
        after += block.power;
        for (int k = 0; k < rate; k++) {
          after += (others[k] - 2 * block.mean[k]) * others[k] / rate;
        }
      }
    }
    return before > 0 ? 1 - after / before : 0;
  }

  /// Of mean zero: the mean over the second is not a tick's to know.
  private static double[] mean(List<Block> blocks, int rate) {
    double[] mean = new double[rate];
    double all = 0;
    for (Block block : blocks) {
      for (int k = 0; k < rate; k++) {
        mean[k] += block.mean[k] / blocks.size();
        all += block.mean[k] / blocks.size() / rate;
      }
    }
    for (int k = 0; k < rate; k++) {
      mean[k] -= all;
    }
    return mean;
  }

  /// x less its mean over one second about each sample; zero where that second is not all there.
  private static double[] fast(double[] x, int rate) {
    double[] fast = new double[x.length];
    int half = rate / 2;
    double edge = rate % 2 == 0 ? 0.5 : 1;
    for (int i = half; i + half < x.length; i++) {
      double sum = edge * (x[i - half] + x[i + half]);
      for (int j = i - half + 1; j < i + half; j++) {
        sum += x[j];
      }
      fast[i] = x[i] - sum / rate;
    }
    return fast;
  }

  /// @param mean second of the block
  /// @param power mean square of its samples
  private record Block(double[] mean, double power) {
    static Block of(double[] x, int from, int rate) {
      double[] mean = new double[rate];
      double power = 0;
      for (int i = 0; i < BLOCK_S * rate; i++) {
        mean[(from + i) % rate] += x[from + i] / BLOCK_S;
        power += x[from + i] * x[from + i];
      }
      return new Block(mean, power / (BLOCK_S * rate));
    }
  }
}
