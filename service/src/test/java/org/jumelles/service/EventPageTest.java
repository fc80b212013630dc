package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The event page: its answers, and in a real browser picks that are moved and saved.
@TestMethodOrder(MethodOrderer.MethodName.class)
class EventPageTest {
  private static final String ORIGINS = "/api/events/S0173a/origins";

  @TempDir static Path folder;
  private static Running running;
  private static @Nullable Browser opened;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (opened != null) {
      opened.close();
    }
    running.close();
  }

  @Test
  void theDetailTellsOriginsAndThePageMayRunItsOwnScriptOnly() throws Exception {
    assertThat(Running.text(running.get("/api/events/S0173a")))
        .contains("\"name\":\"S0173a\"", "\"preferred\":true", "\"latitude\":{\"value\":3.0");
    HttpResponse<byte[]> page = running.get("/events/S0173a");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(running.get("/events/S9999z").statusCode()).isEqualTo(404);
    assertThat(running.get("/api/events/S9999z/waveforms").statusCode()).isEqualTo(404);
  }

  @Test
  void waveformsAreTheSamplesOfTheWindow() throws Exception {
    String text =
        Running.text(
            running.get(
                "/api/events/S0173a/waveforms?start=2019-05-22T23:05:00&end=2019-05-22T23:05:01"));
    assertThat(text)
        .contains(
            "\"id\":\"XB.ELYSE.03.BHU\",\"level\":\"raw\",\"unit\":\"counts\",\"rate_hz\":10.0")
        .contains("\"start_s\":0.0,\"samples\":[3000.0,3001.0,");
    assertThat(running.get("/api/events/S0173a/waveforms?start=never").statusCode()).isEqualTo(400);
    assertThat(
            running
                .get("/api/events/S0173a/waveforms?start=2020-01-01&end=2019-01-01")
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"author\":\"\",\"picks\":[]}",
        "{\"author\":\"ada\",\"picks\":[]}",
        "{\"author\":\"ada\",\"picks\":[{\"phase\":\"P<script>\",\"time\":\"2019-05-22\",\"sigma\":1}]}",
        "{\"author\":\"ada\",\"picks\":[{\"phase\":\"P\",\"time\":\"soon\",\"sigma\":1}]}",
        "{\"author\":\"ada\",\"picks\":[{\"phase\":\"P\",\"time\":\"2019-05-22\",\"sigma\":-1}]}",
        "{\"author\":\"ada\",\"picks\":[{\"phase\":\"P\",\"time\":\"2019-05-22\"}]}",
        "{\"author\":\"ada\",\"picks\":[{\"phase\":\"P\",\"time\":\"2019-05-23\",\"sigma\":1},"
            + "{\"phase\":\"S\",\"time\":\"2019-05-22\",\"sigma\":1}]}"
      })
  void picksThatMakeNoSenseAreRefused(String body) throws Exception {
    assertThat(post(body, "application/json", null).statusCode()).isEqualTo(400);
  }

  /// Whoever reads to the end of the connection gets there, with a whole answer.
  @ParameterizedTest
  @ValueSource(strings = {"/health", "/events/S0173a", "/fdsnws/dataselect/1/query?cha=BHU"})
  void aConnectionThatIsToBeClosedIsClosed(String path) throws Exception {
    byte[] whole = running.get(path).body();
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", running.address("").getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).hasSizeGreaterThan(whole.length);
    }
  }

  @Test
  void anotherSiteCannotSave() throws Exception {
    String body =
        "{\"author\":\"eve\",\"picks\":[{\"phase\":\"P\",\"time\":\"2019-05-22\",\"sigma\":1}]}";
    assertThat(post(body, "text/plain", null).statusCode()).isEqualTo(415);
    assertThat(post(body, "application/json", "http://elsewhere.example").statusCode())
        .isEqualTo(403);
    assertThat(Running.text(running.get("/api/events/S0173a"))).doesNotContain("eve");
  }

  /// A name that somebody else's server bent to this machine's address, and a page that asks from
  /// elsewhere.
  @ParameterizedTest
  @ValueSource(strings = {"Host: rebound.example", "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site"})
  void aRequestUnderAnotherNameCannotSave(String headers) throws Exception {
    String body =
        "{\"author\":\"eve\",\"picks\":[{\"phase\":\"P\",\"time\":\"2019-05-22\",\"sigma\":1}]}";
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", running.address("").getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + ORIGINS
                      + " HTTP/1.1\r\n"
                      + headers
                      + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(
              new String(
                  socket.getInputStream().readAllBytes(),
                  java.nio.charset.StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 403");
    }
    assertThat(Running.text(running.get("/api/events/S0173a"))).doesNotContain("eve");
  }

  /// Two thousand stations and regions, also over the date line, around poles and as whole rings:
  /// each line lies within the map's window, and what is filled is what lies between the distances
  /// and azimuths.
  @Test
  void theMapHoldsTheWholeRegion() {
    ChromeDriver browser = browser().driver();
    browser.get(running.address("/events/S0173a").toString());
    Object found = browser.executeScript(MAP_CASES);
    assertThat(String.valueOf(found)).matches("outside 0, wrong 0, asked [1-9]\\d{4,}");
  }

  private static final String MAP_CASES =
      """
      let seed = 7;
      const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
      const filled = (lines, la, lo) => {
        let crossed = 0;
        for (const line of lines) for (let s = -720; s <= 720; s += 360)
          for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
            const [y, x] = line[i], [v, u] = line[j];
            if ((y > la) !== (v > la) && lo < (u - x) * (la - y) / (v - y) + x + s) crossed++;
          }
        return crossed % 2 === 1;
      };
      let outside = 0, wrong = 0, asked = 0;
      for (let c = 0; c < 2000; c++) {
        const place = {latitude: -85 + 170 * random(), longitude: -180 + 360 * random()};
        const far = 1 + 120 * random(), sigma = 0.3 + 10 * random(), azimuth = 360 * random();
        const half = random() < 0.2 ? 180 : 2 + 40 * random(), near = [Math.max(0, far - sigma), far + sigma];
        const wide = half === 180 ? [0, 360] : [azimuth - half, azimuth + half];
        const lines = Maths.sector(place, near, wide), quake = Maths.destination(place.latitude, place.longitude, azimuth, far);
        const w = Maths.mapWindow([quake, [place.latitude, place.longitude]], lines, 2.2);
        for (const [la, lo] of lines.flat()) {
          const seen = [-720, -360, 0, 360, 720].some(s => lo + s >= w.lon[0] - 1e-9 && lo + s <= w.lon[1] + 1e-9);
          if (!seen || la < w.lat[0] - 1e-9 || la > w.lat[1] + 1e-9) outside++;
        }
        for (let k = 0; k < 20; k++) {
          const la = -85 + 170 * random(), lo = -180 + 360 * random();
          const q = Maths.course(place.latitude, place.longitude, la, lo);
          const off = Math.abs(((q.azimuth - (wide[0] + wide[1]) / 2 + 900) % 360) - 180);
          const side = half === 180 ? 99 : Math.abs(off - half) * Math.sin(q.distance * Math.PI / 180);
          if (Math.min(Math.abs(q.distance - near[0]), Math.abs(q.distance - near[1]), side) < 0.7) continue;
          asked++;
          const inside = q.distance > near[0] && q.distance < near[1] && (half === 180 || off < half);
          if (inside !== filled(lines, la, lo)) wrong++;
        }
      }
      return "outside " + outside + ", wrong " + wrong + ", asked " + asked;
      """;

  /// Last but one by name: it changes what is kept.
  @Test
  void yAnAuthorThatNobodyToldIsTheOperator() throws Exception {
    String body = "{\"picks\":[{\"phase\":\"S\",\"time\":\"2019-05-22\",\"sigma\":1}]}";
    assertThat(post(body, "application/jsonp", null).statusCode()).isEqualTo(415);
    HttpResponse<byte[]> answer = post(body, "application/json; charset=utf-8", null);
    assertThat(answer.statusCode()).isEqualTo(201);
    String operator = System.getProperty("user.name");
    assertThat(Running.text(answer))
        .contains("\"author\":\"" + operator + "\"", "\"saved_by\":\"" + operator + "\"");
  }

  /// Last by name: it changes what is kept.
  @Test
  void zPicksAreMovedByMouseAndKeyboardAndSavedBesideTheAutomaticOnes() throws Exception {
    Browser window = browser();
    ChromeDriver browser = window.driver();
    browser.get(running.address("/events/S0173a").toString());
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
    wait.until(b -> "true".equals(b.findElement(By.tagName("body")).getDomAttribute("data-ready")));
    assertThat(browser.findElement(By.id("summary")).getText())
        .contains("low frequency", "quality A");
    assertThat(painted(browser, "waves")).isTrue();
    assertThat(painted(browser, "spectrogram")).isTrue();
    assertThat(painted(browser, "map")).isTrue();

    browser.executeScript("document.documentElement.style.scrollBehavior = 'auto'");
    browser.findElement(By.id("add")).click();
    WebElement pick = browser.findElement(By.cssSelector(".pick"));
    double before = seconds(pick);
    new Actions(browser).dragAndDropBy(pick, 80, 0).perform();
    double dragged = seconds(browser.findElement(By.cssSelector(".pick")));
    assertThat(dragged).isGreaterThan(before + 5);
    WebElement focused = browser.switchTo().activeElement();
    assertThat(focused.getDomAttribute("class")).isEqualTo("pick");
    focused.sendKeys(Keys.ARROW_RIGHT);
    browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    double moved = seconds(browser.findElement(By.cssSelector(".pick")));
    assertThat(moved - dragged).isBetween(0.199, 0.201);

    browser.findElement(By.id("author")).sendKeys("Ada");
    browser.findElement(By.cssSelector("#save button[type=submit]")).click();
    wait.until(
        b -> b.findElement(By.id("status")).getText().startsWith("Saved as a new origin by Ada"));
    assertThat(browser.findElement(By.cssSelector("#origin option:checked")).getText())
        .startsWith("manual, Ada");
    assertThat(running.archive().ledger("seis/picks"))
        .filteredOn(entry -> entry.author().equals("Ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.author()).isEqualTo("Ada");
              assertThat(entry.body().get("event")).isEqualTo(SampleArchive.EVENT_1);
              assertThat(entry.body().get("pick.000")).startsWith("P 2019-05-22T23:");
            });
    assertThat(Running.text(running.get("/api/events/S0173a")))
        .contains("\"preferred\":true", "\"author\":\"Ada\"");
    assertThat(window.faults()).isEmpty();
  }

  private static double seconds(WebElement pick) {
    return Double.parseDouble(pick.getDomAttribute("aria-valuenow"));
  }

  /// Whether more than one colour is on a canvas.
  private static boolean painted(ChromeDriver browser, String id) {
    return Boolean.TRUE.equals(
        browser.executeScript(
            "const c = document.getElementById(arguments[0]);"
                + "const d = new Uint32Array(c.getContext('2d').getImageData(0,0,c.width,c.height).data.buffer);"
                + "return d.some(v => v !== d[0]);",
            id));
  }

  private static HttpResponse<byte[]> post(String body, String mediaType, @Nullable String origin)
      throws Exception {
    HttpRequest.Builder request =
        running
            .request(ORIGINS)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return running.send(origin == null ? request : request.header("Origin", origin));
  }

  /// One for all tests of the class.
  private static Browser browser() {
    Browser known = opened;
    Browser browser = known == null ? Browser.open(folder) : known;
    opened = browser;
    browser.size(1280, 2800);
    return browser;
  }
}
