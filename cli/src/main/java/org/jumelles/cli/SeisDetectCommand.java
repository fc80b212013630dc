package org.jumelles.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "detect",
    description = "Finds what may be a marsquake, channel by channel, and says why.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis detect hour.mseed",
      "  jumelles seis detect day.mseed --channel XB.ELYSE.02.BHV --json",
      "  jumelles seis detect day.mseed --stationxml station.xml --quakeml events.xml",
      "",
      "Counts or ground motion, 2 to 100 Hz. Type and quality are proposals, their",
      "reasons and the vetoed rises are told in --json. SNR is an amplitude ratio to",
      "the 120 s before."
    })
final class SeisDetectCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
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
      description = "Where the station stands, for --quakeml; XB.ELYSE is known.")
  private @Nullable Path xml;

  @Override
  public Integer call() throws IOException {
    if (quakeMl != null) {
      output.check(quakeMl);
    }
    Waves.Wish wish =
        Waves.Wish.of(Optional.ofNullable(channel), Optional.empty(), Optional.empty());
    Map<SourceId, List<Segment>> sources = Waves.read(files, wish, answer).bySource();
    Map<SourceId, Detection> detections = new LinkedHashMap<>();
    for (Map.Entry<SourceId, List<Segment>> source : sources.entrySet()) {
      try {
        detections.put(source.getKey(), detect(source.getKey(), source.getValue()));
      } catch (IllegalArgumentException e) {
        answer.say("jumelles: left out: " + source.getKey() + ": " + e.getMessage());
      }
    }
    if (detections.isEmpty()) {
      throw new IllegalArgumentException("no channel that could be watched");
    }
    if (quakeMl != null) {
      write(quakeMl, detections);
    }
    answer.give(DetectionDocument.of(detections), () -> table(detections));
    return ExitCode.OK;
  }

  private static Detection detect(SourceId id, List<Segment> segments) {
    List<Stretch> stretches = new ArrayList<>();
    Moment end = Moment.MIN;
    for (Segment segment : segments) {
      Trace trace = segment.toTrace();
      if (!trace.start().isAfter(end)) {
        if (!trace.end().isAfter(end)) {
          continue;
        }
        trace = trace.slice(new Span(end.plusNanos(1), trace.end()));
      }
      stretches.add(new Stretch(trace.start(), trace.samplingRateHz(), trace.samples()));
      end = trace.end();
    }
    return EnvelopeDetector.detect(id.text(), stretches, DetectionParameters.DEFAULT);
  }

  private void write(Path file, Map<SourceId, Detection> detections) throws IOException {
    List<Candidate> all = new ArrayList<>();
    detections.values().forEach(detection -> all.addAll(detection.candidates()));
    SourceId first = detections.keySet().iterator().next();
    Moment at = all.isEmpty() ? Moment.MIN : all.getFirst().onset();
    CandidateQuakeMl.Place place = place(first, at);
    String identity = sha256(files);
    output.write(file, out -> QuakeMl.write(CandidateQuakeMl.document(all, identity, place), out));
    answer.say(file + ": " + all.size() + " events as QuakeML");
  }

  private CandidateQuakeMl.Place place(SourceId id, Moment at) throws IOException {
    if (xml != null) {
      return Metadata.read(xml).place(id, at);
    }
    if (id.network().equals("XB") && id.station().equals("ELYSE")) {
      return CandidateQuakeMl.Place.INSIGHT;
    }
    throw new IllegalArgumentException(
        "--quakeml wants --stationxml: where " + id.network() + "." + id.station() + " stands");
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

  private void table(Map<SourceId, Detection> detections) {
    String row = "%-18s %-27s %-27s %-7s %-7s %6s  %s";
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT, row, "channel", "onset", "end", "type", "quality", "snr", "band_hz"));
    detections.forEach(
        (id, detection) -> {
          for (Candidate candidate : detection.candidates()) {
            answer
                .out()
                .println(
                    String.format(
                        Locale.ROOT,
                        row,
                        id.nslc(),
                        Utc.text(candidate.onset()),
                        Utc.text(candidate.end()),
                        candidate.type().value().shortName(),
                        candidate.quality().value(),
                        snr(candidate.snr()),
                        candidate.dominant().lowHz() + "-" + candidate.dominant().highHz()));
          }
          answer.say(
              String.format(
                  Locale.ROOT,
                  "%s: %d events, %d rises vetoed (see --json)",
                  id.nslc(),
                  detection.candidates().size(),
                  detection.vetoed().size()));
          detection.notes().forEach(note -> answer.say("  " + note));
        });
  }
}
