package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.seis.catalogue.CatalogueCsv;
import org.jumelles.seis.catalogue.CatalogueReading;
import org.jumelles.seis.catalogue.CatalogueRow;

/// A catalogue in a file: QuakeML, or comma-separated values with a heading.
///
/// @param document where it is QuakeML
record Catalogue(List<CatalogueRow> rows, Optional<QuakeMlDocument> document) {
  private static final int BEGINNING_BYTES = 4096;
  private static final long GREATEST_BYTES = 1L << 30;

  /// A table of picks named after the events, `x_events.csv` and `x_picks.csv`, is read with it.
  static Catalogue read(Path file, Answer answer) throws IOException {
    if (Files.size(file) > GREATEST_BYTES) {
      throw new IllegalArgumentException(file + " is larger than a gigabyte");
    }
    byte[] beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = in.readNBytes(BEGINNING_BYTES);
    }
    if (QuakeMl.startsLike(beginning)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        QuakeMlDocument document = InputFile.need(QuakeMl.read(in, file.toString()), answer);
        return new Catalogue(CatalogueReading.ofQuakeMl(document), Optional.of(document));
      }
    }
    String text = Files.readString(file);
    if (CatalogueCsv.isPicks(text)) {
      throw new IllegalArgumentException(file + " holds picks; name the table of events");
    }
    List<CatalogueRow> rows = InputFile.need(CatalogueCsv.read(text, file.toString()), answer);
    Path picks = beside(file);
    if (!picks.equals(file) && Files.exists(picks)) {
      answer.say("jumelles: with the picks of " + picks);
      Outcome<List<CatalogueRow>> filled =
          CatalogueCsv.withPicks(rows, Files.readString(picks), picks.toString());
      rows = InputFile.need(filled, answer);
    }
    return new Catalogue(rows, Optional.empty());
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceFirst("_events\\.csv$", "_picks.csv"));
  }
}
