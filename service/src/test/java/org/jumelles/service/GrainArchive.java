package org.jumelles.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Span;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;

/// A cube of 6 lines, 8 samples and 101 bands with one known dip, and the ledger of its grain.
final class GrainArchive {
  static final int LINES = 6;
  static final int SAMPLES = 8;
  static final int BANDS = 101;
  static final double CENTRE_UM = 2.723;
  static final double DEPTH = 0.2;
  static final double SIGMA = 1e-4;

  private GrainArchive() {}

  static double um(int band) {
    return 2.4 + band * 0.01;
  }

  /// Brighter from pixel to pixel; the dip is the same part of each.
  static double value(int pixel, int band) {
    double x = (um(band) - CENTRE_UM) / 0.03;
    return (0.02 + pixel * 1e-4) * (1 - DEPTH * Math.exp(-x * x / 2));
  }

  static Product fill(Archive archive, Path work) throws IOException {
    Path folder = Files.createDirectories(work.resolve("grain"));
    write(folder.resolve("reflectance.hdr"), "reflectance factor", false);
    write(folder.resolve("sigma.hdr"), "its sigma", true);
    List<ProductDraft.DraftPayload> files =
        List.of("reflectance.hdr", "reflectance.img", "sigma.hdr", "sigma.img").stream()
            .map(
                name ->
                    new ProductDraft.DraftPayload(
                        name, "application/octet-stream", folder.resolve(name)))
            .toList();
    Product product =
        archive.store(
            new ProductDraft(
                new Recipe("ryugu/reflectance", "1"),
                "Reflectance of A0001",
                Map.of(),
                List.of(),
                files,
                List.of(
                    new Entry(
                        "cube",
                        "A0001/reflectance",
                        new Span(SampleArchive.START, SampleArchive.START),
                        "reflectance.hdr",
                        0,
                        0,
                        Map.of())),
                SampleArchive.lineage(),
                Map.of(ProductDraft.SUBJECT, "A0001")));
    ledger(archive, product.identity().sha256Hex());
    return product;
  }

  private static void write(Path file, String what, boolean sigma) throws IOException {
    double[] um = new double[BANDS];
    Arrays.setAll(um, GrainArchive::um);
    boolean[] good = new boolean[BANDS];
    Arrays.fill(good, true);
    Axis axis = new Axis(um, Axis.Unit.MICROMETRE, Optional.empty(), good);
    float[] values = new float[LINES * SAMPLES * BANDS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sigma ? SIGMA : value(i / BANDS, i % BANDS));
    }
    if (!sigma) {
      Arrays.fill(values, 0, BANDS, Float.NaN);
    }
    try (CubeWriter writer = Cubes.create(file, NewCube.of(LINES, SAMPLES, axis, what))) {
      writer.write(0, LINES * SAMPLES, values);
      writer.finish();
    }
  }

  private static void ledger(Archive archive, String product) throws IOException {
    note(archive, "balance", "id", "B1", "scale_sigma_percent", "0");
    note(
        archive,
        "sample",
        "name",
        "A0001",
        "form",
        "particle",
        "date",
        "2021-01-01",
        "mass_mg",
        "10",
        "sigma_mg",
        "0.1");
    note(
        archive,
        "sample",
        "name",
        "A0001-1",
        "form",
        "aliquot",
        "parents",
        "A0001",
        "date",
        "2021-02-01",
        "mass_mg",
        "4",
        "sigma_mg",
        "0.1");
    note(
        archive,
        "weight",
        "name",
        "A0001",
        "date",
        "2021-03-01",
        "mass_mg",
        "5.5",
        "sigma_mg",
        "0.1");
    note(
        archive,
        "loan",
        "id",
        "L1",
        "name",
        "A0001-1",
        "date",
        "2021-04-01",
        "due",
        "2022-04-01",
        "holder",
        "A <laboratory> & sons",
        "terms",
        "return");
    note(
        archive,
        "image",
        "id",
        "I1",
        "name",
        "A0001",
        "technique",
        "near-infrared imaging",
        "lines",
        "6",
        "samples",
        "8",
        "pixel_um",
        "22.5",
        "file",
        product);
    note(
        archive,
        "analysis",
        "id",
        "N1",
        "name",
        "A0001",
        "date",
        "2021-02-02",
        "technique",
        "near-infrared imaging",
        "image",
        "I1",
        "region",
        "1,1 2,3",
        "product",
        product);
  }

  private static void note(Archive archive, String kind, String... fields) throws IOException {
    Map<String, String> body = new java.util.TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    archive.append("test", "sample/" + kind, body);
  }
}
