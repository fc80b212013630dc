package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Walk;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "why",
    description = {
      "Walks a product or an event back to the bytes it came from: recipe, parameters, code, and",
      "who answered for the observation."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {"  jumelles why J0173a-03", "  jumelles why 3fa1 --json"})
public final class WhyCommand implements Callable<Integer> {
  private static final int RUNS_SHOWN = 3;

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "ID", description = "Start of an identity, or an event.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      Lookup lookup = Lookup.of(open, name);
      Walk walk = open.walk(lookup.product().identity());
      Map<String, Object> document = new LinkedHashMap<>();
      lookup.event().ifPresent(event -> document.put("event", EventText.document(event)));
      document.put("steps", walk.steps().stream().map(WhyCommand::document).toList());
      document.put("missing", walk.missing().stream().map(Object::toString).toList());
      answer.give(document, () -> print(lookup, walk));
      return walk.missing().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private static Map<String, Object> document(Walk.Step step) {
    Product product = step.product();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("depth", step.depth());
    document.put("identity", product.identity().sha256Hex());
    document.put("title", product.title());
    document.put("recipe", product.recipe().name());
    document.put("version", product.recipe().version());
    document.put("parameters", product.parameters());
    document.put("inputs", product.inputs().stream().map(Object::toString).toList());
    document.put("files", product.payloads());
    document.put("commit", product.lineage().codeCommit());
    document.put("started", product.lineage().startedAt().toString());
    document.put("ended", product.lineage().endedAt().toString());
    document.put("agents", product.lineage().agents().stream().map(WhyCommand::sentence).toList());
    return document;
  }

  private void print(Lookup lookup, Walk walk) {
    lookup.event().ifPresent(event -> answer.out().println(EventText.line(event)));
    for (Walk.Step step : walk.steps()) {
      lines(step).forEach(line -> answer.out().println("   ".repeat(step.depth()) + line));
    }
    walk.missing()
        .forEach(id -> answer.out().println("! an input that is not in the archive: " + id));
  }

  private static List<String> lines(Walk.Step step) {
    Product product = step.product();
    List<String> lines = new ArrayList<>();
    String arrow = step.depth() == 0 ? "" : "from ";
    lines.add(arrow + product.title());
    lines.add("  identity    " + product.identity());
    for (Payload payload : product.payloads()) {
      lines.add(
          "  bytes       %s, %,d bytes, sha256 %s"
              .formatted(payload.name(), payload.size(), payload.sha256()));
    }
    if (product.recipe().isIngest()) {
      lines.addAll(records(product));
    } else {
      lines.add("  recipe      " + product.recipe().name() + " " + product.recipe().version());
      product
          .parameters()
          .forEach((key, value) -> lines.add("  parameter   " + key + " = " + value));
    }
    lines.add("  code        commit " + product.lineage().codeCommit());
    lines.add("  made        " + product.lineage().endedAt());
    product.lineage().agents().forEach(agent -> lines.add("  " + sentence(agent)));
    return lines;
  }

  private static List<String> records(Product product) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : product.entries().stream().limit(RUNS_SHOWN).toList()) {
      lines.add(
          "  %-11s %s, bytes %,d to %,d, %s to %s"
              .formatted(
                  entry.kind().equals("waveform") ? "records" : entry.kind(),
                  entry.key(),
                  entry.offset(),
                  entry.offset() + entry.length(),
                  entry.span().start(),
                  entry.span().end()));
    }
    if (product.entries().size() > RUNS_SHOWN) {
      lines.add("              and " + (product.entries().size() - RUNS_SHOWN) + " more");
    }
    return lines;
  }

  private static String sentence(Agent agent) {
    return switch (agent) {
      case Agent.Software(String software, String version) ->
          "software    " + software + " " + version;
      case Agent.Operator(String operator) -> "operator    " + operator;
      case Agent.Programme(String programme, Agent.Accountable accountable) ->
          "accountable "
              + switch (accountable) {
                case Agent.Accountable.Known(String organisation, String role, String source) ->
                    organisation + " for " + programme + " as " + role + " (" + source + ")";
                case Agent.Accountable.NotKnown(String reason) ->
                    "not known for " + programme + ": " + reason;
              };
    };
  }
}
