package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.TableCompiler;
import org.jumelles.iasi.retrieval.TableFile;
import org.jumelles.iasi.transfer.LineShape;
import org.jumelles.pipeline.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "compile",
    description = "Makes an absorption table of a window, once, from your own HITRAN lines.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi compile --lines co.par,h2o.par,n2o.par --continuum mt-ckd.nc \\",
      "      --window 2143:2181.25 -o co.table",
      "",
      "The table tells its inputs by SHA-256 and how far it is from line by line, on made-up",
      "scenes that had no part in making it. Half a minute to a few minutes; wide windows,",
      "above some 150 cm-1, want more memory (-Xmx)."
    })
final class IasiCompileCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private LineOptions lines = new LineOptions();
  @Mixin private OutputFile output = new OutputFile();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "TABLE",
      description = "What is written.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    output.check(out);
    double[] window = lines.window();
    Transitions transitions = lines.transitions(LineShape.MARGIN_PER_CM, answer);
    answer.say("compiling " + transitions.count() + " lines");
    TableCompiler compiler =
        new TableCompiler(transitions, lines.continuum(answer), window[0], window[1]);
    Progress progress = answer.progressWhereItIsLong();
    progress.begin("scenes and channels", compiler.steps());
    AbsorptionTable table = compiler.compile(inputs(), () -> progress.advance(1));
    progress.end();
    output.write(out, stream -> TableFile.write(table, stream));
    answer.give(document(table), () -> text(table));
    return ExitCode.OK;
  }

  private List<String> inputs() throws IOException {
    List<String> inputs = new ArrayList<>();
    for (Path file : lines.files()) {
      inputs.add("lines " + file.getFileName() + " sha256 " + sha256(file));
    }
    Path continuum = lines.continuumFile();
    inputs.add(
        continuum == null
            ? "no continuum"
            : "continuum " + continuum.getFileName() + " sha256 " + sha256(continuum));
    return inputs;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<String, Object> document(AbsorptionTable table) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("identity", table.identity());
    document.put("made", table.made());
    document.put("channels", table.wavenumberPerCm().length);
    document.put("nodes", table.nodesPerCm().length);
    document.put("gases", Arrays.stream(table.gases()).mapToObj(Isotopologue::formula).toList());
    document.put("error_scenes", table.error().scenes());
    document.put("error_rms_k", table.error().rmsK());
    document.put("error_greatest_k", table.error().greatestK());
    document.put("limits", IasiForwardCommand.LIMITS);
    return document;
  }

  private void text(AbsorptionTable table) {
    answer
        .out()
        .printf(
            Locale.ROOT,
            "%d channels of %d nodes; off line by line by %.3f K rms, %.2f K at most (%d scenes)%n",
            table.wavenumberPerCm().length,
            table.nodesPerCm().length,
            table.error().rmsK(),
            table.error().greatestK(),
            table.error().scenes());
    table.made().forEach(answer.out()::println);
    answer.out().println("identity " + table.identity());
    answer.out().flush();
  }
}
