package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.exchange.SwathContents;
import org.jumelles.iasi.exchange.SwathFile;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/brightness`: a granule's brightness temperatures of all channels in kelvin, with places,
/// angles and flags, as CF NetCDF-4. Memory is a few lines, whatever the granule.
final class BrightnessRecipe {
  static final Recipe RECIPE = new Recipe("iasi/brightness", "1");
  static final String PAYLOAD = "brightness.nc";
  private static final long BYTES = 64L << 20;
  private static final SwathContents CONTENTS =
      new SwathContents(false, true, 1, Channels.COUNT, false);

  private final Archive archive;
  private final Provenance provenance;

  BrightnessRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  Work plan(Swath swath) {
    Map<String, String> parameters = Map.of("subject", swath.subject(), "rounded_k", "1/256");
    List<Identity> inputs = List.of(swath.found().product());
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    return new Work(
            identity,
            "brightness temperatures of " + swath.subject(),
            BYTES,
            () -> make(swath, parameters, inputs))
        .of(RECIPE, swath.span());
  }

  private Outcome<ProductDraft> make(
      Swath swath, Map<String, String> parameters, List<Identity> inputs) throws IOException {
    Moment started = Provenance.now();
    Path file = archive.workFile(PAYLOAD);
    List<Defect> defects = swath.open(archive, granule -> write(swath, granule, file));
    Entry raw = swath.found().entry();
    Entry entry =
        new Entry(
            "brightness",
            swath.subject(),
            raw.span(),
            PAYLOAD,
            0,
            Files.size(file),
            raw.attributes());
    return Outcome.of(
        new ProductDraft(
            RECIPE,
            "Brightness temperatures of " + swath.subject(),
            parameters,
            inputs,
            List.of(new DraftPayload(PAYLOAD, "application/x-netcdf", file)),
            List.of(entry),
            provenance.since(started, Programme.ofKey(swath.subject()).name(), raw.span().start()),
            Map.of(ProductDraft.SUBJECT, swath.subject())),
        defects);
  }

  private static List<Defect> write(
      Swath swath, org.jumelles.iasi.spectrum.Granule granule, Path file) throws IOException {
    List<Attribute> notes = List.of(Attribute.of("source", swath.found().product().sha256Hex()));
    int[] at = new int[1];
    List<Defect> defects = new ArrayList<>();
    int lines = Integer.parseInt(swath.found().entry().attributes().getOrDefault("lines", "0"));
    try (SwathFile out = SwathFile.create(file, granule.header(), lines, CONTENTS, notes)) {
      defects.addAll(Swath.eachLine(granule, line -> out.append(out.encode(at[0]++, line))));
    }
    return defects;
  }
}
