package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Rebuilt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rebuild",
    description = "Makes the catalogue anew from the store alone.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles rebuild --archive mars")
public final class RebuildCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public Integer call() throws IOException {
    Rebuilt rebuilt = archive.rebuild();
    List<String> refused = rebuilt.refused().stream().map(problem -> problem.sentence()).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("products", rebuilt.products());
    document.put("entries", rebuilt.entries());
    document.put("refused", refused);
    answer.give(
        document,
        () -> {
          answer
              .out()
              .printf("%,d products, %,d entries.%n", rebuilt.products(), rebuilt.entries());
          refused.forEach(one -> answer.out().println("  ! " + one));
        });
    return refused.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
