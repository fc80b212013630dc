package org.jumelles.service.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jumelles.figure.map.Coastlines;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;

/// The style sheet and the icon, which every page shares, and the scripts of those that have one.
public final class Assets {
  private Assets() {}

  public static Answer style() {
    return asset("page.css", "text/css; charset=utf-8");
  }

  public static Answer icon() {
    return asset("icon.svg", "image/svg+xml");
  }

  /// The script of the cube viewer.
  public static Answer cubeScript() {
    return asset("cube.js", "text/javascript; charset=utf-8");
  }

  /// One of the scripts, `granule.js` and what it draws with.
  public static Answer script(String name) {
    return asset(name, "text/javascript; charset=utf-8");
  }

  /// The coastlines of the Earth, each a list of longitudes and latitudes in turn.
  public static Answer coastlines() {
    return Json.answer(Coastlines.lines()).with("Cache-Control", "max-age=86400");
  }

  private static Answer asset(String name, String mediaType) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      byte[] bytes =
          Optional.ofNullable(in).orElseThrow(() -> new AssertionError(name)).readAllBytes();
      return Answer.of(200, mediaType, bytes).with("Cache-Control", "max-age=300");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
