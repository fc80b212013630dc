package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.pipeline.run.SpareArrays;
import org.jumelles.ryugu.cube.Cube;

/// Frames that go with a raw cube: of its shape, or of one line that serves every line.
final class FrameSource implements AutoCloseable {
  private final Cube frames;
  private final boolean oneLine;

  /// Counts that nobody needs any more, for the next to be read into.
  private final SpareArrays spare = new SpareArrays();

  private FrameSource(Cube frames, boolean oneLine) {
    this.frames = frames;
    this.oneLine = oneLine;
  }

  /// @throws MalformedDataException where the shapes do not go together, with both
  static FrameSource open(Path file, Cube raw, Answer answer) throws IOException {
    Cube frames = CubeInput.open(file, answer);
    boolean across = frames.samples() == raw.samples() && frames.bands() == raw.bands();
    if (across && (frames.lines() == raw.lines() || frames.lines() == 1)) {
      return new FrameSource(frames, frames.lines() == 1);
    }
    String found = CubeInput.shape(frames);
    frames.close();
    throw new MalformedDataException(
        file.toString(),
        new Place.Whole(),
        "lines x samples x bands",
        CubeInput.shape(raw) + " as the raw cube, or one such line",
        found);
  }

  double[] read(long first, int count) throws IOException {
    double[] counts = spare.take(count * frames.bands());
    if (!oneLine) {
      frames.read(first, count, counts);
      return counts;
    }
    double[] line = new double[frames.samples() * frames.bands()];
    frames.read(0, frames.samples(), line);
    for (int i = 0; i < count; i++) {
      int sample = (int) ((first + i) % frames.samples());
      System.arraycopy(line, sample * frames.bands(), counts, i * frames.bands(), frames.bands());
    }
    return counts;
  }

  /// Takes back what was read; it is not to be used any more.
  void giveBack(double[] counts) {
    spare.giveBack(counts);
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
