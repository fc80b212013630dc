package org.jumelles.ryugu.registry;

import java.util.Optional;
import org.jumelles.formats.pds4.SpectrumLabel;
import org.jumelles.formats.pds4.SpectrumLabel.Registered;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.Form;
import org.jumelles.ryugu.sample.SampleLedger;

/// A sample of the ledger as the specimen of a PDS4 spectral library.
///
/// A name after the curation's form (a chamber's letter and four digits) is taken for a sample of
/// Ryugu, and the label says so; any other needs its type told.
public final class SpecimenRecord {
  /// What the label says of how it was decided whose the sample is.
  public static final String REASON =
      "The specimen is taken for a returned sample of Ryugu because its name has the form that the"
          + " curation gives.";

  private static final Registered MISSION =
      new Registered(
          "Hayabusa2 Asteroid Sample Return Mission",
          "Mission",
          "urn:jaxa:darts:context:investigation:mission.hyb2");
  private static final Registered RYUGU =
      new Registered(
          "(162173) Ryugu", "Asteroid", "urn:nasa:pds:context:target:asteroid.162173_ryugu");

  private SpecimenRecord() {}

  /// Whether the name has the curation's form.
  public static boolean isOfRyugu(Fact.Sample sample) {
    return sample.name().chamber().isPresent();
  }

  /// @param type of the dictionary's list; told, or else by the name
  /// @throws IllegalArgumentException for a gas, or where nothing tells the type
  public static SpectrumLabel.Specimen of(
      SampleLedger ledger, Fact.Sample sample, Optional<String> type) {
    boolean ryugu = isOfRyugu(sample);
    if (type.isEmpty() && !ryugu) {
      throw new IllegalArgumentException(
          sample.name() + ": the name does not tell whose sample it is; give its type");
    }
    boolean ours = ryugu && type.map("Returned Asteroid Sample"::equals).orElse(true);
    return new SpectrumLabel.Specimen(
        sample.name().given(),
        MaterialSampleRecord.description(ledger, sample),
        type.orElse("Returned Asteroid Sample"),
        type.map("Synthetic Sample"::equals).orElse(false) ? "Synthetic" : "Natural",
        Optional.empty(),
        material(sample),
        sample.form() == Form.AGGREGATE ? "Particulate" : "Nonparticulate",
        sample.parents().stream().findFirst().map(portion -> portion.parent().given()),
        ours ? Optional.of("(162173) Ryugu") : Optional.empty(),
        ours ? Optional.of(MISSION) : Optional.empty(),
        ours ? Optional.of(RYUGU) : Optional.empty());
  }

  private static String material(Fact.Sample sample) {
    return switch (sample.form()) {
      case PARTICLE -> "Single Particle";
      case AGGREGATE, BULK -> "Unconsolidated Mixture";
      case GAS ->
          throw new IllegalArgumentException(
              sample.name() + " is a gas; it has no spectrum of a solid");
      case ALIQUOT, POLISHED_SECTION, FIB_SECTION, PREVIOUSLY_ALLOCATED, OTHER ->
          "Consolidated Mixture";
    };
  }
}
