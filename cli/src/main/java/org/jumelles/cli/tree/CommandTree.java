package org.jumelles.cli.tree;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A command line's own branch of the commands.
public final class CommandTree {
  private CommandTree() {}

  /// The command with those below it: only the one that the first word names, and below that the
  /// one of the next word, and so on; all of them where a word names none, as help and what is
  /// misspelt need. Parses and answers as the whole tree does.
  ///
  /// @param top a command; those below it are told by [Subcommands]
  public static CommandLine of(Object top, String... words) {
    CommandLine line = new CommandLine(top);
    grow(line, top.getClass(), List.of(words));
    return line;
  }

  private static void grow(CommandLine line, Class<?> command, List<String> words) {
    Subcommands told = command.getAnnotation(Subcommands.class);
    if (told == null) {
      return;
    }
    Optional<Class<?>> named = named(told, words);
    if (named.isPresent()) {
      add(line, named.get(), words.subList(1, words.size()));
      return;
    }
    for (Class<?> one : told.value()) {
      add(line, one, List.of());
    }
  }

  private static void add(CommandLine line, Class<?> command, List<String> words) {
    CommandLine below = new CommandLine(command);
    line.addSubcommand(below);
    grow(below, command, words);
  }

  /// What picocli brings itself, help and completion, looks at every other command: it is not
  /// taken for one that stands alone.
  private static Optional<Class<?>> named(Subcommands told, List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    for (Class<?> one : told.value()) {
      boolean ours = !one.getPackageName().equals(CommandLine.class.getPackageName());
      if (ours && one.getAnnotation(Command.class).name().equals(words.getFirst())) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
