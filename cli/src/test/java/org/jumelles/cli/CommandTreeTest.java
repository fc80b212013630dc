package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jumelles.cli.accord.AccordCommand;
import org.jumelles.cli.account.UserCommand;
import org.jumelles.cli.iasi.IasiCommand;
import org.jumelles.cli.release.ReleaseCommand;
import org.jumelles.cli.ryugu.RyuguCommand;
import org.jumelles.cli.seis.SeisCommand;
import org.jumelles.cli.tree.CommandTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/// The branch that the words name is that of the whole tree, and nothing else is made.
class CommandTreeTest {
  private static final List<Object> GROUPS =
      List.of(
          new SeisCommand(),
          new IasiCommand(),
          new RyuguCommand(),
          new AccordCommand(),
          new UserCommand(),
          new ReleaseCommand());

  @TestFactory
  Stream<DynamicTest> everyBranchIsThatOfTheWholeTree() {
    return GROUPS.stream()
        .flatMap(
            group -> {
              List<List<String>> paths = new ArrayList<>();
              paths(CommandTree.of(group), List.of(), paths);
              return paths.stream()
                  .map(
                      path ->
                          DynamicTest.dynamicTest(
                              group.getClass().getSimpleName() + path, () -> same(group, path)));
            });
  }

  private static void paths(CommandLine line, List<String> at, List<List<String>> into) {
    line.getSubcommands()
        .forEach(
            (name, below) -> {
              List<String> path = new ArrayList<>(at);
              path.add(name);
              into.add(path);
              paths(below, path, into);
            });
  }

  private static void same(Object group, List<String> path) {
    CommandLine whole = CommandTree.of(group);
    CommandLine branch = CommandTree.of(group, path.toArray(String[]::new));
    for (String word : path) {
      assertThat(branch.getSubcommands()).containsOnlyKeys(word);
      branch = branch.getSubcommands().get(word);
      whole = whole.getSubcommands().get(word);
    }
    assertThat(branch.getUsageMessage()).isEqualTo(whole.getUsageMessage());
  }

  @Test
  void whatNamesNoCommandSeesThemAll() {
    String help = Shell.run("--help").out();
    assertThat(help).contains("seis", "iasi", "ryugu", "accord", "verify", "help");
    assertThat(Shell.run("help").out()).contains("seis", "ryugu");
    assertThat(Shell.run("help", "ryugu").out()).contains("unmix", "sample");
    assertThat(Shell.run("ryugu", "--help").out()).contains("unmix", "sample");
    assertThat(Shell.run("generate-completion").out()).contains("seis", "calibrate", "unmix");
    Shell misspelt = Shell.run("ryug");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("ryugu");
    assertThat(Shell.run("ryugu", "unmx").err()).contains("unmix");
  }

  @Test
  void anOptionOfAllCommandsStandsBeforeOrAfter() {
    for (String[] words :
        new String[][] {
          {"--debug", "ryugu", "info", "/nowhere.hdr"}, {"ryugu", "info", "/nowhere.hdr", "--debug"}
        }) {
      Shell shell = Shell.run((Object[]) words);
      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.err()).contains("\tat ").contains("/nowhere.hdr");
    }
  }
}
