package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release, and fetching it by its order.
class ReleaseTest {
  private static final Pattern FILE =
      Pattern.compile(
          "<file name=\"([^\"]+)\">\\s*<size>(\\d+)</size>\\s*<hash type=\"sha-256\">([0-9a-f]{64})"
              + "</hash>\\s*<url>([^<]+)</url>");

  @TempDir Path folder;

  private static Product store(Running running, String title) throws Exception {
    var accord = new Partnership(running.archive()).accord();
    return new Release(title, LocalDate.of(2026, 11, 1), List.of(running.waveforms))
        .store(running.archive(), accord, Provenance.ofThisProcess("0.1.0", accord));
  }

  @Test
  void anOrderLeadsToEveryByte() throws Exception {
    try (Running running = new Running(folder)) {
      Product release = store(running, "Sol 173 & <more>");
      assertThat(store(running, "Sol 173 & <more>").identity()).isEqualTo(release.identity());
      assertThat(store(running, "Sol 174").identity()).isNotEqualTo(release.identity());
      String root = "/releases/" + release.identity();
      String page = Running.text(running.get(root));
      assertThat(page)
          .contains("Sol 173 &amp; &lt;more&gt;", "IPGP (2026)", "not known", "/metalink");
      String order = Running.text(running.get(root + "/metalink"));
      Matcher file = FILE.matcher(order);
      int files = 0;
      while (file.find()) {
        byte[] bytes =
            running.get(file.group(4).substring(file.group(4).indexOf("/products"))).body();
        assertThat(bytes).hasSize(Integer.parseInt(file.group(2)));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
            .isEqualTo(file.group(3));
        files++;
      }
      assertThat(files).isEqualTo(running.waveforms.payloads().size() + 3);
      Path dataCite = running.archive().path(release.identity(), "datacite.json");
      assertThat(Files.readString(dataCite, StandardCharsets.UTF_8))
          .contains("kernel-4\"", "\"publicationYear\" : 2026", "IPGP", "Dataset");
      assertThat(running.get("/releases/" + running.waveforms.identity()).statusCode())
          .isEqualTo(404);
    }
  }
}
