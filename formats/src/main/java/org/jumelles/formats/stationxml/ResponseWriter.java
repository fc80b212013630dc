package org.jumelles.formats.stationxml;

import org.jumelles.formats.stationxml.Response.Decimation;
import org.jumelles.formats.stationxml.Response.Gain;
import org.jumelles.formats.stationxml.Response.Sensitivity;
import org.jumelles.formats.stationxml.Response.Stage;
import org.jumelles.formats.xml.XmlElement;

/// The stages of a response.
final class ResponseWriter {
  private ResponseWriter() {}

  static XmlElement response(Response response) {
    Tag tag =
        new Tag("Response", response.kept())
            .child(response.sensitivity().map(ResponseWriter::sensitivity))
            .child(
                response
                    .polynomial()
                    .map(polynomial -> polynomial("InstrumentPolynomial", polynomial)));
    response.stages().forEach(stage -> tag.child(stage(stage)));
    return tag.build();
  }

  private static XmlElement sensitivity(Sensitivity sensitivity) {
    return new Tag("InstrumentSensitivity", sensitivity.kept())
        .number("Value", sensitivity.value())
        .number("Frequency", sensitivity.frequencyHz())
        .child(units("InputUnits", sensitivity.inputUnits()))
        .child(units("OutputUnits", sensitivity.outputUnits()))
        .build();
  }

  private static XmlElement stage(Stage stage) {
    return new Tag("Stage", stage.kept())
        .attribute("number", Integer.toString(stage.number()))
        .child(stage.transfer().map(ResponseWriter::transfer))
        .child(stage.decimation().map(ResponseWriter::decimation))
        .child(stage.gain().map(ResponseWriter::gain))
        .build();
  }

  private static XmlElement gain(Gain gain) {
    return new Tag("StageGain", gain.kept())
        .number("Value", gain.value())
        .number("Frequency", gain.frequencyHz())
        .build();
  }

  private static XmlElement decimation(Decimation decimation) {
    return new Tag("Decimation", decimation.kept())
        .measure("InputSampleRate", decimation.inputSampleRate())
        .text("Factor", Long.toString(decimation.factor()))
        .text("Offset", Long.toString(decimation.offset()))
        .measure("Delay", decimation.delay())
        .measure("Correction", decimation.correction())
        .build();
  }

  private static XmlElement transfer(Transfer transfer) {
    return switch (transfer) {
      case Transfer.PolesZeros filter -> polesZeros(filter);
      case Transfer.Coefficients filter ->
          filter("Coefficients", filter.head())
              .text("CfTransferFunctionType", filter.type().text)
              .measures("Numerator", filter.numerators())
              .measures("Denominator", filter.denominators())
              .build();
      case Transfer.ResponseList filter -> responseList(filter);
      case Transfer.Fir filter ->
          filter("FIR", filter.head())
              .text("Symmetry", filter.symmetry().name())
              .measures("NumeratorCoefficient", filter.numerators())
              .build();
      case Transfer.Polynomial filter -> polynomial("Polynomial", filter);
    };
  }

  private static XmlElement polesZeros(Transfer.PolesZeros filter) {
    Tag tag =
        filter("PolesZeros", filter.head())
            .text("PzTransferFunctionType", filter.type().text)
            .number("NormalizationFactor", filter.normalizationFactor())
            .measure("NormalizationFrequency", filter.normalizationFrequency());
    filter.zeros().forEach(zero -> tag.child(root("Zero", zero)));
    filter.poles().forEach(pole -> tag.child(root("Pole", pole)));
    return tag.build();
  }

  private static XmlElement root(String name, Transfer.PoleZero root) {
    return new Tag(name, root.kept())
        .measure("Real", root.real())
        .measure("Imaginary", root.imaginary())
        .build();
  }

  private static XmlElement responseList(Transfer.ResponseList filter) {
    Tag tag = filter("ResponseList", filter.head());
    for (Transfer.Point point : filter.points()) {
      tag.child(
          new Tag("ResponseListElement", point.kept())
              .measure("Frequency", point.frequency())
              .measure("Amplitude", point.amplitude())
              .measure("Phase", point.phase())
              .build());
    }
    return tag.build();
  }

  private static XmlElement polynomial(String name, Transfer.Polynomial filter) {
    return filter(name, filter.head())
        .text("ApproximationType", filter.approximationType())
        .measure("FrequencyLowerBound", filter.frequencyLowerBound())
        .measure("FrequencyUpperBound", filter.frequencyUpperBound())
        .number("ApproximationLowerBound", filter.approximationLowerBound())
        .number("ApproximationUpperBound", filter.approximationUpperBound())
        .number("MaximumError", filter.maximumError())
        .measures("Coefficient", filter.coefficients())
        .build();
  }

  private static Tag filter(String name, Transfer.Head head) {
    return new Tag(name, head.kept())
        .attribute("name", head.name())
        .child(units("InputUnits", head.inputUnits()))
        .child(units("OutputUnits", head.outputUnits()));
  }

  private static XmlElement units(String name, Units units) {
    return new Tag(name, units.kept())
        .text("Name", units.name())
        .text("Description", units.description())
        .build();
  }
}
