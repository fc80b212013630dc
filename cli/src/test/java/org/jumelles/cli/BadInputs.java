package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The files of docs/ryugu-bad-input.md, each with one thing wrong.
final class BadInputs {
  private static final int PIXELS = 20;
  private static final int BANDS = 61;

  private final Path folder;
  private final double[] good = new double[PIXELS * BANDS];

  private BadInputs(Path folder) {
    this.folder = folder;
    Random random = new Random(1);
    Arrays.setAll(
        good,
        i -> {
          double off = (um(i % BANDS) - 2.72) / 0.03;
          double band = 1 - 0.2 * Math.exp(-off * off / 2);
          return 0.02 * (1 + 0.01 * random.nextGaussian()) * band;
        });
  }

  static void make(Path folder) throws IOException {
    BadInputs inputs = new BadInputs(folder);
    inputs.axes();
    inputs.numbers();
    inputs.endmembers();
    inputs.labels();
    Files.writeString(
        folder.resolve("cycle.csv"),
        """
        name,parents,mass_mg,sigma_mg
        A0001,C0003,5,0.1
        B0002,A0001,2,0.1
        C0003,B0002,1,0.1
        """);
    Files.writeString(
        folder.resolve("mass.csv"), "name,mass_mg,sigma_mg\nA0001,-5,0.1\nA0002,5,-0.1\n");
  }

  private static double um(int band) {
    return 2.4 + 0.02 * band;
  }

  private static String list(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", ", "{", "}\n"));
  }

  private static String text(double um) {
    return String.format(Locale.ROOT, "%.4f", um);
  }

  private static String axis(int bands, IntFunction<String> um) {
    return "wavelength units = Micrometers\nwavelength = " + list(bands, um);
  }

  private static String axis() {
    return axis(BANDS, k -> text(um(k)));
  }

  private void cube(String name, double[] values, String header) throws IOException {
    TestCubes.write(folder, name, values.length / BANDS, values, header);
  }

  private void axes() throws IOException {
    cube("good", good, axis());
    cube("short", good, axis());
    cube("long", good, axis());
    byte[] bytes = Files.readAllBytes(folder.resolve("good.img"));
    Files.write(folder.resolve("short.img"), Arrays.copyOf(bytes, bytes.length - 7));
    Files.write(folder.resolve("long.img"), Arrays.copyOf(bytes, bytes.length + 5));
    cube("unit", good, axis().replace("Micrometers", "furlongs"));
    cube("nounit", good, "wavelength = " + list(BANDS, k -> text(um(k))));
    cube("dup", good, axis(BANDS, k -> text(um(k == 10 ? 9 : k))));
    cube("desc", good, axis(BANDS, k -> text(um(BANDS - 1 - k))));
    cube("neg", good, axis(BANDS, k -> k == 5 ? "-1" : text(um(k))));
    cube("few", good, axis(BANDS - 1, k -> text(um(k))));
  }

  private double[] withoutBand(int band) {
    double[] changed = good.clone();
    for (int i = band; i < changed.length; i += BANDS) {
      changed[i] = Double.NaN;
    }
    return changed;
  }

  private void numbers() throws IOException {
    double[] none = new double[good.length];
    Arrays.fill(none, Double.NaN);
    cube("nan", none, axis());
    Arrays.fill(none, -9999);
    cube("nodata", none, axis() + "data ignore value = -9999\n");
    cube("bad", good, axis() + "bbl = " + list(BANDS, _ -> "0"));
    cube("badband", withoutBand(20), axis());
  }

  private void endmembers() throws IOException {
    double[] three = Arrays.copyOf(good, 3 * BANDS);
    cube("ends", three, axis());
    double[] mixture = three.clone();
    double[] zero = Arrays.copyOf(three, 2 * BANDS);
    double[] empty = zero.clone();
    for (int k = 0; k < BANDS; k++) {
      mixture[2 * BANDS + k] = (three[k] + three[BANDS + k]) / 2;
      zero[BANDS + k] = 0;
      empty[BANDS + k] = Double.NaN;
    }
    double[] twice = zero.clone();
    System.arraycopy(three, 0, twice, BANDS, BANDS);
    cube("mixture", mixture, axis());
    cube("twice", twice, axis());
    cube("zero", zero, axis());
    cube("empty", empty, axis());
  }

  private void labels() throws IOException {
    Path label = folder.resolve("fine.xml");
    Shell made = Shell.run("ryugu", "convert", folder.resolve("good.hdr"), label);
    if (made.code() != 0) {
      throw new AssertionError(made.err());
    }
    label("md5", text -> text.replaceFirst("<md5_checksum>.{8}", "<md5_checksum>00000000"));
    label("offset", text -> offset(text, 900));
    label("beyond", text -> offset(text, 9000));
    label("negative", text -> offset(text, -4));
    label("type", text -> text.replace("IEEE754LSBDouble", "IEEE754LSBDuoble"));
    label("wide", text -> text.replace("<elements>20<", "<elements>40<"));
    label("order", text -> text.replace("Last Index Fastest", "First Index Fastest"));
    label("axes", text -> text.replace("<axis_name>Line", "<axis_name>Depth"));
    label(
        "swapped",
        text ->
            text.replace("<axis_name>Line", "<axis_name>?")
                .replace("<axis_name>Band", "<axis_name>Line")
                .replace("<axis_name>?", "<axis_name>Band"));
    label("sequence", text -> text.replace("<sequence_number>3", "<sequence_number>2"));
  }

  private static String offset(String label, int bytes) {
    int array = label.indexOf("<Array_3D");
    return label.substring(0, array)
        + label.substring(array).replaceFirst("(<offset[^>]*>)\\d+", "$1" + bytes);
  }

  private void label(String name, UnaryOperator<String> change) throws IOException {
    String fine = Files.readString(folder.resolve("fine.xml"));
    String changed = change.apply(fine);
    if (changed.equals(fine)) {
      throw new AssertionError(name + " is as it was");
    }
    Files.writeString(folder.resolve(name + ".xml"), changed.replace("fine.dat", name + ".dat"));
    Files.copy(folder.resolve("fine.dat"), folder.resolve(name + ".dat"));
  }
}
