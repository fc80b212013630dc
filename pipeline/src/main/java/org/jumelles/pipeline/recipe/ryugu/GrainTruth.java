package org.jumelles.pipeline.recipe.ryugu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.ryugu.simulation.Composition;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Instrument;
import org.jumelles.ryugu.simulation.Phase;
import org.jumelles.ryugu.simulation.Settings;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is truly in a simulated grain, for programs, and its entries for the ledger of samples.
public final class GrainTruth {
  private GrainTruth() {}

  /// The name of the sample and the stem of its identifiers.
  public static String name(GrainSimulation simulation) {
    return "SIM-" + simulation.settings().seed();
  }

  static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  static String json(GrainSimulation simulation) {
    return JsonMapper.builder(new JsonFactory())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(document(simulation))
            .replace("\r\n", "\n")
        + "\n";
  }

  /// Settings, instrument, phases with their bands, and what is where.
  public static Map<String, Object> document(GrainSimulation simulation) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("sample", name(simulation));
    document.put("settings", settings(simulation.settings()));
    document.put("instrument", instrument(simulation));
    document.put("oh_centre_um", simulation.composition().ohCentreUm());
    List<Map<String, Object>> phases = new ArrayList<>();
    double[] means = new double[Phase.values().length];
    long grain = means(simulation, means);
    for (Phase phase : Phase.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("phase", word(phase));
      row.put("mean_share", means[phase.number()]);
      row.put("bands", phase.bands().stream().map(band -> band(band, simulation)).toList());
      phases.add(row);
    }
    document.put("grain_pixels", grain);
    document.put("phases", phases);
    document.put(
        "inclusions", simulation.composition().inclusions().stream().map(GrainTruth::row).toList());
    document.put("dead_pixels", dead(simulation));
    document.put("spikes", spikes(simulation));
    document.put("tuning_per_cm", tuning(simulation));
    return document;
  }

  private static Map<String, Object> settings(Settings settings) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("seed", settings.seed());
    row.put("lines", settings.lines());
    row.put("samples", settings.samples());
    row.put("snr", settings.snr());
    row.put("tuning_sigma_per_cm", settings.tuningSigmaPerCm());
    return row;
  }

  private static Map<String, Object> instrument(GrainSimulation simulation) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channels", simulation.bands());
    row.put("step_per_cm", Instrument.STEP_PER_CM);
    row.put("gain_e_per_dn", simulation.instrument().gainEPerDn());
    row.put("read_noise_dn", simulation.instrument().readNoiseDn());
    row.put("bias_dn", Instrument.BIAS_DN);
    row.put("saturation_dn", Instrument.SATURATION_DN);
    row.put("exposure_ratio", Instrument.EXPOSURE_RATIO);
    row.put("averaged_dark_and_white", Instrument.AVERAGED);
    row.put("reference_sigma_relative", Instrument.REFERENCE_SIGMA);
    return row;
  }

  private static Map<String, Object> band(Phase.Band band, GrainSimulation simulation) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(
        "centre_um",
        Double.isNaN(band.centreUm()) ? simulation.composition().ohCentreUm() : band.centreUm());
    row.put("sigma_um", band.sigmaUm());
    row.put("depth", band.depth());
    return row;
  }

  private static Map<String, Object> row(Composition.Inclusion inclusion) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("phase", word(inclusion.phase()));
    row.put("line", inclusion.line());
    row.put("sample", inclusion.sample());
    row.put("radius_pixels", inclusion.radiusPixels());
    row.put("share", inclusion.share());
    return row;
  }

  static long means(GrainSimulation simulation, double[] means) {
    double[] shares = new double[means.length];
    long grain = 0;
    for (long pixel = 0; pixel < pixels(simulation); pixel++) {
      if (simulation.shares(pixel, shares)) {
        grain++;
        for (int p = 0; p < means.length; p++) {
          means[p] += shares[p];
        }
      }
    }
    for (int p = 0; p < means.length; p++) {
      means[p] /= grain;
    }
    return grain;
  }

  private static long pixels(GrainSimulation simulation) {
    return (long) simulation.settings().lines() * simulation.settings().samples();
  }

  private static List<List<Integer>> dead(GrainSimulation simulation) {
    List<List<Integer>> dead = new ArrayList<>();
    for (long pixel = 0; pixel < pixels(simulation); pixel++) {
      if (simulation.isDead(pixel)) {
        dead.add(place(simulation, pixel));
      }
    }
    return dead;
  }

  private static List<List<Integer>> spikes(GrainSimulation simulation) {
    List<List<Integer>> spikes = new ArrayList<>();
    for (long pixel = 0; pixel < pixels(simulation); pixel++) {
      int channel = simulation.spikedChannel(pixel);
      if (channel >= 0) {
        List<Integer> place = new ArrayList<>(place(simulation, pixel));
        place.add(channel);
        spikes.add(place);
      }
    }
    return spikes;
  }

  private static List<Integer> place(GrainSimulation simulation, long pixel) {
    int samples = simulation.settings().samples();
    return List.of((int) (pixel / samples), (int) (pixel % samples));
  }

  private static Map<String, Object> tuning(GrainSimulation simulation) {
    Map<String, Object> tuning = new LinkedHashMap<>();
    for (GrainSimulation.Frames frames : GrainSimulation.Frames.values()) {
      tuning.put(frames.name().toLowerCase(Locale.ROOT), simulation.tuningPerCm(frames));
    }
    return tuning;
  }

  /// The grain, its image and an analysis of each inclusion, as `ryugu sample import` takes them.
  static String ledger(GrainSimulation simulation) {
    Settings settings = simulation.settings();
    String name = name(simulation);
    StringBuilder csv =
        new StringBuilder("# A simulated grain: no such sample exists.\n")
            .append("entry,id,name,form,date,technique,instrument,lines,samples,pixel_um,")
            .append("image,region,product\n")
            .append("sample,,")
            .append(name)
            .append(",particle,2021-01-01,,,,,,,,\n")
            .append("image,")
            .append(name)
            .append("-nir,")
            .append(name)
            .append(",,,near-infrared imaging,,")
            .append(settings.lines())
            .append(',')
            .append(settings.samples())
            .append(",22.5,,,\n");
    int number = 0;
    for (Composition.Inclusion one : simulation.composition().inclusions()) {
      number++;
      csv.append("analysis,")
          .append(name)
          .append("-spot")
          .append(number)
          .append(',')
          .append(name)
          .append(",,2021-01-01,near-infrared imaging,simulation,,,,")
          .append(name)
          .append("-nir,\"")
          .append(box(one, settings))
          .append("\",raw.hdr\n");
    }
    return csv.toString();
  }

  private static String box(Composition.Inclusion one, Settings settings) {
    double r = one.radiusPixels();
    return String.format(
        Locale.ROOT,
        "%.0f,%.0f %.0f,%.0f",
        Math.max(0, one.line() - r),
        Math.max(0, one.sample() - r),
        Math.min(settings.lines() - 1.0, one.line() + r),
        Math.min(settings.samples() - 1.0, one.sample() + r));
  }
}
