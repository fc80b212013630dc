package org.jumelles.pipeline.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.sample.Row;

/// The entries of one file: its rows, and the rows that could not be read as such.
public record SampleTable(String source, List<Row> rows, List<Defect> broken) {
  static final String KIND_FIELD = "entry";
  private static final long LARGEST_BYTES = 64L << 20;

  public SampleTable {
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }

  /// Reads a file by its name: `.yaml` and `.yml` as YAML, any other as CSV.
  ///
  /// @throws MalformedDataException where the file as a whole is no table
  public static SampleTable read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST_BYTES) {
      throw whole(file.toString(), size + " bytes; at most " + LARGEST_BYTES);
    }
    String text = text(file.toString(), Files.readAllBytes(file));
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? YamlRows.read(file.toString(), text)
        : CsvRows.read(file.toString(), text);
  }

  static SampleTable of(String source, List<Row> rows, List<Defect> broken) {
    return new SampleTable(source, new ArrayList<>(rows), broken);
  }

  private static String text(String source, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw whole(source, "it is not UTF-8");
    }
  }

  static MalformedDataException whole(String source, String found) {
    return new MalformedDataException(
        source, new Place.Whole(), "file", "docs/samples.md, files", found);
  }
}
