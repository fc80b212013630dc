package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.Plume;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    description = "Makes scan lines that nobody measured, and the truth beside them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi simulate --lines 10 --seed 1 -o sim.nat",
      "  jumelles iasi simulate --lines 100 --seed 7 --plumes 6 -o sim.nat",
      "  jumelles iasi simulate --lines 10 --seed 1 --basis pcc -o sim.nat",
      "",
      "Orbit, scan, noise and integers are those of IASI; the atmosphere is parametric.",
      "With --basis spectra vary about the mean of the basis instead. The truth goes to",
      "OUT.truth.json, what lies below each pixel (state of the air, carbon monoxide) to",
      "OUT.states.csv. The same options give the same bytes."
    })
final class IasiSimulateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private BasisOption basis = new BasisOption();

  @Option(names = "--lines", required = true, paramLabel = "N", description = "Of 120 spectra.")
  private int lines;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of chance. (1)")
  private long seed;

  @Option(names = "--plumes", defaultValue = "0", paramLabel = "K", description = "How many. (0)")
  private int plumes;

  @Option(
      names = "--start",
      defaultValue = "2026-06-21T09:00:00",
      paramLabel = "TIME",
      description = "Of the first view, UTC. (2026-06-21T09:00:00)")
  private String start = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "NAT",
      description = "The EPS native product.")
  private Path out = Path.of("");

  /// Makes lines ahead in all processors and hands them on in order.
  @SuppressWarnings("ArrayRecordComponent") // a counter
  private record Ahead(
      SimulatedGranule granule,
      ExecutorService pool,
      int threads,
      int[] at,
      Deque<Future<ScanLine>> underway)
      implements Iterator<ScanLine> {
    @Override
    public boolean hasNext() {
      return !underway.isEmpty() || at[0] < granule.lineCount();
    }

    @Override
    public ScanLine next() {
      while (underway.size() <= threads && at[0] < granule.lineCount()) {
        int number = at[0]++;
        underway.add(pool.submit(() -> granule.line(number).found().orElseThrow()));
      }
      try {
        return underway.remove().get();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = new Plan(seed, Utc.parse(start), lines, plumes, basis.find());
    Path truth = out.resolveSibling(out.getFileName() + ".truth.json");
    output.check(out);
    Path states = out.resolveSibling(out.getFileName() + ".states.csv");
    output.check(truth);
    output.check(states);
    SimulatedGranule granule = new SimulatedGranule(plan);
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Ahead ahead = new Ahead(granule, pool, threads, new int[1], new ArrayDeque<>());
      output.write(out, stream -> EpsL1cWriter.write(stream, granule.header(), lines, ahead));
    }
    Map<String, Object> document = document(granule);
    output.write(truth, stream -> stream.write(text(document).getBytes(StandardCharsets.UTF_8)));
    if (plan.basis().isEmpty()) {
      output.write(
          states, stream -> stream.write(StateFile.text(granule).getBytes(StandardCharsets.UTF_8)));
      document.put("states", String.valueOf(states.getFileName()));
    }
    answer.give(
        document,
        () ->
            answer
                .out()
                .println(out + ": " + lines + " lines, " + plumes + " plumes; truth in " + truth));
    return ExitCode.OK;
  }

  private static String text(Map<String, Object> document) {
    return Answer.jsonText(document);
  }

  private Map<String, Object> document(SimulatedGranule granule) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", String.valueOf(out.getFileName()));
    document.put("seed", seed);
    document.put("start", Utc.text(granule.header().sensing().start()));
    document.put("lines", lines);
    document.put("spectra", lines * ScanLine.PIXELS);
    document.put("plumes", granule.plumes().stream().map(p -> plume(granule, p)).toList());
    return document;
  }

  private static Map<String, Object> plume(SimulatedGranule granule, Plume plume) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", plume.kind().title());
    row.put("line", plume.line());
    row.put("efov", plume.view());
    row.put("latitude_deg", plume.latitudeDeg());
    row.put("longitude_deg", plume.longitudeDeg());
    row.put("radius_km", plume.radiusKm());
    row.put("height_km", plume.heightKm());
    row.put("strength", plume.strength());
    row.put("strength_unit", plume.kind().unit());
    row.put("pixels", pixels(granule, plume));
    return row;
  }

  /// Line, view, pixel and strength of each pixel under a plume.
  private static List<List<Object>> pixels(SimulatedGranule granule, Plume plume) {
    List<List<Object>> all = new ArrayList<>();
    for (int line = 0; line < granule.lineCount(); line++) {
      double[] strengths = granule.strengths(plume, granule.geometry(line));
      if (Arrays.stream(strengths).allMatch(s -> s == 0)) {
        continue;
      }
      for (int p = 0; p < strengths.length; p++) {
        if (strengths[p] > 0) {
          all.add(
              List.of(
                  line, p / ScanLine.PIXELS_PER_VIEW, p % ScanLine.PIXELS_PER_VIEW, strengths[p]));
        }
      }
    }
    return all;
  }
}
