package org.jumelles.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jumelles.pipeline.run.Crew;
import org.jumelles.pipeline.run.Engine.Site;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Work;

/// The executors of one Spark application. A task is one piece of work: a lost executor's pieces
/// are given out again, and the store keeps one product of an identity however often it is made.
final class SparkCrew implements Crew {
  /// More pieces than this share tasks: the driver keeps a record of each task.
  private static final int MAX_TASKS = 20_000;

  private final JavaSparkContext spark;
  private final Hand hand;
  private final Ticks ticks = new Ticks();

  SparkCrew(SparkConf conf, Site site) {
    spark = new JavaSparkContext(conf);
    spark.sc().addSparkListener(ticks);
    hand =
        new Hand(
            site.archive().toString(),
            site.catalogueUrl().orElse(""),
            site.version(),
            site.removesTicks());
  }

  @Override
  public List<Finished> make(String what, List<Work> open, Progress progress) throws IOException {
    List<String> identities = open.stream().map(work -> work.identity().toString()).toList();
    int tasks = Math.min(open.size(), MAX_TASKS);
    ticks.begin(progress, open.size(), tasks);
    try {
      spark.sc().setJobDescription(what);
      List<Finished> finished = new ArrayList<>();
      for (Told told : spark.parallelize(identities, tasks).map(hand).collect()) {
        finished.add(told.finished());
      }
      return finished;
    } catch (RuntimeException e) {
      throw new IOException("the cluster gave up while " + what + ": " + e.getMessage(), e);
    } catch (Throwable e) {
      // Spark throws its checked SparkException out of methods that declare none.
      if (e instanceof SparkException failed) {
        throw new IOException("the cluster gave up while " + what + ": " + failed.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    spark.close();
  }

  /// Progress by the tasks that ended well; the same one twice, after a loss, is one.
  private static final class Ticks extends SparkListener {
    private Progress progress = Progress.SILENT;
    private int pieces;
    private int tasks = 1;
    private int ended;

    synchronized void begin(Progress onto, int newPieces, int newTasks) {
      progress = onto;
      pieces = newPieces;
      tasks = newTasks;
      ended = 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
      if (!Success$.MODULE$.equals(end.reason()) || ended >= tasks) {
        return;
      }
      long before = (long) pieces * ended / tasks;
      ended++;
      progress.advance((long) pieces * ended / tasks - before);
    }
  }
}
