package org.jumelles.pipeline.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Answer;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Says of each product who made it, with which code, and who answered for the observation.
///
/// @param version of this program
/// @param commit of its sources, or `not known`
/// @param operator the account that runs it
public record Provenance(String version, String commit, String operator, Accord accord) {

  /// What this process knows of itself.
  public static Provenance ofThisProcess(String version, Accord accord) {
    return new Provenance(
        version,
        System.getProperty("jumelles.commit", "not known"),
        System.getProperty("user.name", "not known"),
        accord);
  }

  /// The lineage of something just made.
  ///
  /// @param programme whose frame the observation was made in; empty where none is known
  /// @param observed the instant of the observation, which decides who answered for it
  public Lineage since(Moment started, String programme, Moment observed) {
    List<Agent> agents = new ArrayList<>();
    agents.add(new Agent.Software("jumelles", version));
    agents.add(new Agent.Operator(operator));
    agents.add(new Agent.Programme(programme, accountable(programme, observed)));
    Moment ended = now();
    return new Lineage(commit, started.isAfter(ended) ? ended : started, ended, agents);
  }

  /// The clock, read here and nowhere below; no payload ever holds it.
  public static Moment now() {
    Instant now = Instant.now();
    return Utc.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano());
  }

  private Agent.Accountable accountable(String programme, Moment observed) {
    return switch (accord.responsibleFor(programme, observed)) {
      case Answer.Known(RoleAssignment assignment) ->
          new Agent.Accountable.Known(
              assignment.organisation(), assignment.role().name(), assignment.source());
      case Answer.NotKnown(String reason) -> new Agent.Accountable.NotKnown(reason);
    };
  }
}
