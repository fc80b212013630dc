package org.jumelles.cli.seis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.solution.Opinion;
import org.jumelles.seis.solution.Solution;
import org.jumelles.seis.solution.SolutionQuakeMl;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "detect",
    description = "Finds what may be a quake, channel by channel, and says why.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis detect hour.mseed",
      "  jumelles seis detect day.mseed --channel XB.ELYSE.02.BHV --json",
      "  jumelles seis detect day.mseed --stationxml station.xml --quakeml events.xml",
      "  jumelles seis detect apollo12.mseed --body moon --model moon.nd",
      "",
      "Counts or ground motion, 2 to 100 Hz. With --stationxml three oblique components",
      "of counts are freed of glitches and turned to ground velocity first. Where up,",
      "north and east are there, up is searched and all three tell phases, type and",
      "place. Reasons, and each rise that was rejected, in --json. SNR is an amplitude",
      "ratio to the 120 s before."
    })
final class SeisDetectCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED 2 or 3.")
  private List<Path> files = List.of();

  @Option(names = "--channel", paramLabel = "ID", description = "NET.STA.LOC.CHA; else all.")
  private @Nullable String channel;

  @Option(names = "--quakeml", paramLabel = "OUT", description = "Write the events as QuakeML.")
  private @Nullable Path quakeMl;

  @Option(
      names = "--stationxml",
      paramLabel = "XML",
      description = "Responses, directions, and where the station stands.")
  private @Nullable Path xml;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Velocity model, .nd or .tvel, any number; else the body's.")
  private List<Path> models = List.of();

  private @Nullable Body read;

  @Override
  public Integer call() throws IOException {
    if (quakeMl != null) {
      output.check(quakeMl);
    }
    Waves.Wish wish =
        Waves.Wish.of(Optional.ofNullable(channel), Optional.empty(), Optional.empty());
    EventSearch.Input input = EventSearch.Input.asItIs(Waves.read(files, wish, answer).bySource());
    // The inventory knows the channels as they were recorded, not those that they are turned to.
    SourceId recorded = first(input);
    if (xml != null) {
      input = input.calibrated(xml, answer);
    }
    EventSearch search =
        EventSearch.of(input, body(recorded).thresholds(), solver(recorded, input), answer);
    if (search.detections().isEmpty()) {
      throw new IllegalArgumentException("no channel that could be watched");
    }
    if (quakeMl != null) {
      write(quakeMl, recorded, search);
    }
    answer.give(DetectionDocument.of(search), () -> table(search));
    return ExitCode.OK;
  }

  private static SourceId first(EventSearch.Input input) {
    return input.sources().keySet().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no samples"));
  }

  /// Read once: what is doubtful about a file is said once.
  private Body body(SourceId first) throws IOException {
    Body known = read;
    if (known == null) {
      known = body.ofNetwork(first.network(), answer);
      read = known;
    }
    return known;
  }

  /// Made when first asked for: its tables take half a second.
  private Supplier<Solver> solver(SourceId recorded, EventSearch.Input input) {
    List<Solver> made = new ArrayList<>();
    return () -> {
      if (made.isEmpty()) {
        try {
          made.add(made(recorded, input));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return made.getFirst();
    };
  }

  private Solver made(SourceId first, EventSearch.Input input) throws IOException {
    Body on = body(first);
    List<Locator.Weighted> times = PlanetModels.read(models, on, answer);
    if (times.isEmpty()) {
      answer.say("jumelles: no model of the body " + on.name() + " is built in: see --model");
    }
    Optional<Locator> locator =
        times.isEmpty() ? Optional.empty() : Optional.of(Locator.of(times, on.location()));
    Optional<Moment> at =
        input.sources().values().stream()
            .flatMap(List::stream)
            .map(Trace::start)
            .min(Comparator.naturalOrder());
    CandidateQuakeMl.Place place =
        isKnown(first) ? place(first, at.orElse(Moment.MIN)) : new CandidateQuakeMl.Place(0, 0);
    if (!isKnown(first)) {
      answer.say("jumelles: nobody told where the station stands: epicentres are from 0, 0");
    }
    return new Solver(
        locator,
        on,
        times.isEmpty() ? on.radiusKm() : times.getFirst().times().profile().radiusKm(),
        place.latitudeDeg(),
        place.longitudeDeg());
  }

  private boolean isKnown(SourceId id) throws IOException {
    return xml != null || body(id).place(id.network(), id.station()).isPresent();
  }

  private void write(Path file, SourceId first, EventSearch search) throws IOException {
    List<Solution> all = search.all();
    Moment at = all.isEmpty() ? Moment.MIN : all.getFirst().candidate().onset();
    SolutionQuakeMl told =
        new SolutionQuakeMl(sha256(files), place(first, at), body(first).radiusKm());
    List<SolutionQuakeMl.Told> events = new ArrayList<>();
    for (Solution solution : all) {
      events.add(
          told.event("E%04d".formatted(events.size() + 1), List.of(Opinion.ofMachine(solution))));
    }
    output.write(file, out -> QuakeMl.write(told.document(events), out));
    answer.say(file + ": " + all.size() + " events as QuakeML");
  }

  private CandidateQuakeMl.Place place(SourceId id, Moment at) throws IOException {
    if (xml != null) {
      return Metadata.read(xml).place(id, at);
    }
    return body(id)
        .place(id.network(), id.station())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--quakeml wants --stationxml: where "
                        + id.network()
                        + "."
                        + id.station()
                        + " stands"));
  }

  private static String sha256(List<Path> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String snr(double snr) {
    return Double.isNaN(snr) ? "-" : snr > 9999 ? ">9999" : String.format(Locale.ROOT, "%.1f", snr);
  }

  private void table(EventSearch search) {
    String row = "%-18s %-27s %-27s %-7s %-7s %6s  %-15s %s";
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT,
                row,
                "channel",
                "onset",
                "end",
                "type",
                "quality",
                "snr",
                "distance_deg",
                "picks"));
    search
        .detections()
        .forEach(
            (id, detection) -> {
              for (Solution one : search.solutions().getOrDefault(id, List.of())) {
                answer.out().println(line(row, id, one));
              }
              answer.say(
                  String.format(
                      Locale.ROOT,
                      "%s: %d events, %d rises rejected (see --json)",
                      id.nslc(),
                      detection.candidates().size(),
                      detection.vetoed().size()));
              detection.notes().forEach(note -> answer.say("  " + note));
            });
  }

  private static String line(String row, SourceId id, Solution one) {
    Candidate candidate = one.candidate();
    return String.format(
        Locale.ROOT,
        row,
        id.nslc(),
        Utc.text(candidate.onset()),
        Utc.text(candidate.end()),
        one.type().value().shortName(),
        one.quality().value(),
        snr(candidate.snr()),
        one.distance()
            .map(far -> String.format(Locale.ROOT, "%.1f +- %.1f", far.degrees(), far.sigmaDeg()))
            .orElse("-"),
        String.join(
            " ",
            DetectionDocument.phases(one).stream()
                .map(pick -> pick.phase() + " " + Utc.text(pick.time()).substring(11, 21))
                .toList()));
  }
}
