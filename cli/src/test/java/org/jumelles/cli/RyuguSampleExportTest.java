package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ryugu sample export`: what registries are told, by their own schemas where these are here.
class RyuguSampleExportTest {
  private static final String VALIDATE =
      """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit(77)
      schema = json.load(open(sys.argv[1]))
      errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(json.load(sys.stdin)))
      for error in errors[:5]:
          print(list(error.path), error.message[:200])
      sys.exit(1 if errors else 0)
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aLedger() throws IOException {
    Path file = folder.resolve("ledger.csv");
    Files.writeString(
        file,
        """
        entry,id,name,form,parents,date,mass_mg,sigma_mg,condition,igsn,technique,instrument,product
        sample,,A0001,particle,,2021-03-01,3.1,0.1,pristine,10.60510/A0001,,,
        sample,,A0001-1,chip,A0001,2021-04-01,1.1,0.1,,IGSN:JAX0001,,,
        sample,,A0001-2,chip,A0001,2021-04-01,1.0,0.1,,,,,
        analysis,an-1,A0001-2,,,2021-05-01,,,,,near-infrared imaging,MicrOmega,HASH
        """
            .replace("HASH", "0123456789abcdef".repeat(4)));
    assertThat(Shell.run("ryugu", "sample", "import", file, "--archive", archive()).code())
        .isZero();
  }

  private Path archive() {
    return folder.resolve("grains");
  }

  private Shell export(String id, String format) {
    return Shell.run("ryugu", "sample", "export", id, "--format", format, "--archive", archive());
  }

  @Test
  void anIgsnRecordIsWhatISamplesAsksFor() {
    Shell known = export("A0001", "igsn");
    assertThat(known.json().get("sample_identifier").asString())
        .isEqualTo("https://doi.org/10.60510/A0001");
    assertThat(known.json().get("related_resource").size()).isEqualTo(2);
    Shell unknown = export("A0001-2", "igsn");
    assertThat(unknown.err()).contains("no IGSN");
    assertThat(unknown.json().get("sample_identifier").asString())
        .isEqualTo("urn:x-unregistered:A0001-2");
    assertThat(unknown.json().get("related_resource").get(0).get("target").asString())
        .isEqualTo("https://doi.org/10.60510/A0001");
  }

  @Test
  @Tag("oracle")
  void theSchemasOfISamplesAndAdaAgree() throws IOException, InterruptedException {
    validate(export("A0001", "igsn").out(), "ryugu/samples/iSamplesSchemaCore1.0.json");
    validate(export("A0001-2", "igsn").out(), "ryugu/samples/iSamplesSchemaCore1.0.json");
    validate(export("an-1", "ada").out(), "ryugu/ada/adaVNMIR_resolvedSchema.json");
  }

  private static void validate(String document, String schema)
      throws IOException, InterruptedException {
    Path file = Shell.data(schema);
    Process python;
    try {
      python =
          new ProcessBuilder("python3", "-c", VALIDATE, file.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("python3 is not here");
      return;
    }
    python.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
    python.getOutputStream().close();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Assumptions.assumeTrue(python.exitValue() != 77, "python3 has no jsonschema");
    assertThat(python.exitValue()).as(said).isZero();
  }

  /// The fields that DataCite's service refuses a PhysicalObject without (schema 4.5, mandatory).
  @Test
  void aDataCiteRecordHasWhatIsMandatory() {
    JsonNode attributes = export("A0001", "datacite").json().get("data").get("attributes");
    assertThat(attributes.get("doi").asString()).isEqualTo("10.60510/A0001");
    for (String field : new String[] {"creators", "titles", "publisher", "publicationYear"}) {
      assertThat(attributes.has(field)).as(field).isTrue();
    }
    assertThat(attributes.get("types").get("resourceTypeGeneral").asString())
        .isEqualTo("PhysicalObject");
    assertThat(attributes.get("relatedIdentifiers").size()).isEqualTo(1);
    JsonNode child = attributes.get("relatedIdentifiers").get(0);
    assertThat(child.get("relatedIdentifier").asString()).isEqualTo("JAX0001");
    assertThat(child.get("relationType").asString()).isEqualTo("IsSourceOf");
    assertThat(export("A0001-1", "datacite").json().get("data").get("attributes").has("doi"))
        .isFalse();
  }

  @Test
  void anAdaRecordTiesTheAnalysisToItsSampleAndItsBytes() {
    JsonNode record = export("A0001-2", "ada").json();
    JsonNode event = record.get("prov:wasGeneratedBy").get(0);
    assertThat(event.get("schema:identifier").asString()).isEqualTo("an-1");
    assertThat(event.get("prov:used").get(0).get("schema:name").asString()).isEqualTo("MicrOmega");
    assertThat(event.get("schema:mainEntity").get(0).get("schema:identifier").get(0).asString())
        .isEqualTo("A0001-2");
    assertThat(
            record
                .get("schema:distribution")
                .get(0)
                .get("spdx:checksum")
                .get("spdx:checksumValue")
                .asString())
        .hasSize(64);
    assertThat(export("A0001", "ada").code()).isEqualTo(2);
  }

  @Test
  void theSameLedgerGivesTheSameBytes() throws IOException {
    Path a = folder.resolve("a.json");
    Path b = folder.resolve("b.json");
    for (Path file : new Path[] {a, b}) {
      assertThat(
              Shell.run(
                      "ryugu",
                      "sample",
                      "export",
                      "A0001",
                      "--format",
                      "igsn",
                      "--archive",
                      archive(),
                      "-o",
                      file)
                  .code())
          .isZero();
    }
    assertThat(a).hasSameBinaryContentAs(b);
    assertThat(
            Shell.run(
                    "ryugu",
                    "sample",
                    "export",
                    "A0001",
                    "--format",
                    "igsn",
                    "--archive",
                    archive(),
                    "-o",
                    a)
                .code())
        .isEqualTo(2);
  }

  /// The example of SESAR is no JSON, and JSON is no ledger: refused with its place.
  @Test
  void whatIsNoLedgerIsRefused() {
    Path sesar = Shell.data("ryugu/samples/SESAR_EOI00002H.json");
    Path igsn = Shell.data("ryugu/samples/igsn_registration_1.1.xml");
    for (Path file : new Path[] {sesar, igsn}) {
      Shell shell = Shell.run("ryugu", "sample", "import", file, "--archive", archive());
      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.err()).contains(file.getFileName().toString()).doesNotContain("\tat ");
    }
  }
}
