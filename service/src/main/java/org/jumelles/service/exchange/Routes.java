package org.jumelles.service.exchange;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who answers a request; HEAD is GET without its content, a known path with a wrong method
/// is 405 and says which are right, an unknown path is 404.
public record Routes(List<Route> routes) {
  public Routes {
    routes = List.copyOf(routes);
  }

  /// Answers a request whose path matched; `part(i)` are the pattern's groups, counted from one.
  @FunctionalInterface
  public interface Answering {
    Answer answer(Request request, List<String> parts);
  }

  /// One row of the table.
  ///
  /// @param path a regular expression for the whole decoded path
  /// @param template the path for people and counters: `{}` stands for what differs
  public record Route(String method, Pattern path, String template, Answering answering) {
    public static Route get(String path, Answering answering) {
      return new Route("GET", Pattern.compile(path), template(path), answering);
    }

    private static String template(String path) {
      return path.replaceAll("\\\\Q|\\\\E|\\\\(?=\\.)", "")
          .replaceAll("\\([^()]*\\)", "{}")
          .replaceAll("\\?$", "");
    }

    public static Route post(String path, Answering answering) {
      return new Route("POST", Pattern.compile(path), template(path), answering);
    }
  }

  /// An answer, and which route gave it.
  ///
  /// @param template of the path; empty where there is no such path
  public record Routed(String template, Answer answer) {}

  public Answer answer(Request request) {
    return routed(request).answer();
  }

  public Routed routed(Request request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    TreeSet<String> allowed = new TreeSet<>();
    String template = "";
    for (Route route : routes) {
      Matcher match = route.path.matcher(request.path());
      if (!match.matches()) {
        continue;
      }
      template = route.template;
      if (route.method.equals(method)) {
        return new Routed(template, answer(route, request, groups(match)));
      }
      allowed.add(route.method);
    }
    return new Routed(template, otherwise(request, allowed));
  }

  /// A refusal that a room does not word in its own dialect is told in plain text.
  private static Answer answer(Route route, Request request, List<String> parts) {
    try {
      return route.answering.answer(request, parts);
    } catch (Refusal refusal) {
      return Answer.of(refusal.status(), Answer.TEXT, refusal.sentence() + "\n");
    }
  }

  private static Answer otherwise(Request request, TreeSet<String> allowed) {
    if (allowed.isEmpty()) {
      return Answer.of(404, Answer.TEXT, "Nothing is kept at this path\n");
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    String allow = String.join(", ", allowed);
    return request.method().equals("OPTIONS")
        ? Answer.empty(204).with("Allow", allow)
        : Answer.of(405, Answer.TEXT, "This method is not for this path; use " + allow + "\n")
            .with("Allow", allow);
  }

  private static List<String> groups(Matcher match) {
    return java.util.stream.IntStream.rangeClosed(1, match.groupCount())
        .mapToObj(group -> Optional.ofNullable(match.group(group)).orElse(""))
        .toList();
  }
}
