package org.jumelles.formats.stationxml;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/// The order of children in `fdsn-station.xsd` 1.2; `*` is the place of other namespaces.
/// `StorageFormat` stood in 1.0 only.
final class SchemaOrder {
  private static final String NODE = "Description Identifier Comment DataAvailability *";
  private static final String HEAD = "Description InputUnits OutputUnits *";

  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          entry("FDSNStationXML", "Source Sender Module ModuleURI Created Network *"),
          entry("Network", NODE + " Operator TotalNumberStations SelectedNumberStations Station"),
          entry(
              "Station",
              NODE
                  + " Latitude Longitude Elevation Site WaterLevel Vault Geology Equipment Operator"
                  + " CreationDate TerminationDate TotalNumberChannels SelectedNumberChannels"
                  + " ExternalReference Channel"),
          entry(
              "Channel",
              NODE
                  + " ExternalReference Latitude Longitude Elevation Depth Azimuth Dip WaterLevel"
                  + " Type SampleRate SampleRateRatio StorageFormat ClockDrift CalibrationUnits"
                  + " Sensor PreAmplifier DataLogger Equipment Response"),
          entry("Site", "Name Description Town County Region Country *"),
          equipment("Sensor"),
          equipment("DataLogger"),
          entry("Response", "InstrumentSensitivity InstrumentPolynomial Stage *"),
          entry(
              "InstrumentSensitivity",
              "Value Frequency InputUnits OutputUnits FrequencyStart FrequencyEnd"
                  + " FrequencyDBVariation"),
          entry(
              "Stage",
              "PolesZeros Coefficients ResponseList FIR Polynomial Decimation StageGain *"),
          entry(
              "PolesZeros",
              HEAD
                  + " PzTransferFunctionType NormalizationFactor NormalizationFrequency Zero Pole"),
          entry("Coefficients", HEAD + " CfTransferFunctionType Numerator Denominator"),
          entry("ResponseList", HEAD + " ResponseListElement"),
          entry("FIR", HEAD + " Symmetry NumeratorCoefficient"),
          polynomial("Polynomial"),
          polynomial("InstrumentPolynomial"));

  private SchemaOrder() {}

  static List<String> of(String name) {
    return ORDER.getOrDefault(name, List.of());
  }

  static int rank(List<String> order, QName child) {
    boolean own = child.getNamespaceURI().equals(Tag.NAMESPACE);
    int rank = order.indexOf(own ? child.getLocalPart() : "*");
    return rank < 0 ? order.size() : rank;
  }

  private static Map.Entry<String, List<String>> entry(String name, String children) {
    return Map.entry(name, List.of(children.split(" ", -1)));
  }

  private static Map.Entry<String, List<String>> equipment(String name) {
    return entry(
        name,
        "Type Description Manufacturer Vendor Model SerialNumber InstallationDate RemovalDate"
            + " CalibrationDate *");
  }

  private static Map.Entry<String, List<String>> polynomial(String name) {
    return entry(
        name,
        HEAD
            + " ApproximationType FrequencyLowerBound FrequencyUpperBound ApproximationLowerBound"
            + " ApproximationUpperBound MaximumError Coefficient");
  }
}
