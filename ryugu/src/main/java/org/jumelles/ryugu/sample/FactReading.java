package org.jumelles.ryugu.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// Reads one row as a fact, by its own fields alone.
final class FactReading {
  private final Row row;
  private final RowFields fields;
  private final List<Defect> doubts = new ArrayList<>();

  private FactReading(Row row) {
    this.row = row;
    this.fields = new RowFields(row);
  }

  static Outcome<Fact> read(Row row) {
    FactReading reading = new FactReading(row);
    try {
      Fact fact = reading.fact();
      reading.tellUnknownFields();
      return Outcome.of(fact, reading.doubts);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  private Fact fact() {
    return switch (row.kind()) {
      case "sample" -> sample();
      case "weight" ->
          new Fact.Weight(
              fields.needName("name"),
              fields.needDate("date"),
              doubtSigma(fields.needMass()),
              fields.text("balance"));
      case "balance" -> balance();
      case "storage" ->
          new Fact.Storage(
              fields.needName("name"), fields.needDate("date"), fields.needText("place"));
      case "exposure" ->
          new Fact.Exposure(
              fields.needName("name"), fields.needDate("date"), fields.needText("to"));
      case "contamination" ->
          new Fact.Contamination(
              fields.needName("name"), fields.needDate("date"), fields.needText("substance"));
      case "loan", "allocation" -> loan();
      case "return" ->
          new Fact.Return(
              fields.needText("loan"),
              fields.needDate("date"),
              fields.mass().map(this::doubtSigma),
              fields.text("balance"));
      case "image" -> image();
      case "control" -> control();
      case "analysis" -> analysis();
      case "correction" ->
          new Fact.Correction(
              fields.needCount("of"),
              fields.needText("field"),
              fields.text("value").orElse(""),
              fields.needText("reason"));
      case "withdrawal" -> new Fact.Withdrawal(fields.needCount("of"), fields.needText("reason"));
      default ->
          throw fields.wrong("entry", "'" + row.kind() + "' is none of " + Vocabulary.kinds());
    };
  }

  private Fact sample() {
    Form form = fields.text("form").map(Form::of).orElse(Form.OTHER);
    if (form == Form.OTHER) {
      doubts.add(
          row.defect(
              "form",
              fields
                  .text("form")
                  .map(given -> "'" + given + "' is kept as it is")
                  .orElse("not told")));
    }
    Optional<Mass> mass = fields.mass().map(this::doubtSigma);
    String condition = fields.text("condition").orElse("").toLowerCase(Locale.ROOT);
    Map<String, String> described = new LinkedHashMap<>(row.body());
    List.of("name", "parents", "date").forEach(described::remove);
    return new Fact.Sample(
        fields.needName("name"),
        form,
        parents(),
        fields.text("process"),
        fields.date("date"),
        mass,
        fields.text("balance"),
        condition.startsWith("pristine"),
        described);
  }

  private List<Fact.Portion> parents() {
    List<Fact.Portion> parents = new ArrayList<>();
    for (String part : fields.text("parents").orElse("").split(";", -1)) {
      if (!part.isBlank()) {
        Fact.Portion portion = fields.portion("parents", part);
        if (parents.stream().anyMatch(other -> other.parent().equals(portion.parent()))) {
          throw fields.wrong("parents", portion.parent() + " stands there twice");
        }
        parents.add(portion);
      }
    }
    return parents;
  }

  private Fact balance() {
    double sigma = fields.needNumber("scale_sigma_relative");
    if (sigma < 0 || sigma >= 1) {
      throw fields.wrong("scale_sigma_relative", sigma + " is not from 0 to 1");
    }
    return new Fact.Balance(fields.needText("id"), sigma);
  }

  private Fact loan() {
    Fact.Loan loan =
        new Fact.Loan(
            fields.needText("id"),
            fields.needName("name"),
            fields.needDate("date"),
            fields.date("due"),
            fields.needText("holder"),
            fields.text("terms").orElse("not told"));
    if (loan.due().isEmpty() && row.kind().equals("loan")) {
      throw fields.wrong("due", "it is missing; what never comes back is an allocation");
    }
    if (loan.due().isPresent() && loan.due().get().isBefore(loan.date())) {
      throw fields.wrong("due", loan.due().get() + " is before the loan of " + loan.date());
    }
    return loan;
  }

  private Fact image() {
    OptionalDouble pixelUm = fields.number("pixel_um");
    if (pixelUm.isPresent() && !(pixelUm.getAsDouble() > 0)) {
      throw fields.wrong("pixel_um", pixelUm.getAsDouble() + " is no width");
    }
    return new Fact.Image(
        fields.needText("id"),
        fields.needName("name"),
        fields.needText("technique"),
        size("lines"),
        size("samples"),
        pixelUm,
        fields.text("file"));
  }

  private int size(String field) {
    long count = fields.needCount(field);
    if (count > 1_000_000) {
      throw fields.wrong(field, count + " is more than 1,000,000");
    }
    return (int) count;
  }

  private Fact control() {
    double sigma = fields.needNumber("sigma_pixels");
    if (!(sigma > 0)) {
      throw fields.wrong("sigma_pixels", sigma + " is not above 0");
    }
    return new Fact.Control(
        fields.needText("image_a"), pixel("a"), fields.needText("image_b"), pixel("b"), sigma);
  }

  private ImageRegion.Pixel pixel(String image) {
    return new ImageRegion.Pixel(
        fields.needNumber("line_" + image), fields.needNumber("sample_" + image));
  }

  private Fact analysis() {
    Optional<ImageRegion> region =
        fields
            .text("region")
            .map(
                text ->
                    fields.read(
                        "region", text, one -> ImageRegion.parse(fields.needText("image"), one)));
    if (region.isEmpty() && fields.text("image").isPresent()) {
      throw fields.wrong("region", "an image without the region on it");
    }
    return new Fact.Analysis(
        fields.needText("id"),
        fields.needName("name"),
        fields.needDate("date"),
        fields.needText("technique"),
        fields.text("instrument"),
        region,
        fields.text("product"));
  }

  private Mass doubtSigma(Mass mass) {
    if (mass.sigmaMg().isEmpty()) {
      doubts.add(row.defect("sigma_mg", "not told, so no balance over this mass has a sigma"));
    } else if (mass.sigmaMg().getAsDouble() == 0) {
      doubts.add(row.defect("sigma_mg", "0, which no balance can have"));
    }
    return mass;
  }

  private void tellUnknownFields() {
    if (row.kind().equals("sample")) {
      return;
    }
    for (String field : row.cells().keySet()) {
      if (!Vocabulary.isKnown(row.kind(), field)) {
        doubts.add(row.defect(field, "no field of this kind; kept and not used"));
      }
    }
  }
}
