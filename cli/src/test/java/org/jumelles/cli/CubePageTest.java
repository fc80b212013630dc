package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.recipe.ryugu.StoredCube;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.service.Address;
import org.jumelles.service.WebService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The number on the cube's page is the number of the product: of a simulated grain, over HTTP.
class CubePageTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String[] FIELDS = {"centre_um", "centre_sigma_um", "depth", "depth_sigma"};

  @TempDir static Path folder;
  private static @Nullable Archive opened;
  private static @Nullable WebService started;

  @BeforeAll
  static void fill() throws Exception {
    Path place = folder.resolve("archive");
    Shell up = Shell.run("up", "--once", "--hours", "1", "--seed", "7", "--archive", place);
    assertThat(up.code()).as(up.err()).isZero();
    opened = Archive.open(place);
    started = WebService.start(opened, Address.loopback(0));
  }

  @AfterAll
  static void stop() throws Exception {
    Optional.ofNullable(started).orElseThrow().close();
    archive().close();
  }

  private static Archive archive() {
    return Optional.ofNullable(opened).orElseThrow();
  }

  private static Product product(String recipe) {
    return archive().products(recipe).getFirst();
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    int port = Optional.ofNullable(started).orElseThrow().port();
    String id = product("ryugu/reflectance").identity().sha256Hex();
    URI uri = URI.create("http://127.0.0.1:" + port + "/ryugu/cubes/" + id + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.builder().build().readTree(get(path).body());
  }

  private static double[] maps(int line, int sample) throws IOException {
    try (Cube maps = StoredCube.open(archive(), product("ryugu/composition"), "maps.hdr")) {
      double[] row = new double[maps.bands()];
      maps.read((long) line * maps.samples() + sample, 1, row);
      return row;
    }
  }

  /// Each pixel of a patch in the middle of the grain: hydroxyl and ammonium, where either was
  /// found.
  @Test
  void aPixelsBandsAreThoseOfTheMap() throws Exception {
    int fitted = 0;
    for (int line = 30; line < 34; line++) {
      for (int sample = 30; sample < 34; sample++) {
        double[] map = maps(line, sample);
        JsonNode page = json("/spectrum?line=" + line + "&sample=" + sample);
        for (int band = 0; band < 2; band++) {
          JsonNode told = page.at("/bands/" + band);
          boolean found = told.at("/state").asString().equals("fitted");
          assertThat(Double.isNaN(map[band * FIELDS.length])).isEqualTo(!found);
          for (int f = 0; found && f < FIELDS.length; f++) {
            double value = told.at("/" + FIELDS[f]).asDouble();
            // The map is of float32.
            assertThat((float) map[band * FIELDS.length + f])
                .as("%s of line %s, sample %s", FIELDS[f], line, sample)
                .isEqualTo((float) value);
            fitted++;
          }
        }
      }
    }
    assertThat(fitted).isGreaterThan(16);
  }

  /// The reference's half per cent is in the sigma of a mean, whole, and not in its noise; the
  /// noise falls, but not below what the filter makes of all pixels.
  @Test
  void aRegionKeepsWhatItsPixelsShare() throws Exception {
    JsonNode one = json("/spectrum?line=32&sample=32");
    JsonNode many = json("/spectrum?line=24&sample=24&to_line=39&to_sample=39");
    for (int b = 20; b < 300; b += 20) {
      double value = many.at("/value/" + b).asDouble();
      double sigma = many.at("/sigma/" + b).asDouble();
      double noise = many.at("/noise/" + b).asDouble();
      assertThat(Math.sqrt(sigma * sigma - noise * noise) / value).isCloseTo(0.005, within(0.0002));
      assertThat(noise).isLessThan(one.at("/noise/" + b).asDouble() / 3);
    }
    assertThat(many.at("/bands/0/name").asString()).isEqualTo("OH");
    assertThat(many.at("/bands/0/reduced_chi_square").asDouble()).isBetween(0.2, 2.5);
    assertThat(many.at("/sigma_source").asString()).contains("which pixels share");
  }

  @Test
  void aFigureIsAPictureWithTheSpectrumInItsColour() throws Exception {
    var picture =
        ImageIO.read(new ByteArrayInputStream(get("/spectrum.png?line=32&sample=32").body()));
    assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    long blue = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        blue += (picture.getRGB(x, y) & 0xFFFFFF) == 0x1F4E79 ? 1 : 0;
      }
    }
    assertThat(blue).as("pixels of the colour of the mean").isGreaterThan(200);
  }

  /// The table of offsets, as ISO 32000-1 7.5.8 has it, leads to each object: what a reader goes
  /// by.
  @Test
  void aPdfsTableLeadsToItsObjects() throws Exception {
    byte[] bytes = get("/spectrum.pdf?line=32&sample=32").body();
    String pdf = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-1.").endsWith("%%EOF\n");
    int start = pdf.lastIndexOf("startxref\n") + "startxref\n".length();
    int table = Integer.parseInt(pdf.substring(start, pdf.indexOf('\n', start)).strip());
    String head = pdf.substring(table, pdf.indexOf("stream", table));
    assertThat(head).matches("(?s)\\d+ 0 obj.*").contains("/XRef").contains("/FlateDecode");
    int[] widths = numbers(head, "/W");
    int[] sections = numbers(head, "/Index");
    int length = numbers(head, "/Length")[0];
    int data = pdf.indexOf('\n', pdf.indexOf("stream", table)) + 1;
    Inflater inflater = new Inflater();
    inflater.setInput(bytes, data, length);
    byte[] rows = new byte[1 << 16];
    int rowBytes = widths[0] + widths[1] + widths[2];
    int count = inflater.inflate(rows) / rowBytes;
    inflater.end();
    int row = 0;
    int placed = 0;
    for (int s = 0; s < sections.length; s += 2) {
      for (int k = 0; k < sections[s + 1]; k++, row++) {
        int at = row * rowBytes;
        long kind = whole(rows, at, widths[0]);
        long offset = whole(rows, at + widths[0], widths[1]);
        if (kind == 1) {
          assertThat(pdf.substring((int) offset)).startsWith((sections[s] + k) + " 0 obj");
          placed++;
        }
      }
    }
    assertThat(row).isEqualTo(count);
    assertThat(placed).isGreaterThan(2);
    assertThat(pdf).contains("/Image");
  }

  private static int[] numbers(String head, String key) {
    Matcher found = Pattern.compile(key + "\\s*\\[?([0-9 ]+)").matcher(head);
    assertThat(found.find()).as("%s in %s", key, head).isTrue();
    return Arrays.stream(found.group(1).strip().split("\\s+"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static long whole(byte[] rows, int from, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | rows[from + i] & 0xFF;
    }
    return value;
  }
}
