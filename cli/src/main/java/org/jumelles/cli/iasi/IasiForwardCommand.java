package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.transfer.HeavyColumn;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.LineShape;
import org.jumelles.iasi.transfer.Surface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forward",
    description = "What IASI would see: line by line, from your own HITRAN lines.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi forward --lines co.par,h2o.par --profile levels.xy --window 2143:2181.25",
      "  jumelles iasi forward --lines all.par --layers TAPE7 --continuum mt-ckd.nc \\",
      "      --window 2095:2235 --angle 40 --csv",
      "  jumelles iasi forward --lines h2o.par --profile levels.xy --window 835:860 \\",
      "      --xsec F11 --column CCl3F=4.6e15",
      "",
      "Clear sky, no line mixing, no scattering, one emissivity for the window."
    })
final class IasiForwardCommand implements Callable<Integer> {
  static final List<String> LIMITS = ColumnFile.LIMITS;

  @Mixin private Answer answer = new Answer();
  @Mixin private LineOptions lines = new LineOptions();
  @Mixin private SceneOptions scene = new SceneOptions();
  @Mixin private HeavyOptions heavy = new HeavyOptions();

  @Option(names = "--csv", description = "Wavenumber, radiance, brightness temperature.")
  private boolean csv;

  @Option(
      names = "--exact-widths",
      description = {
        "With --layers: lines narrower than LBLRTM's step stay as they are. Without it they",
        "are widened to that step, as LBLRTM does with these layers (up to 0.2 K)."
      })
  private boolean exact;

  @Override
  public Integer call() throws IOException {
    if (csv && answer.isJson()) {
      throw new IllegalArgumentException("--csv or --json, not both");
    }
    double[] window = lines.window();
    Atmosphere atmosphere = scene.atmosphere(answer);
    Surface surface = scene.surface(atmosphere, scene.emissivity((window[0] + window[1]) / 2));
    Transitions transitions = lines.transitions(LineShape.MARGIN_PER_CM, answer);
    WaterContinuum continuum = lines.continuum(answer);
    List<HeavyColumn> heavies = heavy.columns(atmosphere, window[0], window[1], answer);
    LineByLine.Spectrum spectrum =
        LineByLine.joined(
            LineByLine.pieces(window[0], window[1]).parallelStream()
                .map(
                    piece ->
                        new LineByLine(transitions, continuum, piece[0], piece[1], widths())
                            .spectrum(atmosphere, surface, heavies))
                .toList());
    Map<String, Object> document = document(spectrum, atmosphere, surface, transitions);
    document.put("heavy_molecules", heavy.told());
    answer.give(document, () -> text(spectrum));
    LIMITS.forEach(limit -> answer.say("limit: " + limit));
    return ExitCode.OK;
  }

  private LineByLine.Widths widths() {
    return scene.fromLblrtm() && !exact
        ? LineByLine.Widths.AS_LBLRTM_SAMPLES
        : LineByLine.Widths.EXACT;
  }

  private Map<String, Object> document(
      LineByLine.Spectrum spectrum,
      Atmosphere atmosphere,
      Surface surface,
      Transitions transitions) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("atmosphere", atmosphere.source());
    document.put("layers", atmosphere.layers().size());
    document.put("zenith_angle_deg", atmosphere.zenithDeg());
    document.put("surface_temperature_k", surface.temperatureK());
    document.put("emissivity", surface.emissivity());
    document.put("lines", transitions.counts());
    document.put("lines_superseded", transitions.superseded());
    document.put("continuum", lines.continuumFile() == null ? "none" : "water");
    document.put("widths", widths() == LineByLine.Widths.EXACT ? "exact" : "as LBLRTM samples");
    document.put("limits", LIMITS);
    document.put("wavenumber_per_cm", spectrum.wavenumberPerCm());
    document.put("radiance_w_m2_sr_per_m", spectrum.radiance());
    document.put("brightness_temperature_k", spectrum.brightnessTemperatureK());
    return document;
  }

  private void text(LineByLine.Spectrum spectrum) {
    String row = csv ? "%.2f,%.9e,%.5f%n" : "%9.2f  %.9e  %9.4f%n";
    if (csv) {
      answer.out().println("wavenumber_per_cm,radiance_w_m2_sr_per_m,brightness_temperature_k");
    }
    for (int i = 0; i < spectrum.radiance().length; i++) {
      answer
          .out()
          .printf(
              Locale.ROOT,
              row,
              spectrum.wavenumberPerCm()[i],
              spectrum.radiance()[i],
              spectrum.brightnessTemperatureK()[i]);
    }
    answer.out().flush();
  }
}
