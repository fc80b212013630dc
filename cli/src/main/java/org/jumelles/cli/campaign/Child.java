package org.jumelles.cli.campaign;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts this program in processes of its own, as a person would.
final class Child {
  private static final int LIMIT_SECONDS = 300;
  private static final int POLL_MILLIS = 3;
  private final String mainClass;
  private final Path logs;
  private final AtomicInteger count = new AtomicInteger();

  Child(String mainClass, Path logs) {
    this.mainClass = mainClass;
    this.logs = logs;
  }

  /// What a process left behind.
  record Said(int code, String out, String err) {
    /// The last line that tells of a failure, else the last line of all.
    String words() {
      List<String> lines = err.lines().filter(line -> !line.isBlank()).toList();
      return lines.stream()
          .filter(line -> line.startsWith("jumelles: "))
          .reduce((_, last) -> last)
          .orElse(lines.isEmpty() ? "" : lines.getLast());
    }

    /// Exit code and words.
    String sentence() {
      return "exit " + code + (words().isEmpty() ? "" : ": " + words());
    }
  }

  /// A process that runs, and where it writes.
  record Running(Process process, Path out, Path err) {
    Said end() throws IOException, InterruptedException {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        kill();
        return new Said(-1, text(out), "it did not end within " + LIMIT_SECONDS + " s");
      }
      return new Said(process.exitValue(), text(out), text(err));
    }

    /// Waits until the process has computed for so long, which means the same on a busy machine and
    /// on an idle one.
    ///
    /// @return whether it came to its end before
    boolean endsWithin(long processorMillis) throws InterruptedException {
      long limit = System.nanoTime() + LIMIT_SECONDS * 1_000_000_000L;
      while (processorMillis() < processorMillis && System.nanoTime() < limit) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return !process.isAlive();
    }

    long processorMillis() {
      return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /// `kill -9`.
    void kill() throws InterruptedException {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }

    private static String text(Path file) throws IOException {
      return Files.readString(file);
    }
  }

  /// What a command left whose words went to files of this name.
  Said said(int code, Path folder, String name) throws IOException {
    return new Said(
        code,
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }

  Said run(Object... words) throws IOException, InterruptedException {
    return start(words).end();
  }

  Running start(Object... words) throws IOException {
    return start(command(words), Map.of());
  }

  Running start(List<String> command, Map<String, String> environment) throws IOException {
    int number = count.incrementAndGet();
    Path out = logs.resolve(number + ".out");
    Path err = logs.resolve(number + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, out, err);
  }

  /// The command line of this JVM with other words, and half a gigabyte at most.
  List<String> command(Object... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agent"))
        .forEach(command::add);
    command.add("-Xmx512m");
    command.add("-XX:TieredStopAtLevel=1"); // it lives for seconds
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    for (Object word : words) {
      command.add(word.toString());
    }
    return command;
  }
}
