package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.service.exchange.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description and the table of routes tell the same.
class OpenApiTest {
  @TempDir Path folder;

  @Test
  void everyRouteIsDescribedAndNoOther() throws Exception {
    Set<String> described = new TreeSet<>();
    try (Running running = new Running(folder)) {
      JsonNode root = JsonMapper.builder().build().readTree(running.get("/openapi.json").body());
      root.path("paths")
          .forEachEntry(
              (path, methods) ->
                  methods.forEachEntry(
                      (method, _) ->
                          described.add(
                              method.toUpperCase(java.util.Locale.ROOT)
                                  + " "
                                  + path.replaceAll("\\{[a-z]+}", "{}"))));
    }
    Set<String> served = new TreeSet<>();
    try (Archive archive = Archive.open(folder.resolve("other"))) {
      Health health = new Health(archive);
      try (Door door = new Door(archive, Conduct.usual(), health)) {
        for (Routes.Route route :
            SiteMap.routes(archive, Address.loopback(0), Conduct.usual(), door, health).routes()) {
          served.add(route.method() + " " + route.template());
        }
      }
    }
    assertThat(described).isEqualTo(served);
  }
}
