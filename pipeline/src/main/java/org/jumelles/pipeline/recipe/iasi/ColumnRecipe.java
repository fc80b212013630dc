package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.column.PixelColumn;
import org.jumelles.iasi.column.PixelRetrieval;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.FastModel;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.TableFile;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.ingest.SpectraContents;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/column`: carbon monoxide above the clear pixels of a granule, by optimal estimation, with
/// sigma, prior, kernel and flags, as CF NetCDF-4. Of each granule every `stride`-th pixel is
/// taken. The state is a sounding's near the pixel, else a profile's: see [StateChoice].
public final class ColumnRecipe {
  static final Recipe RECIPE = new Recipe("iasi/column", "2");
  static final String PAYLOAD = "column.nc";

  /// The kind of the one entry that a product has.
  public static final String KIND = "columns";

  private static final String GAS = "CO";
  private static final String KERNELS = "kernels";
  private static final String WHOLE = "whole";
  private static final int CARBON_MONOXIDE = 5;
  static final double MOST_CLOUD_PERCENT = 2;
  private static final int STRIDE_SIMULATED = 4;
  private static final long BYTES = 128L << 20;

  private final Archive archive;
  private final Provenance provenance;
  private final TableRecipe tables;
  private final StateChoice choice;

  ColumnRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
    this.tables = new TableRecipe(archive, provenance);
    this.choice = new StateChoice(archive);
  }

  /// Whether the newest products hold whole kernel matrices.
  static boolean keepsKernels(Archive archive) {
    return archive.products(RECIPE.name()).stream()
        .anyMatch(product -> WHOLE.equals(product.parameters().get(KERNELS)));
  }

  /// Of each granule for which there is a table.
  ///
  /// @param kernels whether whole kernel matrices are wanted too
  List<Work> plan(List<Swath> swaths, boolean kernels) {
    List<Work> plan = new ArrayList<>();
    for (Swath swath : swaths) {
      Optional<Work> table =
          swath.isSimulated()
              ? Optional.of(tables.demonstration())
              : tables.lines().isEmpty() ? Optional.empty() : Optional.of(tables.ofLines());
      table
          .map(Work::identity)
          .filter(archive::has)
          .ifPresent(made -> plan.add(work(new Task(swath, made, choice.chosen(swath), kernels))));
    }
    return plan;
  }

  /// The work that makes a stored product once more, from its own inputs.
  Optional<Work> again(Product product) {
    List<Found> inputs = PixelFit.entries(archive.inputsOf(product.identity()));
    Optional<Found> spectra = PixelFit.of(inputs, SpectraContents.KIND);
    Optional<Found> table = PixelFit.of(inputs, TableRecipe.KIND);
    if (spectra.isEmpty() || table.isEmpty()) {
      return Optional.empty();
    }
    boolean kernels = WHOLE.equals(product.parameters().get(KERNELS));
    Swath swath = new Swath(spectra.get());
    return Optional.of(
        work(new Task(swath, table.get().product(), StateChoice.among(inputs), kernels)));
  }

  /// What a product is made of.
  private record Task(Swath swath, Identity table, List<Found> chosen, boolean kernels) {
    int stride() {
      return swath.isSimulated() ? STRIDE_SIMULATED : 1;
    }

    Map<String, String> parameters() {
      return Map.of(
          "subject",
          swath.subject(),
          "gas",
          GAS,
          "stride",
          Integer.toString(stride()),
          "most_cloud_percent",
          Double.toString(MOST_CLOUD_PERCENT),
          KERNELS,
          kernels ? WHOLE : "of columns");
    }

    List<Identity> inputs() {
      List<Identity> inputs = new ArrayList<>(List.of(swath.found().product(), table));
      chosen.forEach(found -> inputs.add(found.product()));
      return inputs;
    }
  }

  private Work work(Task task) {
    return new Work(
            Identity.of(RECIPE.name(), RECIPE.version(), task.parameters(), task.inputs()),
            GAS + " columns of " + task.swath().subject(),
            BYTES,
            () -> make(task))
        .of(RECIPE, task.swath().span());
  }

  private Outcome<ProductDraft> make(Task task) throws IOException {
    Moment started = Provenance.now();
    Swath swath = task.swath();
    AbsorptionTable table = table(archive, task.table());
    Counts counts = new Counts();
    Path file = archive.workFile(PAYLOAD);
    List<Defect> defects;
    String source;
    try (ColumnStates states = choice.of(swath, task.chosen(), middlePerCm(table))) {
      source = states.source();
      defects =
          swath.open(archive, granule -> retrieve(task, granule, table, states, file, counts));
    }
    if (counts.rows() == 0) {
      return new Outcome.Refused<>(
          new Defect(swath.subject(), new Place.Whole(), "lines", RECIPE.name(), "none is read"));
    }
    if (counts.standard > 0) {
      defects = new ArrayList<>(defects);
      defects.add(
          new Defect(
              swath.subject(),
              new Place.Whole(),
              "state of the air",
              RECIPE.name(),
              counts.standard
                  + " columns start from a made-up standard; take in a sounding or a profile"));
    }
    Entry raw = swath.found().entry();
    Map<String, String> told = counts.told();
    told.put("gas", GAS);
    told.put("state", source);
    told.put("stride", Integer.toString(task.stride()));
    Entry entry = new Entry(KIND, swath.subject(), raw.span(), PAYLOAD, 0, Files.size(file), told);
    told = new LinkedHashMap<>(told);
    told.put(ProductDraft.SUBJECT, swath.subject());
    return Outcome.of(
        new ProductDraft(
            RECIPE,
            GAS + " columns of " + swath.subject(),
            task.parameters(),
            task.inputs(),
            List.of(new DraftPayload(PAYLOAD, "application/x-netcdf", file)),
            List.of(entry),
            provenance.since(started, Programme.ofKey(swath.subject()).name(), raw.span().start()),
            told),
        defects);
  }

  /// Of the table's channels; the ground's emissivity is taken there.
  static double middlePerCm(AbsorptionTable table) {
    double[] channels = table.wavenumberPerCm();
    return (channels[0] + channels[channels.length - 1]) / 2;
  }

  private List<Defect> retrieve(
      Task task,
      Granule granule,
      AbsorptionTable table,
      ColumnStates states,
      Path file,
      Counts counts)
      throws IOException {
    Swath swath = task.swath();
    int stride = task.stride();
    GasRetrieval retrieval = retrieval(table);
    PixelRetrieval pixels = new PixelRetrieval(table, retrieval, NoiseTable.BUILT_IN);
    int lines = Integer.parseInt(swath.found().entry().attributes().getOrDefault("lines", "0"));
    if (lines == 0) {
      return List.of();
    }
    ColumnFile.Made made =
        new ColumnFile.Made(
            GAS,
            lines * (ScanLine.PIXELS / stride),
            states.layers(),
            task.kernels(),
            table,
            states.source(),
            NoiseTable.BUILT_IN.source());
    try (ColumnFile out = ColumnFile.create(file, made, notes(task, states))) {
      return Swath.eachLine(
          granule,
          line -> {
            List<PixelColumn> columns =
                IntStream.range(0, ScanLine.PIXELS / stride)
                    .map(i -> line.number() % stride + stride * i)
                    .parallel()
                    .mapToObj(pixel -> pixel(swath, line, pixel, states, retrieval, pixels))
                    .toList();
            columns.forEach(counts::take);
            out.append(columns);
          });
    }
  }

  private static List<Attribute> notes(Task task, ColumnStates states) {
    List<Attribute> notes = new ArrayList<>();
    notes.add(Attribute.of("source", task.swath().found().product().sha256Hex()));
    notes.add(Attribute.of("absorption_table_product", task.table().sha256Hex()));
    String stride = "every " + task.stride() + "th pixel, another one in each line";
    notes.add(Attribute.of("stride", stride));
    notes.add(Attribute.of("cloud_limit", "not retrieved above " + MOST_CLOUD_PERCENT + " %"));
    new TreeMap<>(states.parts()).forEach((part, who) -> notes.add(Attribute.of(part, who)));
    return notes;
  }

  private static PixelColumn pixel(
      Swath swath,
      ScanLine line,
      int pixel,
      ColumnStates states,
      GasRetrieval retrieval,
      PixelRetrieval pixels) {
    return PixelRetrieval.cloud(line, pixel, swath.subject(), MOST_CLOUD_PERCENT)
        .map(cloud -> pixels.refused(line, pixel, cloud))
        .orElseGet(
            () ->
                pixels.of(
                    line,
                    pixel,
                    swath.subject(),
                    (spectrum, zenith) -> states.of(retrieval, spectrum, line, pixel, zenith)));
  }

  /// With the settings of this recipe's version.
  static GasRetrieval retrieval(AbsorptionTable table) {
    return new GasRetrieval(new FastModel(table), CARBON_MONOXIDE, GasRetrieval.Settings.DEFAULT);
  }

  /// @throws MalformedDataException where the stored table cannot be read
  static AbsorptionTable table(Archive archive, Identity product) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Outcome<AbsorptionTable> read =
          TableFile.read(Bytes.map(archive.path(product, TableRecipe.PAYLOAD), arena));
      return read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
    }
  }

  /// What became of the pixels: rows = good + doubtful + refused, and cloudy ones are refused.
  private static final class Counts {
    private int good;
    private int doubtful;
    private int refused;
    private int cloudy;
    private int standard;

    void take(PixelColumn column) {
      switch (column.flag()) {
        case 0 -> good++;
        case 1 -> doubtful++;
        default -> refused++;
      }
      boolean cloud = (column.doubts() & PixelColumn.Doubt.CLOUD.bit()) != 0;
      cloudy += cloud && column.flag() == 2 ? 1 : 0;
      standard += (column.doubts() & PixelColumn.Doubt.STATE_MADE_UP.bit()) != 0 ? 1 : 0;
    }

    int rows() {
      return good + doubtful + refused;
    }

    Map<String, String> told() {
      Map<String, String> told = new LinkedHashMap<>();
      told.put("spectra", Integer.toString(rows()));
      told.put("good", Integer.toString(good));
      told.put("doubtful", Integer.toString(doubtful));
      told.put("refused", Integer.toString(refused));
      told.put("cloudy", Integer.toString(cloudy));
      return told;
    }
  }
}
