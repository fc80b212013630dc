package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.pipeline.run.Progress;

/// One file of Level 1C spectra, read line by line; what was wrong is kept for the end.
final class SpectraFile {
  private final Granule granule;
  private final Progress progress;
  private final List<Defect> defects = new ArrayList<>();
  private int refused;

  private SpectraFile(Granule granule, Progress progress) {
    this.granule = granule;
    this.progress = progress;
  }

  /// What a command does with the file while it is open.
  @FunctionalInterface
  interface Use<T> {
    T apply(SpectraFile file) throws IOException;
  }

  /// What a command does with a line.
  @FunctionalInterface
  interface LineUse {
    void accept(ScanLine line) throws IOException;
  }

  /// @param answer where progress is told, if it takes long
  /// @throws MalformedDataException where the file is no container of spectra
  static <T> T with(Path file, Answer answer, Use<T> use) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return use.apply(
          new SpectraFile(
              Granules.open(InputFile.map(file, arena)), answer.progressWhereItIsLong()));
    }
  }

  Granule granule() {
    return granule;
  }

  /// Each line that can be read, in order.
  void eachLine(LineUse use) throws IOException {
    eachLine(0, granule.lineCount(), use);
  }

  /// The same for lines `from` to `to`, that one not.
  void eachLine(int from, int to, LineUse use) throws IOException {
    progress.begin("scan lines", to - from);
    for (int i = from; i < to; i++) {
      Outcome<ScanLine> outcome = granule.line(i);
      defects.addAll(outcome.defects());
      if (outcome.found().isPresent()) {
        use.accept(outcome.found().get());
      } else {
        refused++;
      }
      progress.advance(1);
    }
    progress.end();
  }

  int refusedLines() {
    return refused;
  }

  List<Defect> defects() {
    return defects;
  }

  /// Says what was wrong and gives the exit code that follows.
  int tell(Answer answer) {
    InputFile.tell(defects, defects.size(), answer);
    return defects.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
