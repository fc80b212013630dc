package org.jumelles.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import org.jumelles.archive.product.Entry;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.pipeline.sample.SampleTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Progress;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {
  private static final String U = "XX.SIMLY.02.BHU";
  private static final byte[] NOISE = Specimens.noise(U, Specimens.START, 60);
  private static final byte[] LATER = Specimens.noise(U, Specimens.after(Specimens.START, 600), 60);

  @TempDir Path folder;
  private Path incoming;
  private Archive archive;

  @BeforeEach
  void open() throws Exception {
    incoming = Files.createDirectories(folder.resolve("incoming"));
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
  }

  private List<FileReport> take(Path... paths) throws Exception {
    return take(false, paths);
  }

  private List<FileReport> take(boolean rehash, Path... paths) throws Exception {
    return new Ingest(
            archive, Specimens.PROVENANCE, org.jumelles.pipeline.run.Progress.SILENT, rehash)
        .take(List.of(paths));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(incoming.resolve(name), bytes);
  }

  private Path file(String name, String text) throws Exception {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<FileReport.Fate> fates(List<FileReport> reports) {
    return reports.stream().map(FileReport::fate).toList();
  }

  @Test
  void aLedgerThatWasRecordedBeforeAKillBecomesTheSameProduct() throws Exception {
    Path ledger = file("ledger.csv", "entry,id,name,date\nsample,,A-1,2021-01-01\n");
    List<Entry> entries = new ArrayList<>();
    try (Archive other = Archive.open(folder.resolve("other"))) {
      for (Archive one : List.of(archive, other)) {
        if (one == other) { // killed between recording the rows and storing the file
          SampleKeeping.take(other, SampleTable.read(ledger), "test", false);
        }
        FileReport report =
            new Ingest(one, Specimens.PROVENANCE, org.jumelles.pipeline.run.Progress.SILENT, false)
                .take(List.of(ledger))
                .getFirst();
        entries.addAll(one.find(report.product().orElseThrow()).orElseThrow().entries());
      }
    }
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst()).isEqualTo(entries.getLast());
  }

  @Test
  void everyFileOfAFolderMeetsItsFate() throws Exception {
    file("a.mseed", NOISE);
    file("b.xml", Specimens.inventory());
    file("c.xml", Specimens.catalogue(Map.of("one", "2019-05-23T00:00:00")));
    file("d.txt", "a text");
    file("e.mseed", new byte[0]);
    file(".hidden", NOISE);
    Files.createDirectories(incoming.resolve("g"));
    file("g/f.xml", "<FDSNStationXML><Network></FDSNStationXML>");
    List<FileReport> reports = take(incoming);
    assertThat(reports)
        .extracting(report -> incoming.relativize(report.file()) + " " + report.fate())
        .containsExactly(
            "a.mseed STORED",
            "b.xml STORED",
            "c.xml STORED",
            "d.txt LEFT_ASIDE",
            "e.mseed LEFT_ASIDE",
            "g/f.xml REFUSED");
    assertThat(archive.products()).hasSize(3);
    assertThat(archive.entries(Query.all("waveform"))).hasSize(1);
    assertThat(archive.entries(Query.all("channel"))).hasSize(3);
    assertThat(archive.entries(Query.all("event"))).hasSize(1);
    assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    try (var files = Files.walk(archive.folder().resolve("work"))) {
      assertThat(files.filter(Files::isRegularFile).filter(f -> f.endsWith("a.mseed"))).isEmpty();
    }
  }

  @Test
  void aKnownFileIsNotReadAgainUnlessAsked() throws Exception {
    Path file = file("a.mseed", NOISE);
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.STORED);
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.KNOWN);
    assertThat(fates(take(true, file))).containsExactly(FileReport.Fate.KNOWN);
    assertThat(archive.products()).hasSize(1);
  }

  @Test
  void aFileOfOtherBytesAtTheSamePlaceIsAnotherProduct() throws Exception {
    Path file = file("a.mseed", NOISE);
    take(file);
    file("a.mseed", LATER);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.STORED);
    Files.write(file, Specimens.joined(NOISE, LATER));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.STORED);
    assertThat(archive.products()).hasSize(3);
  }

  @Test
  void aFileTouchedWithoutChangeIsKnownByItsBytes() throws Exception {
    Path file = file("a.mseed", NOISE);
    take(file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.KNOWN);
    assertThat(fates(take(file))).containsExactly(FileReport.Fate.KNOWN);
    assertThat(archive.products()).hasSize(1);
  }

  @Test
  void theSameBytesUnderAnotherNameAreOneProduct() throws Exception {
    take(file("a.mseed", NOISE));
    List<FileReport> second = take(file("b.mseed", NOISE));
    assertThat(fates(second)).containsExactly(FileReport.Fate.KNOWN);
    assertThat(second.getFirst().product()).isPresent();
    assertThat(archive.products()).hasSize(1);
  }

  @Test
  void theSameBytesTwiceInOneGoAreCountedOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      file(i + ".mseed", NOISE);
    }
    List<FileReport> reports = take(incoming);
    assertThat(fates(reports))
        .containsOnlyOnce(FileReport.Fate.STORED)
        .contains(FileReport.Fate.KNOWN);
    assertThat(archive.products()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.mseed",
        "ünïcode ♂.mseed",
        "a..b.mseed",
        "tab\tand\nline.mseed",
        "~$%&;'\"`.mseed",
        "-rf",
        "product.json",
        "prov.json"
      })
  void anOddNameIsStoredUnderAPlainOne(String name) throws Exception {
    Assumptions.assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name),
        "no such file name in this locale");
    List<FileReport> reports = take(file(name, NOISE));
    assertThat(fates(reports)).containsExactly(FileReport.Fate.STORED);
    Product product = archive.find(reports.getFirst().product().orElseThrow()).orElseThrow();
    assertThat(archive.path(product.identity(), product.payloads().getFirst().name()))
        .hasBinaryContent(NOISE);
    assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
  }

  @Test
  void aNameLongerThanAPayloadMayBearIsShortened() throws Exception {
    String name = "x".repeat(248) + ".mseed";
    List<FileReport> reports = take(file(name, NOISE));
    assertThat(fates(reports)).containsExactly(FileReport.Fate.STORED);
    Product product = archive.find(reports.getFirst().product().orElseThrow()).orElseThrow();
    assertThat(product.payloads().getFirst().name()).endsWith(".mseed");
  }

  @Test
  void anEntryThatCannotBeReadStopsNoOther() throws Exception {
    Path unreadable = Path.of("/proc/self/mem");
    assumeTrue(Files.isRegularFile(unreadable), "needs /proc/self/mem");
    Files.createSymbolicLink(incoming.resolve("a.mseed"), unreadable);
    Files.createSymbolicLink(incoming.resolve("b.mseed"), incoming.resolve("nowhere"));
    Files.createSymbolicLink(incoming.resolve("c"), incoming);
    file("d.mseed", NOISE);
    List<FileReport> reports = take(incoming);
    assertThat(fates(reports)).containsExactly(FileReport.Fate.REFUSED, FileReport.Fate.STORED);
    assertThat(reports.getFirst().defects().getFirst().sentence()).contains("a.mseed");
  }

  @Test
  void aFolderThatMayNotBeEnteredStopsNoOther() throws Exception {
    Path closed = Files.createDirectories(incoming.resolve("closed"));
    file("closed/a.mseed", NOISE);
    file("d.mseed", NOISE);
    assumeTrue(closed.toFile().setReadable(false), "needs a file system with permissions");
    try {
      assumeTrue(!Files.isReadable(closed), "needs an account that permissions bind");
      assertThat(fates(take(incoming)))
          .containsExactly(FileReport.Fate.REFUSED, FileReport.Fate.STORED);
    } finally {
      assertThat(closed.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void aPathThatIsNotThereIsTold() {
    assertThatThrownBy(() -> take(incoming.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void doubtfulAndRefusedUnitsAreCountedBesideGoodOnes() throws Exception {
    byte[] harmed = Specimens.noise(U, Specimens.START, 120);
    harmed[64 + 11] ^= 1;
    FileReport.Units records = take(file("a.mseed", harmed)).getFirst().units();
    assertThat(records.doubtful()).isEqualTo(1);
    assertThat(records.read()).isEqualTo(harmed.length / 512);
    Map<String, String> times = new TreeMap<>();
    times.put("one", "2019-05-23T00:00:00");
    times.put("two", "");
    FileReport events = take(file("b.xml", Specimens.catalogue(times))).getFirst();
    assertThat(events.units()).isEqualTo(new FileReport.Units(1, 0, 1));
    assertThat(events.defects()).isNotEmpty();
  }

  /// A header of a few bytes must not make the catalogue believe in ages of data.
  @Test
  void anAbsurdlySlowRateIsStoredAndToldQuickly() throws Exception {
    byte[] slow = Specimens.counts(U, Specimens.START, 1e-4, 1, 2, 3);
    assertThat(fates(take(file("a.mseed", slow)))).containsExactly(FileReport.Fate.STORED);
    Moment end = archive.entries(Query.all("waveform")).getFirst().entry().span().end();
    assertThat(end).isEqualTo(Specimens.after(Specimens.START, 20_000));
  }
}
