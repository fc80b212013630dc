package org.jumelles.cluster;

import org.apache.spark.SparkConf;
import org.jumelles.pipeline.run.Crew;
import org.jumelles.pipeline.run.Engine;

/// `process --engine spark --master URL`.
public final class SparkEngine implements Engine {

  @Override
  public String name() {
    return "spark";
  }

  /// Settings of the user (`-Dspark.NAME=VALUE`) stand; these are for what was not said.
  @Override
  public Crew gather(Site site, String master) {
    SparkConf conf = new SparkConf().setMaster(master).setAppName("jumelles process");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.task.maxFailures", "8");
    conf.setIfMissing("spark.executor.memory", "2g");
    conf.setIfMissing(
        "spark.executor.extraJavaOptions",
        "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Djumelles.commit="
            + System.getProperty("jumelles.commit", "not known").replace(' ', '_'));
    return new SparkCrew(conf, site);
  }
}
