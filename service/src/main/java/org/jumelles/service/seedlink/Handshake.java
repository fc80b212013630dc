package org.jumelles.service.seedlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;

/// One client's handshake: lines in, reactions out; it knows no socket and no archive.
///
/// A client of version 3 hears `ERROR` without a reason, as its libraries expect it.
final class Handshake {
  static final int MAX_LINE_BYTES = 255;
  private static final int MAX_STATIONS = 1000;
  private static final int MAX_SELECTORS = 1000;

  private static final List<String> VERBS_OF_HTTP =
      List.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT");

  private final Predicate<Glob> knowsStation;
  private final List<StationRequest> requests = new ArrayList<>();
  private int version = 3;
  private boolean chosen;
  private boolean batch;
  private boolean multiStation;
  private boolean ignored;
  private boolean fetch;
  private int selectors;
  private String agent = "";

  /// @param knowsStation whether data of a station are there
  Handshake(Predicate<Glob> knowsStation) {
    this.knowsStation = knowsStation;
  }

  int version() {
    return version;
  }

  /// Who the client says it is.
  String agent() {
    return agent;
  }

  List<StationRequest> requests() {
    return List.copyOf(requests);
  }

  Reaction take(String line) {
    String[] words = line.strip().split("[ \t]+", -1);
    if (words[0].isEmpty()) {
      return new Reaction.Silent();
    }
    List<String> arguments = List.of(words).subList(1, words.length);
    try {
      Reaction reaction = command(words[0].toUpperCase(Locale.ROOT), arguments);
      boolean acknowledged = reaction instanceof Reaction.Say;
      return batch && version == 3 && acknowledged && !words[0].equalsIgnoreCase("BATCH")
          ? new Reaction.Silent()
          : reaction;
    } catch (ProtocolRefusal refusal) {
      return error(refusal);
    }
  }

  /// The line that tells of a refusal.
  Reaction.Say error(ProtocolRefusal refusal) {
    return new Reaction.Say(
        version == 3 ? "ERROR" : "ERROR " + refusal.code() + " " + refusal.sentence());
  }

  private Reaction command(String verb, List<String> arguments) {
    if (VERBS_OF_HTTP.contains(verb)) {
      throw new ProtocolRefusal("UNSUPPORTED", "this port speaks SeedLink, not HTTP");
    }
    return switch (verb) {
      case "HELLO" -> new Reaction.Greet();
      case "BYE" -> new Reaction.Bye();
      case "SLPROTO" -> protocol(arguments);
      case "INFO" -> info(arguments);
      case "STATION" -> station(arguments);
      case "SELECT" -> select(arguments);
      case "DATA" -> data(arguments, false);
      case "FETCH", "TIME", "BATCH", "CAPABILITIES" -> older(verb, arguments);
      case "END" -> end(fetch);
      case "ENDFETCH" -> newer(() -> end(true));
      case "USERAGENT" ->
          newer(
              () -> {
                agent = String.join(" ", arguments);
                return ok();
              });
      default -> throw new ProtocolRefusal("UNSUPPORTED", "no command " + shown(verb));
    };
  }

  private interface Step {
    Reaction take();
  }

  private Reaction newer(Step step) {
    if (version == 3) {
      throw new ProtocolRefusal("UNSUPPORTED", "a command of version 4");
    }
    return step.take();
  }

  private Reaction older(String verb, List<String> arguments) {
    if (version == 4) {
      throw new ProtocolRefusal("UNSUPPORTED", verb + " was removed in version 4");
    }
    return switch (verb) {
      case "BATCH" -> {
        batch = true;
        yield ok();
      }
      case "CAPABILITIES" -> {
        agent = String.join(" ", arguments);
        yield ok();
      }
      case "TIME" -> time(arguments);
      default -> data(arguments, true);
    };
  }

  private Reaction protocol(List<String> arguments) {
    if (chosen || !requests.isEmpty()) {
      throw ProtocolRefusal.unexpected("SLPROTO comes once, before any other command");
    }
    String wanted = arguments.size() == 1 ? arguments.getFirst() : "";
    version =
        switch (wanted) {
          case "4.0" -> 4;
          case "3.0", "3.1" -> 3;
          default -> throw ProtocolRefusal.arguments("the versions are 3.0, 3.1 and 4.0");
        };
    chosen = true;
    return ok();
  }

  private Reaction info(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw ProtocolRefusal.arguments("INFO needs an item");
    }
    return new Reaction.Inform(
        arguments.getFirst().toUpperCase(Locale.ROOT), arguments.subList(1, arguments.size()));
  }

  private Reaction station(List<String> arguments) {
    int most = version == 3 ? 2 : 1;
    ignored = true;
    if (arguments.isEmpty() || arguments.size() > most) {
      throw ProtocolRefusal.arguments("STATION takes a station");
    }
    String network = arguments.size() == 2 ? arguments.get(1) : "*";
    String pattern = version == 3 ? network + "_" + arguments.getFirst() : arguments.getFirst();
    if (!pattern.matches("[A-Za-z0-9*?_-]+")) {
      throw ProtocolRefusal.arguments("STATION takes letters, digits, * and ?");
    }
    if (requests.size() >= MAX_STATIONS) {
      throw new ProtocolRefusal("LIMIT", "more than " + MAX_STATIONS + " stations");
    }
    Glob glob = new Glob(pattern);
    if (version == 3 && !knowsStation.test(glob)) {
      throw ProtocolRefusal.arguments("no such station");
    }
    ignored = false;
    multiStation = true;
    requests.add(StationRequest.of(glob));
    return ok();
  }

  private Reaction select(List<String> arguments) {
    StationRequest current = current();
    if (arguments.isEmpty() && version == 3) {
      return replace(current.with(List.of()));
    }
    if (arguments.isEmpty()) {
      throw ProtocolRefusal.arguments("empty SELECT is not allowed in version 4");
    }
    if (selectors + arguments.size() > MAX_SELECTORS) {
      throw new ProtocolRefusal("LIMIT", "more than " + MAX_SELECTORS + " selectors");
    }
    selectors += arguments.size();
    List<Selector> wanted = new ArrayList<>(current.selectors());
    for (String argument : arguments) {
      wanted.add(version == 3 ? Selector.version3(argument) : Selector.version4(argument));
    }
    return replace(current.with(wanted));
  }

  private Reaction data(List<String> arguments, boolean dialUp) {
    if (arguments.size() > 3) {
      throw ProtocolRefusal.arguments("DATA takes a number and two times");
    }
    StationRequest.From from =
        arguments.isEmpty()
            ? new StationRequest.From.Next()
            : ProtocolWords.from(version, arguments.getFirst());
    fetch |= dialUp;
    return begin(from, time(arguments, 1), time(arguments, 2));
  }

  private Reaction time(List<String> arguments) {
    if (arguments.size() > 2) {
      throw ProtocolRefusal.arguments("TIME takes two times");
    }
    return begin(new StationRequest.From.All(), time(arguments, 0), time(arguments, 1));
  }

  /// Version 3 without STATION begins at once and says nothing.
  private Reaction begin(
      StationRequest.From from, Optional<Moment> windowStart, Optional<Moment> windowEnd) {
    if (windowStart.isPresent()
        && windowEnd.isPresent()
        && windowEnd.get().isBefore(windowStart.get())) {
      throw ProtocolRefusal.arguments("a window that ends before it starts");
    }
    replace(current().begin(from, windowStart, windowEnd));
    return version == 3 && !multiStation ? new Reaction.Transfer(fetch) : ok();
  }

  private Reaction end(boolean dialUp) {
    if (!multiStation) {
      throw ProtocolRefusal.unexpected("END without STATION");
    }
    return new Reaction.Transfer(dialUp);
  }

  private Optional<Moment> time(List<String> arguments, int index) {
    return index < arguments.size()
        ? Optional.of(ProtocolWords.time(version, arguments.get(index)))
        : Optional.empty();
  }

  private StationRequest current() {
    if (ignored) {
      throw ProtocolRefusal.unexpected("the STATION before was refused");
    }
    if (requests.isEmpty()) {
      if (version == 4) {
        throw ProtocolRefusal.unexpected("STATION comes first");
      }
      requests.add(StationRequest.of(new Glob("*")));
    }
    return requests.getLast();
  }

  private Reaction replace(StationRequest request) {
    requests.set(requests.size() - 1, request);
    return ok();
  }

  private static Reaction ok() {
    return new Reaction.Say("OK");
  }

  private static String shown(String word) {
    String printable = word.replaceAll("[^\\x21-\\x7E]", "?");
    return printable.length() > 20 ? printable.substring(0, 20) + "..." : printable;
  }
}
