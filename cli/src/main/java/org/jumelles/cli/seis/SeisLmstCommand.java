package org.jumelles.cli.seis;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.kernel.time.LocalClock.LocalTime;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.body.Body;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "lmst",
    description = "Local mean solar time at the lander from UTC, or UTC from local time.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis lmst 2018-11-26T19:44:52.444       the landing: sol 0, 14:10:38.983",
      "  jumelles seis lmst --sol 173 --lmst 03:00:00",
      "",
      "The mission's clock keeps the longitude 135.97 E that the lander aimed at; with",
      "--true-longitude the time is that of the place where it stands, 83.17 local seconds less."
    })
final class SeisLmstCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();

  @ArgGroup(multiplicity = "1")
  private Question question = new Question();

  @Option(
      names = "--true-longitude",
      description = "True local mean solar time of the lander's place, not the mission's clock.")
  private boolean trueLongitude;

  static final class Question {
    @Parameters(index = "0", paramLabel = "TIME", description = "UTC, as 2019-05-23T02:19:09.5")
    private @Nullable String utc;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable Local local;
  }

  static final class Local {
    @Option(names = "--sol", required = true, paramLabel = "N", description = "Landing is sol 0.")
    private long sol;

    @Option(names = "--lmst", required = true, paramLabel = "HH:MM:SS", description = "Local time.")
    private String lmst = "";
  }

  @Override
  public Integer call() throws IOException {
    LocalClock clock = clock(body.orDefault(answer));
    Moment moment = moment(clock);
    LocalTime local = clock.localTime(moment);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("utc", Utc.text(moment));
    document.put("sol", local.sol());
    document.put("lmst", local.toString().substring(local.toString().lastIndexOf(' ') + 1));
    document.put("clock", clock.name());
    answer.give(
        document,
        () -> answer.out().println(Utc.text(moment) + " = " + local + " (" + clock.name() + ")"));
    return ExitCode.OK;
  }

  private LocalClock clock(Body on) {
    if (!trueLongitude) {
      return on.days();
    }
    return on.firstPlace()
        .flatMap(on::trueDays)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--true-longitude: the longitude of the clock of "
                        + on.title()
                        + ", or of its station, is not known"));
  }

  private Moment moment(LocalClock clock) {
    if (question.utc != null) {
      return Utc.parse(question.utc);
    }
    Local local = question.local;
    if (local == null) {
      throw new IllegalArgumentException("a UTC time, or --sol and --lmst");
    }
    return clock.moment(LocalTime.parse(local.sol + " " + local.lmst));
  }
}
