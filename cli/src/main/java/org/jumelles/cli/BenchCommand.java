package org.jumelles.cli;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    description = "Times whole commands of this program beside those of peers found installed.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles bench                         on files made from a seed",
      "  jumelles bench granule.nat cube.hdr    on your own",
      "",
      "Each turn runs every program once, one after the other, from start to end, with the file",
      "in memory from a turn before that is not counted. Told are the median, the least and the",
      "greatest of the turns, on the wall. Nothing else should run meanwhile."
    })
final class BenchCommand implements Callable<Integer> {
  private static final int SAMPLES = 8_000_000;
  private static final long LIMIT_SECONDS = 600;

  @Mixin private Answer answer = new Answer();

  @Option(names = "--turns", defaultValue = "5", paramLabel = "N", description = "(5)")
  private int turns;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Instead of made ones.")
  private List<Path> files = List.of();

  /// One program's times; none where it is not installed or failed, and then why.
  ///
  /// @param seconds on the wall, ascending
  private record Row(String program, List<Double> seconds, String why) {
    OptionalDouble median() {
      return seconds.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(seconds.get(seconds.size() / 2));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (turns < 1) {
      throw new IllegalArgumentException("--turns " + turns + ": at least 1");
    }
    Path folder = Files.createTempDirectory("jumelles-bench");
    try {
      List<Path> given = files.isEmpty() ? make(folder) : files;
      List<Map<String, Object>> documents = new ArrayList<>();
      for (Path file : given) {
        Contest contest =
            Contest.of(file)
                .orElseThrow(
                    () -> new IllegalArgumentException(file + ": no peer is known for its kind"));
        List<Row> rows = hold(contest, folder);
        documents.add(document(contest, rows));
        if (!answer.isJson()) {
          print(contest, rows);
        }
      }
      if (answer.isJson()) {
        answer.json(Map.of("turns", turns, "machine", machine(), "contests", documents));
      }
      return ExitCode.OK;
    } finally {
      clear(folder);
    }
  }

  /// A file a mission, from a seed.
  private List<Path> make(Path folder) throws IOException {
    answer.say("making a file a mission from seed 1 ...");
    Path waves = folder.resolve("counts.mseed");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(waves), 1 << 16)) {
      MiniSeed.write(
          out,
          SourceId.of("XX", "SIMLY", "02", "BHU"),
          Utc.parse("2019-05-23T00:00:00"),
          20,
          new Samples.Ints(walk()),
          WriteOptions.version2(Encoding.STEIM2));
    }
    Path spectra = folder.resolve("spectra.nat");
    make("iasi", "simulate", "--lines", "40", "--seed", "1", "-o", spectra.toString());
    Path grain = folder.resolve("grain");
    make("ryugu", "simulate", "--seed", "1", "-o", grain.toString());
    return List.of(waves, spectra, grain.resolve("raw.hdr"));
  }

  private static void make(String... words) throws IOException {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    if (Jumelles.run(writer, writer, words) != ExitCode.OK) {
      throw new IOException("could not make a file: " + said);
    }
  }

  /// Counts whose differences are as large as those of a quiet seismometer.
  private static int[] walk() {
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[SAMPLES];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + (int) Math.round(random.nextGaussian() * 40);
    }
    return counts;
  }

  private List<Row> hold(Contest contest, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    List<List<String>> commands = new ArrayList<>();
    List<Row> absent = new ArrayList<>();
    names.add("Jumelles");
    commands.add(ourselves(contest.ours()));
    for (Contest.Peer peer : contest.peers()) {
      Optional<Contest.Peer> found = found(peer, folder);
      names.addAll(found.stream().map(Contest.Peer::name).toList());
      commands.addAll(found.stream().map(Contest.Peer::command).toList());
      if (found.isEmpty()) {
        absent.add(new Row(peer.name(), List.of(), "not installed, or not for this file"));
      }
    }
    List<List<Double>> times = new ArrayList<>();
    names.forEach(_ -> times.add(new ArrayList<>()));
    for (int turn = 0; turn <= turns; turn++) {
      for (int i = 0; i < commands.size(); i++) {
        OptionalDouble taken = seconds(commands.get(i), folder);
        if (turn > 0 && taken.isPresent()) {
          times.get(i).add(taken.getAsDouble());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<Double> sorted = times.get(i).stream().sorted().toList();
      boolean whole = sorted.size() == turns;
      rows.add(new Row(names.get(i), whole ? sorted : List.of(), whole ? "" : "failed"));
    }
    rows.addAll(absent);
    return rows;
  }

  private static Optional<Contest.Peer> found(Contest.Peer peer, Path folder) throws IOException {
    List<Contest.Peer> ways =
        peer.isPython() ? List.of(peer, peer.by("/usr/bin/python3")) : List.of(peer);
    for (Contest.Peer way : ways) {
      if (seconds(way.probe(), folder).isPresent()) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  /// This program again, on this very runtime.
  private static List<String> ourselves(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Jumelles.class.getName());
    command.addAll(words);
    return command;
  }

  /// How long a command took; empty where it cannot be started or did not end with 0 in time.
  private static OptionalDouble seconds(List<String> command, Path folder) throws IOException {
    long started = System.nanoTime();
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(Path.of("").toAbsolutePath().toFile())
              .redirectOutput(folder.resolve("out.txt").toFile())
              .redirectError(folder.resolve("err.txt").toFile())
              .start();
    } catch (IOException e) {
      return OptionalDouble.empty(); // there is no such program
    }
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return OptionalDouble.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.getFirst() + " ran", e);
    } finally {
      process.destroyForcibly();
    }
    double taken = (System.nanoTime() - started) / 1e9;
    return process.exitValue() == 0 ? OptionalDouble.of(taken) : OptionalDouble.empty();
  }

  private void print(Contest contest, List<Row> rows) throws IOException {
    PrintWriter out = answer.out();
    out.printf(
        Locale.ROOT,
        "%s: %s (%.1f MB)%n",
        contest.file().getFileName(),
        contest.question(),
        contest.bytes() / 1e6);
    OptionalDouble ours = rows.getFirst().median();
    for (Row row : rows) {
      if (row.seconds().isEmpty()) {
        out.printf(Locale.ROOT, "  %-16s %s%n", row.program(), row.why());
        continue;
      }
      String ratio =
          row.equals(rows.getFirst()) || ours.isEmpty()
              ? ""
              : String.format(
                  Locale.ROOT,
                  "   %.1f times ours",
                  row.median().orElseThrow() / ours.getAsDouble());
      out.printf(
          Locale.ROOT,
          "  %-16s %8.3f s (%.3f to %.3f)%s%n",
          row.program(),
          row.median().orElseThrow(),
          row.seconds().getFirst(),
          row.seconds().getLast(),
          ratio);
    }
    out.flush();
  }

  private static Map<String, Object> document(Contest contest, List<Row> rows) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", contest.file().toString());
    document.put("bytes", contest.bytes());
    document.put("question", contest.question());
    List<Map<String, Object>> programs = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("program", row.program());
      if (row.seconds().isEmpty()) {
        told.put("left_out", row.why());
      } else {
        told.put("median_s", row.median().orElseThrow());
        told.put("seconds", row.seconds());
      }
      programs.add(told);
    }
    document.put("programs", programs);
    return document;
  }

  private static Map<String, Object> machine() {
    return Map.of(
        "processors", Runtime.getRuntime().availableProcessors(),
        "load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        "runtime", Runtime.version().toString(),
        "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
