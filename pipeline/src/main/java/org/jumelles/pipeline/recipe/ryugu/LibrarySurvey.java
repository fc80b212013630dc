package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandWindow;
import org.jumelles.ryugu.parameter.Continuum;

/// `ryugu/spectra`: what is in each spectrum of a library. Least, greatest and mean; the channel
/// that is deepest below the hull over wavelength, which is a channel and no fitted centre; and,
/// where the axis covers a window of the standard plan, the band fitted there with its sigma.
///
/// No library says that it is reflectance: it is taken for it, and the entry says so.
final class LibrarySurvey {
  static final Recipe RECIPE = new Recipe("ryugu/spectra", "4");
  static final String ENTRY = "library-survey";
  static final String TABLE = "spectra.csv";
  private static final List<String> FIELDS =
      List.of("centre_um", "centre_sigma_um", "depth", "depth_sigma");

  private final Cube cube;
  private final Map<String, String> told = new TreeMap<>();
  private final StringBuilder text = new StringBuilder(256);

  private LibrarySurvey(Cube cube) {
    this.cube = cube;
  }

  static CubeRecipe.Made of(String key, Cube cube, Path folder) throws IOException {
    LibrarySurvey survey = new LibrarySurvey(cube);
    survey.read(key);
    List<Path> files = new ArrayList<>();
    files.add(Files.writeString(folder.resolve(TABLE), survey.text));
    files.add(LibraryPicture.write(key, cube, folder));
    return new CubeRecipe.Made(files, survey.told);
  }

  private void read(String key) throws IOException {
    Optional<double[]> um = micrometres(cube.axis());
    Optional<Continuum> hull = Optional.empty();
    List<BandWindow> windows = List.of();
    Optional<BandFitting> fitting = Optional.empty();
    if (um.isPresent()) {
      try {
        hull = Optional.of(Continuum.over(key, um.get(), cube.axis().good()));
        windows = CubeBands.covered(um.get());
        if (!windows.isEmpty()) {
          fitting = Optional.of(BandFitting.of(key, um.get(), cube.axis().good(), windows));
        }
      } catch (MalformedDataException e) {
        windows = List.of();
        told.put("not measured", e.defect().sentence());
      }
    } else {
      told.put("not measured", "the file does not tell wavelengths with their unit");
    }
    header(windows);
    long[][] states = new long[windows.size()][BandFits.STATES.size()];
    Statistics all = Statistics.NONE;
    for (int i = 0; i < cube.pixels(); i++) {
      double[] spectrum = ReflectanceRecipe.read(cube, i, 1);
      Statistics one = Statistics.of(spectrum, spectrum.length);
      all = all.and(one);
      row(i, one);
      deepest(spectrum, um, hull);
      if (fitting.isPresent()) {
        fits(fitting.get().fit(spectrum, Optional.empty(), 1), states);
      }
      text.append('\n');
    }
    tell(all, windows, states);
  }

  private static Optional<double[]> micrometres(Axis axis) {
    return axis.unit() == Axis.Unit.BAND || axis.unit() == Axis.Unit.UNKNOWN
        ? Optional.empty()
        : Optional.of(axis.micrometres());
  }

  private void header(List<BandWindow> windows) {
    text.append("# the axis is in ").append(cube.axis().unit().word());
    text.append("; deepest: the channel furthest below the hull over wavelength, and how deep\n");
    text.append("spectrum,name,values,no_data,min,max,mean,deepest_um,deepest");
    for (BandWindow window : windows) {
      FIELDS.forEach(field -> text.append(',').append(window.name()).append('_').append(field));
      text.append(',').append(window.name()).append("_state");
    }
    text.append('\n');
  }

  private void row(int i, Statistics one) {
    List<String> names = cube.container().spectrumNames();
    String name = i < names.size() ? names.get(i) : "spectrum " + (i + 1);
    text.append(i + 1).append(",\"").append(name.replace("\"", "\"\"")).append("\",");
    text.append(one.count()).append(',').append(one.noData());
    for (double value : new double[] {one.min(), one.max(), one.mean()}) {
      cell(value);
    }
  }

  private void cell(double value) {
    text.append(',').append(Double.isNaN(value) ? "" : CubeRecipe.number(value));
  }

  private void deepest(double[] spectrum, Optional<double[]> um, Optional<Continuum> hull) {
    double[] flat = new double[spectrum.length];
    Arrays.fill(flat, Double.NaN);
    hull.ifPresent(continuum -> continuum.remove(spectrum, 1, flat));
    int at = -1;
    for (int b = 0; b < flat.length; b++) {
      if (!Double.isNaN(flat[b]) && (at < 0 || flat[b] < flat[at])) {
        at = b;
      }
    }
    cell(at < 0 ? Double.NaN : um.orElseThrow()[at]);
    cell(at < 0 ? Double.NaN : 1 - flat[at]);
    if (at >= 0 && cube.pixels() == 1) {
      told.put("deepest_um", CubeRecipe.number(um.orElseThrow()[at]));
      told.put("deepest", CubeRecipe.number(1 - flat[at]));
    }
  }

  private void fits(BandFits fits, long[][] states) {
    for (int w = 0; w < fits.bands(); w++) {
      byte state = fits.state()[w];
      states[w][state]++;
      for (int f = 0; f < FIELDS.size(); f++) {
        cell(state == BandFits.FITTED ? fits.values()[w * BandFits.FIELDS + f] : Double.NaN);
      }
      text.append(',').append(BandFits.STATES.get(state));
    }
  }

  private void tell(Statistics all, List<BandWindow> windows, long[][] states) {
    told.put("quantity", "not told by the file; taken for reflectance");
    told.put("spectra", Long.toString(cube.pixels()));
    told.put("min", CubeRecipe.number(all.min()));
    told.put("max", CubeRecipe.number(all.max()));
    told.put("mean", CubeRecipe.number(all.mean()));
    told.put("no_data", Long.toString(all.noData()));
    for (int w = 0; w < windows.size(); w++) {
      for (int s = 0; s < states[w].length; s++) {
        told.put(windows.get(w).name() + " " + BandFits.STATES.get(s), Long.toString(states[w][s]));
      }
    }
  }
}
