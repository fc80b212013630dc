package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.Transitions;
import picocli.CommandLine.Option;

/// Which lines absorb, in which window.
final class LineOptions {
  @Option(
      names = "--lines",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description = "HITRAN lines of 160 characters.")
  private List<Path> files = List.of();

  @Option(
      names = "--precedence",
      description =
          "Of one transition in two files the first file's counts; else that is an error.")
  private boolean precedence;

  @Option(names = "--continuum", paramLabel = "FILE", description = "MT_CKD water continuum.")
  private @Nullable Path continuum;

  @Option(
      names = "--window",
      required = true,
      paramLabel = "A:B",
      description = "First and last channel, cm-1, multiples of 0.25.")
  private String window = "";

  /// The window's ends.
  double[] window() {
    String[] ends = window.split(":", -1);
    try {
      if (ends.length == 2) {
        double from = Double.parseDouble(ends[0]);
        double to = Double.parseDouble(ends[1]);
        if (from >= 50 && to > from && to <= 5000 && channel(from) && channel(to)) {
          return new double[] {from, to};
        }
      }
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("--window " + window + ": A:B in cm-1", unreadable);
    }
    throw new IllegalArgumentException(
        "--window " + window + ": 50 <= A < B <= 5000 cm-1, multiples of 0.25");
  }

  private static boolean channel(double wavenumberPerCm) {
    return 4 * wavenumberPerCm == Math.rint(4 * wavenumberPerCm);
  }

  List<Path> files() {
    return files;
  }

  /// All lines that matter in the window and its margins.
  Transitions transitions(double marginPerCm, Answer answer) throws IOException {
    double[] ends = window();
    List<LineFile> read = new ArrayList<>();
    for (Path file : files) {
      try (Arena arena = Arena.ofConfined()) {
        read.add(InputFile.need(LineFiles.read(InputFile.map(file, arena)), answer));
      }
    }
    return InputFile.need(
        Transitions.of(read, ends[0] - marginPerCm, ends[1] + marginPerCm, precedence), answer);
  }

  /// The continuum's file, where one was named.
  @Nullable Path continuumFile() {
    return continuum;
  }

  @Nullable WaterContinuum continuum(Answer answer) throws IOException {
    Path file = continuum;
    if (file == null) {
      return null;
    }
    try (Arena arena = Arena.ofConfined()) {
      return InputFile.need(WaterContinuum.read(InputFile.map(file, arena)), answer);
    }
  }
}
