package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.Rows;
import org.jumelles.cli.archive.Lookup;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Permission;
import org.jumelles.accord.policy.Access;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "policy",
    description = {
      "Whether somebody may read a product at an instant and why, in which tier of use, how to",
      "acknowledge it, and whom to ask. Exit code 1 where the answer is no."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord policy J0173a-02 --user Ann --at 2019-08-22T23:19:27")
final class AccordPolicyCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(
      index = "0",
      paramLabel = "PRODUCT",
      description = "A product's identity or an event's name.")
  private String name = "";

  @Option(
      names = "--user",
      paramLabel = "U",
      defaultValue = "",
      description = "A person's name or ORCID, as the record has it; nobody in particular.")
  private String user = "";

  @Option(names = "--at", paramLabel = "TIME", description = "UTC; now.")
  private @Nullable String at;

  @Override
  public Integer call() throws IOException {
    Moment instant = at == null ? Provenance.now() : Utc.parse(at);
    Map<String, Object> document =
        record.askArchive((accord, archive) -> document(accord, archive, instant));
    answer.give(document, () -> print(document));
    return Boolean.TRUE.equals(document.get("allowed")) ? ExitCode.OK : ExitCode.FAILED;
  }

  private Map<String, Object> document(Accord accord, Archive archive, Moment instant) {
    Product product = Lookup.of(archive, name).product();
    String programme = Evidence.programme(product);
    Moment end =
        product.entries().stream()
            .map(entry -> entry.span().end())
            .filter(one -> !one.equals(Moment.MAX))
            .max(Comparator.naturalOrder())
            .orElse(product.lineage().endedAt());
    Access access = Permission.of(accord, programme, end, user, instant);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("product", product.identity().sha256Hex());
    document.put("title", product.title());
    document.put("programme", programme);
    document.put("observation_end", end.toString());
    document.put("user", user);
    document.put("at", instant.toString());
    document.put("allowed", access.allowed());
    switch (access) {
      case Access.Open(String reason) -> document.put("reason", reason);
      case Access.ByRole(String role, Moment opens) -> {
        document.put("reason", "by role " + role);
        document.put("public_from", opens.toString());
      }
      case Access.Embargoed(String policy, Moment opens) -> {
        document.put("reason", "embargo of policy " + policy);
        document.put("public_from", opens.toString());
      }
    }
    accord.all(DataPolicy.class).stream()
        .filter(one -> one.programme().equals(programme))
        .findFirst()
        .ifPresent(one -> document.put("policy", policy(one)));
    return document;
  }

  private static Map<String, Object> policy(DataPolicy policy) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", policy.name());
    document.put("embargo_months", policy.embargoMonths());
    document.put("tiers", policy.tiers());
    document.put("licence", orNotKnown(policy.licence()));
    document.put("acknowledgement", orNotKnown(policy.acknowledgement()));
    document.put("contact", orNotKnown(policy.contact()));
    document.put("source", policy.source());
    return document;
  }

  private static String orNotKnown(String text) {
    return text.isEmpty() ? "not known" : text;
  }

  private void print(Map<String, Object> document) {
    var out = answer.out();
    out.println(document.get("title"));
    out.printf(
        "  %s at %s: %s%n",
        Boolean.TRUE.equals(document.get("allowed")) ? "may be read" : "may not be read",
        document.get("at"),
        document.get("reason"));
    if (document.containsKey("public_from")) {
      out.println("  public from " + document.get("public_from"));
    }
    Map<String, Object> policy = Rows.row(document, "policy");
    policy.forEach((field, value) -> out.printf("  %-16s %s%n", field, value));
  }
}
