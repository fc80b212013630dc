package org.jumelles.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.pipeline.ingest.Recognition;
import org.jumelles.pipeline.ingest.Recognition.Container;

/// One question about one file that Jumelles and other programs answer, each as a whole command.
///
/// @param question what all of them are asked
/// @param ours arguments of `jumelles`
/// @param peers who else may be installed
record Contest(String question, Path file, List<String> ours, List<Peer> peers) {

  /// A program of the field.
  ///
  /// @param probe ends with 0 where the program is installed
  /// @param command answers the question
  record Peer(String name, List<String> probe, List<String> command) {
    /// The same by another program file, for machines with several Pythons.
    Peer by(String program) {
      return new Peer(name, with(program, probe), with(program, command));
    }

    boolean isPython() {
      return command.getFirst().equals("python3");
    }

    private static List<String> with(String program, List<String> words) {
      List<String> changed = new ArrayList<>(words);
      changed.set(0, program);
      return changed;
    }
  }

  private static final String OBSPY =
      "import obspy,sys; print(sum(int(t.data.sum()) for t in obspy.read(sys.argv[1])))";
  private static final String SPY =
      "import spectral.io.envi as e,sys;"
          + "m=e.open(sys.argv[1]).load(); print(m.min(),m.max(),m.mean(dtype='f8'))";
  private static final String H5PY =
      """
      import h5py, sys
      def total(name, data):
        if isinstance(data, h5py.Dataset) and data.dtype.kind in 'iuf': print(name, data[...].sum())
      h5py.File(sys.argv[1]).visititems(total)
      """;
  private static final String ASTROPY =
      """
      import sys
      from astropy.io import fits
      for h in fits.open(sys.argv[1]):
        if h.data is not None and h.data.dtype.fields is None: print(h.data.sum())
      """;

  /// The contest that a file calls for; empty where there is none for its kind.
  static Optional<Contest> of(Path file) throws IOException {
    return switch (Recognition.of(file)) {
      case Recognition.MiniSeed _ ->
          Optional.of(
              new Contest(
                  "decode every sample",
                  file,
                  List.of("seis", "info", file.toString(), "--hash"),
                  List.of(
                      python("ObsPy", "obspy", OBSPY, file),
                      new Peer(
                          "libmseed's msi",
                          List.of("msi", "-V"),
                          List.of("msi", "-d", file.toString())))));
      case Recognition.Spectra _ -> Optional.of(spectra(file));
      case Recognition.Cube(Container container) -> cube(file, container);
      default -> Optional.empty();
    };
  }

  /// The size of the file, and of what lies beside it under the same name: pixels beside a header.
  long bytes() throws IOException {
    String stem = stem(file);
    long bytes = 0;
    try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
      for (Path one : beside.filter(Files::isRegularFile).toList()) {
        bytes += one.endsWith(file.getFileName()) || stem(one).equals(stem) ? Files.size(one) : 0;
      }
    }
    return bytes;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Contest spectra(Path file) throws IOException {
    boolean bufr;
    try (var in = Files.newInputStream(file)) {
      bufr = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("BUFR");
    }
    String name = file.toString();
    return new Contest(
        "read every integer",
        file,
        List.of("iasi", "info", name),
        bufr
            ? List.of(
                new Peer("ecCodes", List.of("bufr_dump", "-V"), List.of("bufr_dump", "-p", name)))
            : List.of(
                new Peer("CODA", List.of("codacheck", name), List.of("codacheck", "-V", name))));
  }

  private static Optional<Contest> cube(Path file, Container container) {
    List<Peer> peers = new ArrayList<>();
    switch (container) {
      case ENVI -> peers.add(python("SPy", "spectral", SPY, file));
      case HDF5 -> peers.add(python("h5py", "h5py", H5PY, file));
      case FITS -> peers.add(python("Astropy", "astropy", ASTROPY, file));
      case PDS3, PDS4, MATLAB -> {
        return Optional.empty();
      }
    }
    List<String> ours = List.of("ryugu", "info", file.toString());
    return Optional.of(new Contest("read every number", file, ours, peers));
  }

  private static Peer python(String name, String module, String program, Path file) {
    return new Peer(
        name,
        List.of("python3", "-c", "import " + module),
        List.of("python3", "-c", program, file.toString()));
  }
}
