package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.stationxml.Response.Decimation;
import org.jumelles.formats.stationxml.Response.Gain;
import org.jumelles.formats.stationxml.Response.Sensitivity;
import org.jumelles.formats.stationxml.Response.Stage;
import org.jumelles.formats.xml.XmlFields;

/// The stages of a response.
final class ResponseReader {
  private ResponseReader() {}

  static Response response(XmlFields fields) {
    Optional<Sensitivity> sensitivity =
        fields.optional("InstrumentSensitivity").map(ResponseReader::sensitivity);
    Optional<Transfer.Polynomial> polynomial =
        fields.optional("InstrumentPolynomial").map(ResponseReader::polynomial);
    List<Stage> stages = new ArrayList<>();
    for (XmlFields stage : fields.all("Stage")) {
      stages.add(stage(stage));
    }
    stages.sort(Comparator.comparingInt(Stage::number));
    for (int i = 1; i < stages.size(); i++) {
      if (stages.get(i).number() == stages.get(i - 1).number()) {
        throw fields.malformed(
            "each stage has its own number", "two of number " + stages.get(i).number());
      }
    }
    return new Response(sensitivity, polynomial, stages, Parts.kept(fields));
  }

  private static Sensitivity sensitivity(XmlFields fields) {
    return new Sensitivity(
        Parts.number(fields, "Value"),
        Parts.number(fields, "Frequency"),
        Parts.units(fields.required("InputUnits")),
        Parts.units(fields.required("OutputUnits")),
        Parts.kept(fields));
  }

  private static Stage stage(XmlFields fields) {
    long number =
        fields
            .attributeInteger("number")
            .orElseThrow(() -> fields.malformed("required", "no number"));
    if (number < 0 || number > 10_000) {
      throw fields.malformed("a stage number of 0 to 10000", "number " + number);
    }
    List<Transfer> transfers = new ArrayList<>();
    fields.optional("PolesZeros").map(ResponseReader::polesZeros).ifPresent(transfers::add);
    fields.optional("Coefficients").map(ResponseReader::coefficients).ifPresent(transfers::add);
    fields.optional("ResponseList").map(ResponseReader::responseList).ifPresent(transfers::add);
    fields.optional("FIR").map(ResponseReader::fir).ifPresent(transfers::add);
    fields.optional("Polynomial").map(ResponseReader::polynomial).ifPresent(transfers::add);
    if (transfers.size() > 1) {
      throw fields.malformed("one filter in a stage", transfers.size() + " filters");
    }
    Optional<Transfer> transfer = transfers.stream().findFirst();
    boolean polynomial = transfer.filter(Transfer.Polynomial.class::isInstance).isPresent();
    Optional<Gain> gain =
        polynomial
            ? fields.optional("StageGain").map(ResponseReader::gain)
            : Optional.of(gain(fields.required("StageGain")));
    Optional<Decimation> decimation = fields.optional("Decimation").map(ResponseReader::decimation);
    return new Stage((int) number, transfer, decimation, gain, Parts.kept(fields));
  }

  private static Gain gain(XmlFields fields) {
    return new Gain(
        Parts.number(fields, "Value"), Parts.number(fields, "Frequency"), Parts.kept(fields));
  }

  private static Decimation decimation(XmlFields fields) {
    Measure rate = Parts.within(fields.required("InputSampleRate"), Double.MIN_VALUE, 1e12);
    long factor = Parts.integer(fields, "Factor");
    if (factor < 1) {
      throw fields.malformed("a factor of at least 1", "" + factor);
    }
    return new Decimation(
        rate,
        factor,
        Parts.integer(fields, "Offset"),
        Parts.measure(fields, "Delay"),
        Parts.measure(fields, "Correction"),
        Parts.kept(fields));
  }

  private static Transfer.Head head(XmlFields fields) {
    return new Transfer.Head(
        fields.attribute("name"),
        Parts.units(fields.required("InputUnits")),
        Parts.units(fields.required("OutputUnits")),
        Parts.kept(fields));
  }

  private static Transfer polesZeros(XmlFields fields) {
    Transfer.PolesZerosType type = null;
    XmlFields written = fields.required("PzTransferFunctionType");
    for (Transfer.PolesZerosType candidate : Transfer.PolesZerosType.values()) {
      type = candidate.text.equals(written.text().strip()) ? candidate : type;
    }
    if (type == null) {
      throw written.malformed("LAPLACE (RADIANS/SECOND), (HERTZ) or DIGITAL", written.text());
    }
    XmlFields factor = fields.required("NormalizationFactor");
    double normalization =
        factor.text().isBlank() ? 1.0 : Parts.number(fields, "NormalizationFactor");
    Measure frequency = Parts.measure(fields, "NormalizationFrequency");
    List<Transfer.PoleZero> zeros = roots(fields, "Zero");
    List<Transfer.PoleZero> poles = roots(fields, "Pole");
    return new Transfer.PolesZeros(head(fields), type, normalization, frequency, zeros, poles);
  }

  private static List<Transfer.PoleZero> roots(XmlFields fields, String name) {
    List<Transfer.PoleZero> roots = new ArrayList<>();
    for (XmlFields root : fields.all(name)) {
      Measure real = Parts.measure(root, "Real");
      Measure imaginary = Parts.measure(root, "Imaginary");
      roots.add(new Transfer.PoleZero(real, imaginary, Parts.kept(root)));
    }
    return roots;
  }

  private static Transfer coefficients(XmlFields fields) {
    Transfer.CoefficientsType type = null;
    XmlFields written = fields.required("CfTransferFunctionType");
    for (Transfer.CoefficientsType candidate : Transfer.CoefficientsType.values()) {
      type = candidate.text.equals(written.text().strip()) ? candidate : type;
    }
    if (type == null) {
      throw written.malformed("ANALOG (RADIANS/SECOND), (HERTZ) or DIGITAL", written.text());
    }
    List<Measure> numerators = Parts.measures(fields, "Numerator");
    List<Measure> denominators = Parts.measures(fields, "Denominator");
    return new Transfer.Coefficients(head(fields), type, numerators, denominators);
  }

  private static Transfer responseList(XmlFields fields) {
    List<Transfer.Point> points = new ArrayList<>();
    for (XmlFields point : fields.all("ResponseListElement")) {
      points.add(
          new Transfer.Point(
              Parts.measure(point, "Frequency"),
              Parts.measure(point, "Amplitude"),
              Parts.measure(point, "Phase"),
              Parts.kept(point)));
    }
    return new Transfer.ResponseList(head(fields), points);
  }

  private static Transfer fir(XmlFields fields) {
    XmlFields written = fields.required("Symmetry");
    Transfer.Symmetry symmetry =
        switch (written.text().strip()) {
          case "NONE" -> Transfer.Symmetry.NONE;
          case "EVEN" -> Transfer.Symmetry.EVEN;
          case "ODD" -> Transfer.Symmetry.ODD;
          default -> throw written.malformed("NONE, EVEN or ODD", written.text());
        };
    List<Measure> numerators = Parts.measures(fields, "NumeratorCoefficient");
    return new Transfer.Fir(head(fields), symmetry, numerators);
  }

  private static Transfer.Polynomial polynomial(XmlFields fields) {
    String type = Parts.text(fields, "ApproximationType");
    Measure lowerHz = Parts.measure(fields, "FrequencyLowerBound");
    Measure upperHz = Parts.measure(fields, "FrequencyUpperBound");
    double lower = Parts.number(fields, "ApproximationLowerBound");
    double upper = Parts.number(fields, "ApproximationUpperBound");
    double error = Parts.number(fields, "MaximumError");
    List<Measure> coefficients = Parts.measures(fields, "Coefficient");
    if (coefficients.isEmpty()) {
      throw fields.malformed("required", "no Coefficient");
    }
    return new Transfer.Polynomial(
        head(fields), type, lowerHz, upperHz, lower, upper, error, coefficients);
  }
}
