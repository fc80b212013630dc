package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.iasi.sounding.SoundingIndex;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.kernel.bytes.Bytes;

/// What a file is, told by its first bytes and never by its name.
public sealed interface Recognition {
  /// Records of miniSEED 2 or 3, or a full SEED volume whose data records are read.
  record MiniSeed() implements Recognition {}

  record StationXml() implements Recognition {}

  record QuakeMl() implements Recognition {}

  /// Level 1C spectra of IASI, as EPS native products or BUFR messages.
  record Spectra() implements Recognition {}

  /// One band of principal components of IASI spectra.
  record Basis() implements Recognition {}

  /// Lines of HITRAN's 160 characters.
  record Lines() implements Recognition {}

  /// A sounding product of the satellite that carries IASI.
  record Sounding() implements Recognition {}

  /// Coefficients of water's continuum.
  record Continuum() implements Recognition {}

  /// What a ground radiates, by wavenumber.
  record GroundEmissivity() implements Recognition {}

  /// Levels of an atmosphere.
  record AirProfile() implements Recognition {}

  /// An image of spectra, or what describes one; or spectra in a container of images.
  record Cube(Container container) implements Recognition {}

  /// Spectra in a text of which the first lines say what it is.
  record SpectraText() implements Recognition {}

  /// Entries of the ledger of samples.
  record Samples() implements Recognition {}

  /// What a cube comes in.
  enum Container {
    ENVI,
    PDS4,
    PDS3,
    FITS,
    HDF5,
    MATLAB
  }

  /// Nothing that this program reads.
  ///
  /// @param what what it looks like, in words
  record Unknown(String what) implements Recognition {}

  /// How far into a file it looks.
  int PROBE_BYTES = 4096;

  Pattern ROOT = Pattern.compile("<(?:([\\w.-]+):)?([A-Za-z_][\\w.-]*)[\\s>/]");

  static Recognition of(Path file) throws IOException {
    Recognition told;
    try (InputStream in = Files.newInputStream(file)) {
      told = of(in.readNBytes(PROBE_BYTES));
    }
    if (!(told instanceof Cube(Container container)) || container != Container.HDF5) {
      return told;
    }
    if (BasisContents.isBasis(file)) {
      return new Basis();
    }
    return ContinuumContents.isContinuum(file) ? new Continuum() : CubeFiles.hdf5(file, told);
  }

  static boolean isMatlab(Path file) throws IOException {
    return of(file) instanceof Cube(Container container) && container == Container.MATLAB;
  }

  static Recognition of(byte[] head) {
    if (head.length == 0) {
      return new Unknown("empty");
    }
    if (head.length >= 40 && head[0] == 'M' && head[1] == 'S' && head[2] == 3) {
      return new MiniSeed();
    }
    if (looksLikeSeed(head)) {
      return new MiniSeed();
    }
    if (SoundingIndex.isSounding(Bytes.of("head", head))) {
      return new Sounding();
    }
    if (ContinuumContents.isContinuum(head)) {
      return new Continuum();
    }
    if (Granules.isGranule(Bytes.of("head", head))) {
      return new Spectra();
    }
    Optional<Container> cube = CubeFiles.container(head);
    if (cube.isPresent()) {
      return new Cube(cube.get());
    }
    String text = new String(head, StandardCharsets.UTF_8).strip();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.startsWith("<")) {
      return xml(text);
    }
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      return new Unknown("a zip archive: unpack it first");
    }
    if (!isText(head)) {
      return new Unknown("binary");
    }
    if (LineContents.isLines(head)) {
      return new Lines();
    }
    if (EmissivityContents.isEmissivity(text)) {
      return new GroundEmissivity();
    }
    return ProfileContents.isProfile(text) ? new AirProfile() : CubeFiles.text(text);
  }

  /// A sequence number, then the kind of record: data (D, R, Q, M) or control (V, A, S, T).
  private static boolean looksLikeSeed(byte[] head) {
    if (head.length < 48) {
      return false;
    }
    for (int i = 0; i < 6; i++) {
      boolean digit = head[i] >= '0' && head[i] <= '9';
      if (!digit && head[i] != ' ' && head[i] != 0) {
        return false;
      }
    }
    return "DRQMVAST".indexOf(head[6]) >= 0 && (head[7] == ' ' || head[7] == 0 || head[7] == '*');
  }

  private static Recognition xml(String text) {
    String bare =
        text.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(\\[.*?\\])?\\s*>", "")
            .strip();
    Matcher root = ROOT.matcher(bare);
    if (!root.lookingAt()) {
      return new Unknown("XML without a root element in its first " + PROBE_BYTES + " bytes");
    }
    return switch (root.group(2)) {
      case "FDSNStationXML" -> new StationXml();
      case "quakeml" -> new QuakeMl();
      case String name when CubeFiles.isPds4(name, text) -> new Cube(Container.PDS4);
      default -> new Unknown("XML of root element " + root.group(2));
    };
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return true;
  }
}
