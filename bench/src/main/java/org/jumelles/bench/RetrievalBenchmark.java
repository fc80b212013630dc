package org.jumelles.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.FastModel;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
import org.jumelles.iasi.retrieval.TableCompiler;
import org.jumelles.iasi.retrieval.TableFile;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.bytes.Bytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The CO window 2143-2181.25 cm-1: line by line, from the table with all derivatives, and one
/// retrieval; milliseconds each, one thread.
///
/// `-jvmArgs -Djumelles.table=FILE` names a table that `jumelles iasi compile` made of all gases;
/// without it one is made of the CO fundamental alone, which takes a while.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RetrievalBenchmark {
  private static final int CARBON_MONOXIDE = 5;
  private static final double FROM = 2143;
  private static final double TO = 2181.25;

  private final Atmosphere air = Layering.DEFAULT.cut(StandardProfile.make(), 20).merged();
  private final Surface ground = new Surface(air.groundTemperatureK(), 0.98);
  private final LineByLine exact;
  private final FastModel model;
  private final FastModel.Prepared prepared;
  private final double[][] factors;
  private final GasRetrieval retrieval;
  private final GasRetrieval.Start start;
  private final NoiseCovariance noise;
  private final double[] radiance;

  public RetrievalBenchmark() {
    LineFile lines = CarbonMonoxideFundamental.lines(30);
    Transitions transitions =
        Transitions.of(List.of(lines), FROM - 5, TO + 5, false).found().orElseThrow();
    exact = new LineByLine(transitions, null, FROM, TO, LineByLine.Widths.EXACT);
    model = new FastModel(tableOrFault(transitions));
    prepared = model.prepare(air, false);
    factors = new double[model.table().gases().length][0];
    retrieval = new GasRetrieval(model, CARBON_MONOXIDE, GasRetrieval.Settings.DEFAULT);
    start = retrieval.start(air, ground);
    double[] sigma = NoiseTable.BUILT_IN.radiance(model.table().wavenumberPerCm());
    noise = retrieval.noise(sigma, OptionalDouble.empty());
    double[] more = new double[air.layers().size()];
    java.util.Arrays.fill(more, 1.5);
    Atmosphere truth = air.scaled(CARBON_MONOXIDE, more);
    radiance = model.radiance(model.prepare(truth, false), ground);
  }

  /// A state's constructor may not throw what is checked.
  private static AbsorptionTable tableOrFault(Transitions transitions) {
    try {
      return table(transitions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AbsorptionTable table(Transitions transitions) throws IOException {
    String file = System.getProperty("jumelles.table", "");
    if (file.isEmpty()) {
      return new TableCompiler(transitions, null, FROM, TO).compile(List.of("benchmark"));
    }
    return TableFile.read(Bytes.of(file, Files.readAllBytes(Path.of(file)))).found().orElseThrow();
  }

  @Benchmark
  public Object lineByLine() {
    return exact.spectrum(air, ground);
  }

  @Benchmark
  public Object tableWithDerivatives() {
    return model.see(prepared, factors, ground);
  }

  @Benchmark
  public Object retrieval() {
    return retrieval.retrieve("benchmark", start, radiance, noise);
  }
}
