import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Packs the built program with a Java runtime of its own into one archive that runs where no JDK
/// is. The same sources and the same JDK give the same bytes: entries are sorted, and carry the
/// build's own time and no owner.
///
/// `java build/Package.java ROOT VERSION TIMESTAMP`; needs GNU tar and xz.
final class Package {

  /// What the program and its libraries touch, and why.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop", // figures: Java2D and ImageIO
          "java.logging",
          "java.management", // memory and processor time in metrics
          "java.naming", // the connection pool asks for it
          "java.net.http", // SeedLink's and the portal's clients
          "java.security.jgss", // the PostgreSQL driver looks for it
          "java.sql",
          "java.xml",
          "jdk.management", // descriptors and processor time of the process
          "jdk.unsupported", // Caffeine and the columns of linear algebra use Unsafe
          "jdk.zipfs"); // files inside of archives

  private final Path root;
  private final Path work;
  private final String name;
  private final Instant time;

  private Package(Path root, String version, Instant time) {
    this.root = root;
    this.work = root.resolve("target/package");
    this.name = "jumelles-" + version + "-" + platform().toLowerCase(Locale.ROOT).replace('/', '-');
    this.time = time;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("wanted: ROOT VERSION TIMESTAMP");
    }
    new Package(Path.of(arguments[0]), arguments[1], Instant.parse(arguments[2])).pack();
  }

  private void pack() throws Exception {
    clear(work);
    Path home = Files.createDirectories(work.resolve(name));
    runtime(home.resolve("runtime"));
    program(home.resolve("app"));
    for (String file : List.of("LICENSE", "README.md", "CHANGELOG.md", "FORMATS.md")) {
      Files.copy(root.resolve(file), home.resolve(file));
    }
    Files.copy(root.resolve("cli/target/bom.json"), home.resolve("sbom.cdx.json"));
    copyTree(root.resolve("build/package"), home);
    Files.writeString(home.resolve("app/commit"), commit() + "\n");
    modes(home);
    Path archive = work.resolve(name + ".tar.xz");
    tar(archive);
    String digest = sha256(archive);
    Files.writeString(
        work.resolve(name + ".tar.xz.sha256"), digest + "  " + archive.getFileName() + "\n");
    System.out.printf(
        Locale.ROOT,
        "%s%n  %.1f MB packed, %.1f MB unpacked, of which the runtime %.1f MB%n  SHA-256 %s%n",
        archive,
        Files.size(archive) / 1e6,
        size(home) / 1e6,
        size(home.resolve("runtime")) / 1e6,
        digest);
  }

  private static void runtime(Path target) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK brings no jlink"));
    int code =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-9",
            "--output",
            target.toString());
    if (code != 0) {
      throw new IllegalStateException("jlink ended with " + code);
    }
  }

  private void program(Path app) throws IOException {
    Path built = root.resolve("cli/target");
    Files.createDirectories(app.resolve("lib"));
    Files.copy(built.resolve("jumelles-cli.jar"), app.resolve("jumelles-cli.jar"));
    try (JarFile jar = new JarFile(app.resolve("jumelles-cli.jar").toFile())) {
      String named = jar.getManifest().getMainAttributes().getValue("Class-Path");
      for (String library : named.split(" ")) {
        copyJar(built.resolve(library), app.resolve(library));
      }
    }
  }

  /// Copies a jar without the native code of other platforms.
  private void copyJar(Path from, Path to) throws IOException {
    try (JarFile jar = new JarFile(from.toFile())) {
      if (jar.stream().noneMatch(Package::isForeign)) {
        Files.copy(from, to);
        return;
      }
      try (OutputStream out = Files.newOutputStream(to);
          JarOutputStream kept = new JarOutputStream(out)) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (isForeign(entry) || entry.isDirectory()) {
            continue;
          }
          JarEntry copy = new JarEntry(entry.getName());
          copy.setTime(time.toEpochMilli());
          kept.putNextEntry(copy);
          try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(kept);
          }
        }
      }
    }
  }

  private static boolean isForeign(JarEntry entry) {
    String prefix = "org/sqlite/native/";
    return entry.getName().startsWith(prefix)
        && !entry.isDirectory()
        && !entry.getName().startsWith(prefix + platform() + "/");
  }

  /// Named as the SQLite driver names its folders: `Linux/x86_64`.
  private static String platform() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Mac" : "Linux";
    String machine = System.getProperty("os.arch");
    return system + "/" + (machine.equals("amd64") ? "x86_64" : machine);
  }

  private void tar(Path archive) throws IOException, InterruptedException {
    run(
        "tar",
        "--sort=name",
        "--mtime=@" + time.getEpochSecond(),
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--format=gnu",
        "--use-compress-program=xz -6 -T1",
        "-C",
        work.toString(),
        "-cf",
        archive.toString(),
        name);
  }

  private String commit() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--abbrev=40", "--dirty")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(git.getInputStream().readAllBytes()).strip();
    return git.waitFor() == 0 ? said : "not known";
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(command[0] + " ended with " + code);
    }
  }

  /// Everyone may read; what stands in a `bin` folder, and the runtime's own helpers, may be run.
  private static void modes(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.toList()) {
        boolean runs =
            Files.isDirectory(one)
                || one.getParent().endsWith("bin")
                || one.endsWith("lib/jspawnhelper")
                || one.endsWith("lib/jexec");
        Files.setPosixFilePermissions(
            one, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> seen = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, IOException failure) {
            seen.add(done);
            return FileVisitResult.CONTINUE;
          }
        });
    for (Path one : seen) {
      Files.delete(one);
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(one);
      }
    }
    return bytes;
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
