package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.validation.ColumnSet;
import org.jumelles.iasi.validation.SharesByPressure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "apply-kernel",
    description = "A model's or sonde's profile as the retrieval would have seen it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi apply-kernel columns.nc --profile sonde.csv --json",
      "",
      "For each column that was found: that of the profile in the same air, as it is and",
      "through kernel and prior. Beyond the profile's ends its last shares are held."
    })
final class IasiApplyKernelCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "NC", description = "Columns that `iasi retrieve` wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "FILE",
      description = "Levels: p, T, gases.")
  private Path profile = Path.of("");

  @Override
  public Integer call() throws IOException {
    ColumnSet set = ColumnFiles.read(file);
    SharesByPressure shares = shares(set.gas());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < set.count(); i++) {
      if (set.usable(i, true)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("observation", i);
        row.put("flag", (int) set.flag()[i]);
        row.put("retrieved", set.column()[i]);
        row.put("sigma", set.sigma()[i]);
        row.put("profile", set.unsmoothed(i, shares));
        row.put("profile_smoothed", set.smoothed(i, shares));
        rows.add(row);
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("gas", set.gas());
    document.put("unit", "mol m-2");
    document.put("profile", profile.toString());
    document.put("columns", rows);
    answer.give(document, () -> text(set, shares));
    return ExitCode.OK;
  }

  private void text(ColumnSet set, SharesByPressure shares) {
    answer.out().println("observation  retrieved  profile  profile through the kernel (mol m-2)");
    for (int i = 0; i < set.count(); i++) {
      if (set.usable(i, true)) {
        answer
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%11d  %9.5f  %7.5f  %7.5f",
                    i,
                    set.column()[i],
                    set.unsmoothed(i, shares),
                    set.smoothed(i, shares)));
      }
    }
    answer.out().flush();
  }

  private SharesByPressure shares(String gas) throws IOException {
    Profile read = SceneOptions.read(profile, answer);
    double[] shares = read.shares()[Isotopologue.molecule(gas).orElseThrow()];
    if (shares.length == 0) {
      throw new IllegalArgumentException(profile + " has no column " + gas);
    }
    return SharesByPressure.of(read.pressureHPa(), shares);
  }
}
