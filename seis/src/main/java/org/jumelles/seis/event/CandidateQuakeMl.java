package org.jumelles.seis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.formats.quakeml.Comment;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.formats.quakeml.WaveformStreamID;

/// Candidates in the words of QuakeML and its Mars extension.
///
/// Each becomes an event with two picks (`start`, `end`, as the marsquake service names them) and
/// one origin that has the quality, the station's place and the onset for want of a location: it
/// says so. Identifiers come from the product's identity and the onset alone: the same product
/// gives the same bytes.
public final class CandidateQuakeMl {
  private static final String AUTHORITY = "smi:org.jumelles/";

  private CandidateQuakeMl() {}

  /// Where the station stands: planetographic degrees.
  public record Place(double latitudeDeg, double longitudeDeg) {}

  /// All candidates of one product.
  ///
  /// @param productIdentity letters, digits, `-`, `_` and `.` only, such as a SHA-256 in
  /// hexadecimal
  public static QuakeMlDocument document(
      List<Candidate> candidates, String productIdentity, Place station) {
    List<Event> events = candidates.stream().map(c -> event(c, productIdentity, station)).toList();
    return QuakeMlDocument.of(
        EventParameters.of(AUTHORITY + "eventParameters/" + checked(productIdentity), events));
  }

  /// One candidate.
  ///
  /// @throws IllegalArgumentException where the identity has other letters
  public static Event event(Candidate candidate, String productIdentity, Place station) {
    String tail = tail(candidate, checked(productIdentity));
    WaveformStreamID waveform = waveform(candidate.channel());
    String originId = AUTHORITY + "origin/" + tail;
    Origin.Builder origin =
        Origin.of(
                originId,
                Quantity.of(candidate.onset()),
                Quantity.of(station.latitudeDeg()),
                Quantity.of(station.longitudeDeg()))
            .marsLocationQuality(MarsLocationQuality.valueOf(candidate.quality().value().name()))
            .with("evaluationMode", "automatic")
            .with("evaluationStatus", "preliminary")
            .add(Comment.of("Not located: the place is the station's, the time is the onset."));
    candidate.quality().reasons().forEach(r -> origin.add(Comment.of("Quality: " + r)));
    Event.Builder event =
        Event.of(AUTHORITY + "event/" + tail)
            .marsType(MarsEventType.valueOf(candidate.type().value().name()), "suspected")
            .with("preferredOriginID", originId)
            .add(origin.build())
            .add(pick(tail, "start", Quantity.of(candidate.onset()), waveform))
            .add(pick(tail, "end", Quantity.of(candidate.end()), waveform));
    for (String sentence : sentences(candidate)) {
      event.add(Comment.of(sentence));
    }
    return event.build();
  }

  private static List<String> sentences(Candidate candidate) {
    List<String> sentences = new ArrayList<>();
    candidate.type().reasons().forEach(reason -> sentences.add("Type: " + reason));
    sentences.addAll(candidate.evidence());
    sentences.add(
        String.format(
            Locale.ROOT,
            "SNR %.2f at %.1f to %.1f Hz, greatest at %s",
            candidate.snr(),
            candidate.dominant().lowHz(),
            candidate.dominant().highHz(),
            candidate.peak()));
    return sentences;
  }

  private static Pick pick(
      String tail,
      String phase,
      Quantity<org.jumelles.kernel.time.Moment> time,
      WaveformStreamID waveform) {
    return Pick.of(AUTHORITY + "pick/" + tail + "/" + phase, time, waveform)
        .with("phaseHint", phase)
        .with("evaluationMode", "automatic");
  }

  private static String tail(Candidate candidate, String identity) {
    String channel = candidate.channel().replaceAll("[^A-Za-z0-9_.-]", "-");
    return identity + "/" + channel + "/" + candidate.onset().taiNanos();
  }

  private static String checked(String identity) {
    if (!identity.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException("productIdentity '" + identity + "'");
    }
    return identity;
  }

  /// `FDSN:XB_ELYSE_02_B_H_U` to SEED codes; any other name stands as the channel's resource.
  private static WaveformStreamID waveform(String channel) {
    String[] parts = channel.replaceFirst("^FDSN:", "").split("_", -1);
    if (parts.length != 6) {
      return WaveformStreamID.of("", "", "", channel);
    }
    return WaveformStreamID.of(parts[0], parts[1], parts[2], parts[3] + parts[4] + parts[5]);
  }
}
