package org.jumelles.iasi.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jumelles.iasi.spectrum.Quality;

/// GQisFlagQualDetailed in words.
///
/// The specification of the 16 bit word of EPS products was not at hand. Two readings are
/// published, and they disagree; both are told, by name, and neither is chosen:
///
/// ```text
/// bit     0x8000   ...                                                    0x0001
/// EPS     hardware, spikes in band 1, 2, 3, NZPD, on-board flag, over- or underflow, spectral,
///         radiometric, summary, sounder, IIS, AVHRR missing, spare
/// WMO     NZPD, band 3 spike, saturation, band 2, 1 spike, over- or underflow, on-board, spectral,
///         radiometric, AVHRR, IIS, sounder missing, summary, on-ground, IASI/AVHRR, spare
/// ```
///
/// EPS is the order in which readers of native products take the bits, from the highest; WMO is
/// BUFR flag table 0 40 020 [WMO306], whose 17 bits end with a spare one and stand in BUFR messages
/// as they are.
public final class DetailedWord {
  /// The order in which readers of native products take the bits.
  public static final String EPS = "EPS native readers, from the highest bit";

  /// The order of the BUFR flag table.
  public static final String WMO = "BUFR flag table 0 40 020, from the highest bit";

  private static final List<String> EPS_MEANINGS =
      List.of(
          "hardware",
          "spike in band 1",
          "spike in band 2",
          "spike in band 3",
          "NZPD or complex calibration error",
          "on-board processing flag",
          "overflow or underflow",
          "spectral calibration error",
          "radiometric post-calibration error",
          "summary flag (GQisFlagQual)",
          "sounder data missing",
          "IIS data missing",
          "AVHRR data missing",
          "spare",
          "spare",
          "spare");
  private static final List<String> WMO_MEANINGS =
      List.of(
          "NZPD or complex calibration error",
          "spike in band 3",
          "saturation in band 3",
          "spike in band 2",
          "spike in band 1",
          "overflow or underflow",
          "on-board processing flag",
          "spectral calibration error",
          "radiometric calibration error",
          "AVHRR data missing",
          "IIS data missing",
          "sounder data missing",
          "summary flag (GQisFlagQual)",
          "on-ground processing flag",
          "IASI/AVHRR inter-calibration error",
          "spare",
          "spare");

  private DetailedWord() {}

  /// What one set bit means in one reading.
  ///
  /// @param mask the bit, such as 0x8000
  /// @param reading [#EPS] or [#WMO]
  public record Meaning(int mask, String reading, String meaning) {}

  /// The masks of all bits of a word, from the highest down; none where there is no word.
  public static int[] masks(Quality.Word numbering) {
    int[] masks = new int[bits(numbering)];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = 1 << (masks.length - 1 - i);
    }
    return masks;
  }

  /// What each of the [#masks] means in one reading, in words joined by `_` as CF wants them.
  ///
  /// @param reading [#EPS] or [#WMO]
  public static String names(Quality.Word numbering, String reading) {
    List<String> meanings = reading.equals(EPS) ? EPS_MEANINGS : WMO_MEANINGS;
    return meanings.subList(0, bits(numbering)).stream()
        .map(meaning -> meaning.replaceAll("[ ()/]+", "_").replaceAll("_$", ""))
        .collect(Collectors.joining(" "));
  }

  private static int bits(Quality.Word numbering) {
    return switch (numbering) {
      case EPS -> 16;
      case BUFR_040020 -> 17;
      case NONE -> 0;
    };
  }

  /// Each set bit from the highest down, in each reading that may apply; none for a word that is
  /// not known (-1).
  public static List<Meaning> explain(int word, Quality.Word numbering) {
    List<Meaning> meanings = new ArrayList<>();
    int bits = bits(numbering);
    for (int i = 0; word >= 0 && i < bits; i++) {
      int mask = 1 << (bits - 1 - i);
      if ((word & mask) == 0) {
        continue;
      }
      if (numbering == Quality.Word.EPS) {
        meanings.add(new Meaning(mask, EPS, EPS_MEANINGS.get(i)));
      }
      meanings.add(new Meaning(mask, WMO, WMO_MEANINGS.get(i)));
    }
    return meanings;
  }
}
