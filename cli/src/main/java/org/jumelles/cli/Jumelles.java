package org.jumelles.cli;

import org.jumelles.cli.accord.AccordCommand;
import org.jumelles.cli.account.UserCommand;
import org.jumelles.cli.answer.Complaint;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.Version;
import org.jumelles.cli.archive.BackupCommand;
import org.jumelles.cli.archive.IngestCommand;
import org.jumelles.cli.archive.ListCommand;
import org.jumelles.cli.archive.MigrateCommand;
import org.jumelles.cli.archive.ProcessCommand;
import org.jumelles.cli.archive.RebuildCommand;
import org.jumelles.cli.archive.RepairCommand;
import org.jumelles.cli.archive.RestoreCommand;
import org.jumelles.cli.archive.ShowCommand;
import org.jumelles.cli.archive.VerifyCommand;
import org.jumelles.cli.archive.WhyCommand;
import org.jumelles.cli.iasi.IasiCommand;
import org.jumelles.cli.release.ReleaseCommand;
import org.jumelles.cli.ryugu.RyuguCommand;
import org.jumelles.cli.seis.SeisCommand;
import org.jumelles.cli.serve.ServeCommand;
import org.jumelles.cli.up.UpCommand;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jumelles.cli.tree.CommandTree;
import org.jumelles.cli.tree.Subcommands;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `jumelles`: the one program.
@Command(
    name = "jumelles",
    description = {
      "Raw bytes of joint space missions to calibrated, catalogued, citable results.",
      ""
    },
    version = Version.LINE,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles up                                   simulate a day, find what is in it, serve it",
      "  jumelles up DATA --archive DIR --once         take in a folder, process it, stop",
      "  jumelles seis info FILE --hash --json         what a miniSEED file holds",
      "  jumelles why EVENT                            walk a result back to its bytes",
      "",
      "Exit codes: 0 ok, 1 failed, 2 usage, 3 input refused.",
      "Shell completion: source <(jumelles generate-completion)"
    })
@Subcommands({
  UpCommand.class,
  IngestCommand.class,
  ProcessCommand.class,
  ServeCommand.class,
  ListCommand.class,
  ShowCommand.class,
  WhyCommand.class,
  VerifyCommand.class,
  RebuildCommand.class,
  BackupCommand.class,
  RestoreCommand.class,
  BenchCommand.class,
  MigrateCommand.class,
  RepairCommand.class,
  CampaignCommand.class,
  TrainCommand.class,
  SeisCommand.class,
  IasiCommand.class,
  RyuguCommand.class,
  AccordCommand.class,
  UserCommand.class,
  ReleaseCommand.class,
  AutoComplete.GenerateCompletion.class,
  CommandLine.HelpCommand.class
})
public final class Jumelles implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On an error, print where in the program it was raised.")
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Jumelles() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // what it prints and keeps does not depend on the host
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    System.exit(code);
  }

  /// Runs one command line and returns its exit code.
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    if (args.length == 1 && args[0].equals("--version")) {
      out.println(Version.LINE);
      return ExitCode.OK;
    }
    Jumelles top = new Jumelles();
    CommandLine line = CommandTree.of(top, args);
    line.setOut(out).setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(
        (exception, command, _) -> {
          if (top.debug) {
            exception.printStackTrace(command.getErr());
          } else {
            command.getErr().println("jumelles: " + Complaint.of(exception));
          }
          command.getErr().flush();
          return ExitCode.of(exception);
        });
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
