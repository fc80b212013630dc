package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Verification;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description = "Hashes every stored byte again and holds it against what was promised.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {"  jumelles verify --archive mars", "  jumelles verify --derive"})
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--derive",
      description = "Also make each derived product again, and compare bit for bit.")
  private boolean derive;

  @Override
  public Integer call() throws IOException {
    try (Archive open = derive ? archive.open() : archive.openRecovered()) {
      Verification verification = hash(open);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("objects", verification.objects());
      document.put("files", verification.files());
      document.put("bytes", verification.bytes());
      document.put("ledger_entries", verification.ledgerEntries());
      document.putAll(DamageText.document(verification));
      Derivation derivation =
          derive ? new Operation(open, answer.progress()).derive() : Derivation.NONE;
      if (derive) {
        document.put("derived", derivation.same());
        document.put("differing", derivation.differing());
        document.put("not_derivable", derivation.notDerivable());
      }
      answer.give(document, () -> print(verification, derivation));
      return verification.clean() && derivation.differing().isEmpty()
          ? ExitCode.OK
          : ExitCode.FAILED;
    }
  }

  private Verification hash(Archive open) throws IOException {
    Progress progress = answer.progress();
    boolean[] begun = new boolean[1];
    long[] before = new long[1];
    Verification verification =
        open.verify(
            (done, all, _) -> {
              synchronized (begun) {
                if (!begun[0]) {
                  begun[0] = true;
                  progress.begin("hashing objects", all);
                }
                progress.advance(done - before[0]);
                before[0] = done;
              }
            });
    if (begun[0]) {
      progress.end();
    }
    return verification;
  }

  private void print(Verification verification, Derivation derivation) {
    var out = answer.out();
    out.printf(
        "%,d objects, %,d files, %,d bytes hashed; %,d ledger entries chained.%n",
        verification.objects(),
        verification.files(),
        verification.bytes(),
        verification.ledgerEntries());
    DamageText.lines(verification).forEach(out::println);
    if (derive) {
      out.printf("%,d derived products made again, bit for bit the same.%n", derivation.same());
      derivation.differing().forEach(one -> out.println("  ! differs: " + one));
      derivation
          .notDerivable()
          .forEach(one -> out.println("  - made by a recipe that is no longer here: " + one));
    }
    out.println(verification.clean() && derivation.differing().isEmpty() ? "Clean." : "NOT clean.");
  }
}
