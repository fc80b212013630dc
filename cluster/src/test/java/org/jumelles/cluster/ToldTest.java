package org.jumelles.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.pipeline.run.Tally;

final class ToldTest {
  private static final String IDENTITY = "ab".repeat(32);

  @Property(tries = 200)
  void whatCameOverTheWireIsWhatWasSaid(
      @ForAll String source,
      @ForAll String path,
      @ForAll long offset,
      @ForAll @IntRange(min = 1) int line,
      @ForAll @IntRange(min = 1) int column)
      throws Exception {
    List<Defect> defects =
        List.of(
            new Defect(source, new Place.Offset(offset), "field", "clause", path),
            new Defect(source, new Place.LineColumn(line, column), path, "", ""),
            new Defect("", new Place.Path(path), "", source, ""),
            new Defect(source, new Place.Whole(), "", "", ""));
    Tally tally = new Tally(1, 0, 0, 0, 1, 0, 0, 0, List.of(), defects);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
      out.writeObject(Told.of(IDENTITY, tally));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
      assertThat(((Told) in.readObject()).finished().defects()).isEqualTo(defects);
    }
  }
}
