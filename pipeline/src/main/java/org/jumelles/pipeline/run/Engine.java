package org.jumelles.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// A way to have work done that is not part of this program by default. What stands in the class
/// path and names itself as a service is found.
public interface Engine {

  /// As the command line names it, such as `spark`.
  String name();

  /// @param master where the cluster is reached, in the engine's own words
  Crew gather(Site site, String master) throws IOException;

  /// What every member of a crew has to know.
  ///
  /// @param archive a folder that all of them see under this name
  /// @param catalogueUrl of a catalogue in PostgreSQL; empty where it is in the folder
  /// @param version of this program
  /// @param removesTicks of the seismometer's counts, the cross-talk of each second
  record Site(Path archive, Optional<String> catalogueUrl, String version, boolean removesTicks) {}

  /// @throws IllegalArgumentException where there is none of that name
  static Engine named(String name) {
    List<Engine> all =
        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();
    return all.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--engine "
                        + name
                        + ": not in this program; there are "
                        + all.stream().map(Engine::name).toList()
                        + " beside `local` (docs/scale.md tells how Spark is added)"));
  }
}
