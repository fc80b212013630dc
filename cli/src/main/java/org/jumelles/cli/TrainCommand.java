package org.jumelles.cli;

import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Walks the common ways once in a throw-away archive, so that a cache of their classes can be kept
/// and every later start is quick.
@Command(name = "train", hidden = true, description = "Loads what a start-up cache should hold.")
final class TrainCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("jumelles-train");
    String archive = folder.resolve("archive").toString();
    Path cube = folder.resolve("cube");
    List<List<String>> ways =
        List.of(
            List.of("--help"),
            List.of("seis", "lmst", "2018-11-26T19:44:52.444", "--json"),
            List.of("up", "--once", "--hours", "1", "--archive", archive),
            List.of("up", folder.toString(), "--once", "--archive", archive),
            List.of("list", "events", "--json", "--archive", archive),
            List.of("verify", "--archive", archive));
    try {
      Stream.concat(ways.stream(), cubes(cube)).forEach(TrainCommand::walk);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    return ExitCode.OK;
  }

  private static void walk(List<String> way) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Jumelles.run(nowhere, nowhere, way.toArray(String[]::new));
  }

  /// A small grain through the steps that people run one by one; what the loops over its numbers
  /// are like is in the cache too.
  private static Stream<List<String>> cubes(Path folder) {
    UnaryOperator<String> in = name -> folder.resolve(name).toString();
    String library = in.apply("endmembers.hdr");
    String grain = folder.resolveSibling("grain.hdr").toString();
    String noise = folder.resolveSibling("grain-noise.hdr").toString();
    String out = folder.resolveSibling("out.hdr").toString();
    List<String> calibrate =
        Stream.of(
                "--json --gain 20 --read-noise 3 --bias 1000 --averaged 1,16,16"
                    + " --tuning 0.5 --saturation 65535 --exposure-ratio 20 --repair-spikes")
            .flatMap(words -> Stream.of(words.split(" ", -1)))
            .collect(Collectors.toCollection(ArrayList::new));
    for (String frame : List.of("raw", "dark", "white", "white-dark")) {
      calibrate.addAll(List.of("--" + frame, in.apply(frame.replace('-', '_') + ".hdr")));
    }
    calibrate.addAll(List.of("--reference", in.apply("reference.csv")));
    List<String> alone = new ArrayList<>(List.of("ryugu", "calibrate", "-o", grain));
    alone.addAll(calibrate);
    List<String> chain = new ArrayList<>(List.of("ryugu", "chain", "--library", library));
    chain.addAll(List.of("--endmembers", library, "-o", folder.resolveSibling("all").toString()));
    chain.addAll(calibrate);
    return Stream.of(
        List.of("ryugu", "simulate", "--lines", "64", "--samples", "64", "-o", folder.toString()),
        alone,
        chain,
        List.of("ryugu", "info", grain, "--json"),
        List.of("ryugu", "continuum", grain, "-o", out),
        List.of("ryugu", "parameters", grain, "--sigma", noise, "-o", out, "--force"),
        List.of("ryugu", "sam", grain, "--library", library, "--json"),
        List.of("ryugu", "unmix", grain, "--endmembers", library, "-o", out, "--force"),
        List.of("ryugu", "pca", grain, "--json"));
  }
}
