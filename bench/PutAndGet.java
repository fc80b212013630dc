import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.Progress;
import org.jumelles.archive.StoreUrl;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;

/// What it costs to keep products in a folder and in a bucket: many small ones, one large one, and
/// reading them where nothing is on this machine.
///
/// `java -Xmx512m -cp CLASSPATH bench/PutAndGet.java FOLDER s3://BUCKET/PREFIX?endpoint=...`, with
/// `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`; FOLDER and PREFIX hold nothing yet.
final class PutAndGet {
  private static final int SMALL = 100;
  private static final int SMALL_BYTES = 10_000;
  private static final int LARGE_BYTES = 200_000_000;
  private static final Lineage NOBODY =
      new Lineage("bench", new Moment(0), new Moment(1), List.of());

  private PutAndGet() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    StoreUrl.keep(folder.resolve("bucket"), BucketUrl.parse(arguments[1]));
    Archive.open(folder.resolve("bucket")).close(); // the client's classes are loaded
    System.out.println("store    what                          wall ms   processor ms    MB/s");
    for (String store : List.of("folder", "bucket", "folder", "bucket")) {
      run(store, folder.resolve(store));
    }
  }

  private static void run(String name, Path home) throws Exception {
    Random random = new Random();
    try (Archive archive = Archive.open(home)) {
      Identity[] small = new Identity[SMALL];
      measure(
          name,
          "put a small product, each of " + SMALL,
          SMALL,
          SMALL_BYTES,
          () -> {
            for (int i = 0; i < SMALL; i++) {
              small[i] = put(archive, random, SMALL_BYTES);
            }
          });
      Identity[] large = new Identity[1];
      Path file = file(archive, random, LARGE_BYTES);
      measure(
          name,
          "put 200 MB",
          1,
          LARGE_BYTES,
          () -> large[0] = archive.store(draft(random, file)).identity());
      forget(home);
      measure(
          name,
          "get a small product, each of " + SMALL,
          SMALL,
          SMALL_BYTES,
          () -> {
            for (Identity one : small) {
              Files.readAllBytes(archive.path(one, "file"));
            }
          });
      measure(name, "get 200 MB", 1, LARGE_BYTES, () -> archive.path(large[0], "file"));
    }
    try (Archive archive = Archive.openReadOnly(home)) {
      long[] bytes = new long[1];
      measure(
          name,
          "verify all",
          1,
          LARGE_BYTES,
          () -> bytes[0] = archive.verify(Progress.NONE).bytes());
    }
  }

  private static void forget(Path home) throws Exception {
    Path cache = home.resolve("cache");
    if (Files.isDirectory(cache)) {
      try (var all = Files.walk(cache)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void measure(String name, String what, int times, long bytes, Work work)
      throws Exception {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    double wallMs = (System.nanoTime() - start) / 1e6 / times;
    double processorMs = (system.getProcessCpuTime() - processor) / 1e6 / times;
    System.out.printf(
        Locale.ROOT,
        "%-8s %-28s %8.1f %14.1f %7.1f%n",
        name,
        what,
        wallMs,
        processorMs,
        bytes / 1e3 / wallMs);
  }

  private static Identity put(Archive archive, Random random, int bytes) throws Exception {
    return archive.store(draft(random, file(archive, random, bytes))).identity();
  }

  private static Path file(Archive archive, Random random, int bytes) throws Exception {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Files.write(archive.workFile("file"), noise);
  }

  private static ProductDraft draft(Random random, Path file) {
    return new ProductDraft(
        new Recipe("bench", "1"),
        "noise",
        Map.of("seed", Long.toHexString(random.nextLong())),
        List.of(),
        List.of(new DraftPayload("file", "application/octet-stream", file)),
        List.of(),
        NOBODY,
        Map.of());
  }
}
