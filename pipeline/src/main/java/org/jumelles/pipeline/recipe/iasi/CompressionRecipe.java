package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.detection.BandScores;
import org.jumelles.iasi.detection.Basis;
import org.jumelles.iasi.detection.Compression;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.BasisContents;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import tools.jackson.databind.json.JsonMapper;

/// `iasi/compression`: what the user's principal components leave unexplained of a granule, band by
/// band, and the pixels that they explain worst. The basis is an input like the spectra: it was
/// taken in, and its bytes are kept.
final class CompressionRecipe {
  static final Recipe RECIPE = new Recipe("iasi/compression", "1");
  static final String PAYLOAD = "compression.json";
  private static final double OUTLIER = 1.2;
  private static final long BYTES = 160L << 20;

  private final Archive archive;
  private final Provenance provenance;

  CompressionRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// Nothing where the archive holds no basis.
  List<Work> plan(List<Swath> swaths) {
    List<Found> basis = basis();
    return basis.isEmpty() ? List.of() : swaths.stream().map(swath -> work(swath, basis)).toList();
  }

  /// The newest of each band.
  private List<Found> basis() {
    Map<Integer, Found> bands = new TreeMap<>();
    for (Found found : archive.entries(Query.all(BasisContents.KIND))) {
      String first = found.entry().attributes().getOrDefault(BasisContents.FIRST_CHANNEL, "0");
      bands.put(Integer.parseInt(first), found);
    }
    return List.copyOf(bands.values());
  }

  private Work work(Swath swath, List<Found> basis) {
    Map<String, String> parameters =
        Map.of("subject", swath.subject(), "outlier", Double.toString(OUTLIER));
    List<Identity> inputs = new ArrayList<>();
    inputs.add(swath.found().product());
    basis.forEach(band -> inputs.add(band.product()));
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    return new Work(
            identity,
            "compression of " + swath.subject(),
            BYTES,
            () -> make(swath, basis, parameters, inputs))
        .of(RECIPE, swath.span());
  }

  private Outcome<ProductDraft> make(
      Swath swath, List<Found> basis, Map<String, String> parameters, List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    List<Band> bands = new ArrayList<>();
    for (Found found : basis) {
      Path file = archive.path(found.product(), found.entry().payload());
      try (NetCdfFile hdf5 = NetCdfFile.open(file)) {
        bands.add(new Band(new Compression(Basis.read(List.of(hdf5)).bands().getFirst())));
      }
    }
    List<Defect> defects =
        swath.open(
            archive,
            granule -> Swath.eachLine(granule, line -> bands.forEach(band -> band.take(line))));
    Path file = archive.workFile(PAYLOAD);
    Files.writeString(
        file,
        new JsonMapper()
            .writeValueAsString(Map.of("bands", bands.stream().map(Band::document).toList())));
    Entry raw = swath.found().entry();
    return Outcome.of(
        new ProductDraft(
            RECIPE,
            "Compression of " + swath.subject(),
            parameters,
            inputs,
            List.of(new DraftPayload(PAYLOAD, "application/json", file)),
            List.of(
                new Entry(
                    "compression",
                    swath.subject(),
                    raw.span(),
                    PAYLOAD,
                    0,
                    Files.size(file),
                    Map.of("bands", Integer.toString(bands.size())))),
            provenance.since(started, Programme.ofKey(swath.subject()).name(), raw.span().start()),
            Map.of(ProductDraft.SUBJECT, swath.subject())),
        defects);
  }

  /// What one band comes to.
  private static final class Band {
    private final Compression compression;
    private final List<Map<String, Object>> outliers = new ArrayList<>();
    private long spectra;
    private double squares;
    private double largest;

    Band(Compression compression) {
      this.compression = compression;
    }

    void take(ScanLine line) {
      BandScores scores = compression.compress(line);
      for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
        if (!line.present()[pixel]) {
          continue;
        }
        double rms = scores.residualRms(pixel);
        spectra++;
        squares += rms * rms;
        largest = Math.max(largest, scores.largestResidual(pixel));
        if (scores.outlierScore(pixel) > OUTLIER) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("line", line.number());
          row.put("efov", pixel / ScanLine.PIXELS_PER_VIEW);
          row.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
          row.put("outlier_score", scores.outlierScore(pixel));
          outliers.add(row);
        }
      }
    }

    Map<String, Object> document() {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("first_channel", compression.basis().firstChannel());
      row.put("channels", compression.basis().channels());
      row.put("components", compression.basis().size());
      row.put("spectra", spectra);
      if (spectra > 0) {
        row.put("residual_rms", Math.sqrt(squares / spectra));
        row.put("residual_max", largest);
        row.put("outliers", outliers);
      }
      return row;
    }
  }
}
