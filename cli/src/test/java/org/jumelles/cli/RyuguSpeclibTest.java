package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jumelles.ryugu.library.SpectralLibraries;
import org.jumelles.ryugu.library.SpectralLibrary;
import org.jumelles.ryugu.library.Spectrum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Labels of the spectral libraries' dictionary: what is written is read back, and the archive's
/// own schemas find no fault but that identifiers are not registered.
class RyuguSpeclibTest {
  @TempDir private Path folder = Path.of("");

  private Shell export(Path library, Path out) {
    return Shell.run(
        "ryugu",
        "speclib",
        library,
        "--specimen-type",
        "Terrestrial Sample",
        "--material-type",
        "Unconsolidated Mixture",
        "--texture",
        "Particulate",
        "--producer",
        "A. Analyst",
        "-o",
        out,
        "--json");
  }

  @Test
  void everyNumberComesBack() throws IOException {
    Path text = folder.resolve("two.csv");
    Files.writeString(
        text,
        "Wavelength (um),A b/1,sigma,A b:1\n2.5,0.1,0.01,-1.23e34\n2.6,0.30000000000000004,0.02,4.9E-324\n"
            + "2.7,-0.2,nan,1.7976931348623157E308\n");
    Path out = folder.resolve("labels");
    Shell shell = export(text, out);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("labels").size()).isEqualTo(2);
    SpectralLibrary before = SpectralLibraries.read(text);
    Path[] labels = {out.resolve("a_b_1.xml"), out.resolve("a_b_1-2.xml")};
    for (int i = 0; i < 2; i++) {
      SpectralLibrary after = SpectralLibraries.read(labels[i]);
      Spectrum wanted = before.spectra().get(i);
      Spectrum found = after.spectra().getFirst();
      assertThat(after.defects()).isEmpty();
      assertThat(after.axis().unit()).isEqualTo(before.axis().unit());
      assertThat(after.axis().values()).containsExactly(before.axis().values());
      assertThat(found.values()).containsExactly(wanted.values());
      assertThat(found.sigma().isPresent()).isEqualTo(wanted.sigma().isPresent());
      wanted.sigma().ifPresent(s -> assertThat(found.sigma().orElseThrow()).containsExactly(s));
    }
    assertThat(export(text, out).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  @Tag("oracle")
  void theSchemasFindNoFaultButIdentifiersThatAreNotRegistered() throws IOException {
    Path out = folder.resolve("labels");
    Path usgs = Shell.data("ryugu/speclib/USGS_Mineral_Spectral_Library.sli");
    assertThat(export(usgs, out).code()).isZero();
    try (Stream<Path> labels = Files.list(out)) {
      assertThat(labels.filter(file -> file.toString().endsWith(".xml"))).hasSize(481);
    }
    valid(out.resolve("a-alunit.spc_ammonioalunite_nmnh145596.xml"));
  }

  private static void valid(Path label) {
    Shell shell =
        Shell.run(
            "ryugu", "validate", label, "--schemas", Shell.data("ryugu/pds4/schema"), "--json");
    assertThat(shell.json().get("schemas").size()).isEqualTo(4);
    assertThat(shell.json().get("defects").size()).isPositive();
    for (JsonNode defect : shell.json().get("defects")) {
      assertThat(defect.asString()).contains("must start with either: urn:nasa:pds:");
    }
  }

  @Test
  void anAnalysisIsTheMeanOfItsRegion() throws IOException {
    Path cube =
        TestCubes.write(
            folder,
            "grain",
            4,
            "1 5  2 5  4 NaN  9 7",
            "wavelength units = um\nwavelength = {2.7, 2.8}");
    Path label = folder.resolve("oh.xml");
    Shell shell = sample(cube, label, "0,1 0,2");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("pixels").asInt()).isEqualTo(2);
    Spectrum found = SpectralLibraries.read(label).spectra().getFirst();
    assertThat(found.values()).containsExactly(3, 5);
    // Scatter of 2 and 4 over the root of two; of one number there is none.
    assertThat(found.sigma().orElseThrow()[0]).isCloseTo(1, within(1e-15));
    assertThat(found.sigma().orElseThrow()[1]).isNaN();
    String text = Files.readString(label);
    assertThat(text)
        .contains("Returned Asteroid Sample")
        .contains("asteroid.162173_ryugu")
        .contains("urn:placeholder:jumelles:context:instrument:micromega")
        .contains("because its name has the form");
    valid(label);
  }

  private Shell sample(Path cube, Path label, String region) throws IOException {
    Path archive = folder.resolve("grains");
    Path ledger = folder.resolve("ledger.csv");
    Files.writeString(
        ledger,
        """
        entry,id,name,form,date,mass_mg,sigma_mg,technique,instrument,lines,samples,image,region
        sample,,A0001,particle,2021-03-01,3.1,0.1,,,,,,
        image,im-1,A0001,,,,,near-infrared imaging,,1,4,,
        analysis,an-1,A0001,,2021-05-01,,,near-infrared imaging,MicrOmega,,,im-1,"REGION"
        """
            .replace("REGION", region));
    Shell taken = Shell.run("ryugu", "sample", "import", ledger, "--archive", archive);
    assertThat(taken.code()).as(taken.err()).isZero();
    return Shell.run(
        "ryugu",
        "sample",
        "export",
        "an-1",
        "--format",
        "speclib",
        "--archive",
        archive,
        "--spectrum",
        cube,
        "-o",
        label,
        "--json");
  }

  @Test
  void refusesWhatTheLabelCouldNotSay() throws IOException {
    Path bare = TestCubes.write(folder, "bare", 1, "1 2", "");
    assertThat(export(bare, folder.resolve("x")).code()).isEqualTo(ExitCode.REFUSED);
    Shell nowhere = sample(bare, folder.resolve("y.xml"), "0,3 0,3");
    assertThat(nowhere.code()).isNotZero();
    assertThat(folder.resolve("y.xml")).doesNotExist();
    Shell noName =
        Shell.run(
            "ryugu",
            "sample",
            "export",
            "an-1",
            "--format",
            "speclib",
            "--archive",
            folder.resolve("grains"));
    assertThat(noName.err()).contains("-o");
  }
}
