package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/// The map, the spectrum viewer and the alert map in a real browser; skipped where Chromium is not
/// installed.
class GranulePageTest {
  @TempDir static Path folder;
  private static @Nullable Running started;
  private static @Nullable Browser opened;
  private static String granule = "";

  private Running running;
  private Browser window;
  private ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    Browser.assumeThere();
    started = new Running(folder);
    granule = SounderArchive.fill(started.archive());
    opened = Browser.open(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (opened != null) {
      opened.close();
    }
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void take() {
    running = Optional.ofNullable(started).orElseThrow();
    window = Optional.ofNullable(opened).orElseThrow();
    browser = window.driver();
    window.faults();
    resize(1280);
  }

  private void resize(int widthPixels) {
    window.size(widthPixels, 1600);
  }

  private void open(String query) {
    browser.get(running.address("/iasi/granules/" + granule + query).toString());
    waitFor("return !!document.getElementById('viewer').dataset.mapped");
  }

  private void waitFor(String script) {
    window.waitFor(script);
  }

  private String shown() {
    return String.valueOf(browser.executeScript("return viewer.dataset.shown"));
  }

  private String text(String id) {
    return browser.findElement(By.id(id)).getText();
  }

  /// How many colours a drawing has: an empty canvas has one.
  private long coloursOf(String id) {
    Object number =
        browser.executeScript(
            "const c = document.getElementById(arguments[0]);"
                + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + "const s = new Set(); for (let i = 0; i < d.length; i += 4)"
                + " s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size;",
            id);
    return ((Number) Optional.ofNullable(number).orElseThrow()).longValue();
  }

  private void assertNothingOnTheConsole() {
    assertThat(window.faults()).isEmpty();
  }

  @Test
  void theMapAndTheSpectrumAreDrawnAndReadOut() throws Exception {
    open("?line=3&efov=5&pixel=2");
    assertThat(shown()).isEqualTo("line=3&efov=5&pixel=2&quantity=bt");
    assertThat(browser.executeScript("return viewer.dataset.mapped"))
        .isEqualTo(Integer.toString(120 * SounderArchive.LINES));
    assertThat(coloursOf("map")).isGreaterThan(50);
    assertThat(coloursOf("spectrum")).isGreaterThan(5);
    assertThat(text("map-readout")).contains("Line 3, view 5, pixel 2");
    String json = Running.text(running.get("/iasi/spectra/" + granule + "?line=3&efov=5&pixel=2"));
    double bt =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(json)
            .path("values")
            .get(1020)
            .asDouble();
    assertThat(text("spectrum-readout"))
        .isEqualTo(String.format(java.util.Locale.ROOT, "900.00 cm⁻¹ (channel 1021): %.3f K", bt));
    assertThat(text("flags")).contains("Band 1", "good", "Detailed word");
    assertNothingOnTheConsole();
  }

  @Test
  void aPixelIsPickedWithTheMouse() {
    open("");
    WebElement map = browser.findElement(By.id("map"));
    new Actions(browser).moveToElement(map).click().perform();
    waitFor("return viewer.dataset.shown !== 'line=0&efov=0&pixel=0&quantity=bt'");
    String line = browser.findElement(By.name("line")).getDomProperty("value");
    assertThat(shown()).startsWith("line=" + line + "&");
    assertThat(browser.getCurrentUrl()).endsWith("?" + shown());
    assertNothingOnTheConsole();
  }

  @Test
  void aPixelIsPickedWithTheKeys() {
    open("?line=6&efov=15&pixel=0");
    WebElement map = browser.findElement(By.id("map"));
    map.sendKeys(Keys.ARROW_RIGHT);
    waitFor("return !viewer.dataset.shown.startsWith('line=6&efov=15&pixel=0')");
    map.sendKeys(Keys.END);
    int last = SounderArchive.LINES - 1;
    waitFor("return viewer.dataset.shown.startsWith('line=" + last + "&efov=29&pixel=3')");
    map.sendKeys(Keys.HOME);
    waitFor("return viewer.dataset.shown.startsWith('line=0&efov=0&pixel=0')");
    assertNothingOnTheConsole();
  }

  @Test
  void theSpectrumIsReadAndZoomedWithTheKeys() {
    open("");
    WebElement plot = browser.findElement(By.id("spectrum"));
    plot.sendKeys(Keys.HOME);
    assertThat(text("spectrum-readout")).startsWith("645.00 cm⁻¹ (channel 1): ");
    plot.sendKeys(Keys.ARROW_RIGHT);
    assertThat(text("spectrum-readout")).startsWith("645.25 cm⁻¹ (channel 2): ");
    plot.sendKeys(Keys.END);
    assertThat(text("spectrum-readout")).startsWith("2760.00 cm⁻¹ (channel 8461): ");
    Object before = browser.executeScript("return document.getElementById('spectrum').toDataURL()");
    plot.sendKeys("+");
    assertThat(browser.executeScript("return document.getElementById('spectrum').toDataURL()"))
        .isNotEqualTo(before);
    plot.sendKeys("0");
    assertThat(browser.executeScript("return document.getElementById('spectrum').toDataURL()"))
        .isEqualTo(before);
    assertNothingOnTheConsole();
  }

  @Test
  void radianceHasItsUnitAndAMissingLineItsReason() {
    open("?quantity=radiance");
    assertThat(text("spectrum-readout")).endsWith("W m-2 sr-1 (m-1)-1");
    WebElement line = browser.findElement(By.name("line"));
    line.clear();
    line.sendKeys("99", Keys.ENTER);
    waitFor("return document.getElementById('fault').textContent !== ''");
    assertThat(text("fault")).contains("line 99");
  }

  @Test
  void inTheDarkThePlotIsDark() {
    window.scheme("dark");
    try {
      open("");
      Object corner =
          browser.executeScript(
              "return document.getElementById('spectrum').getContext('2d')"
                  + ".getImageData(2, 2, 1, 1).data[0]");
      assertThat(((Number) Optional.ofNullable(corner).orElseThrow()).intValue()).isLessThan(80);
    } finally {
      window.scheme("light");
    }
  }

  @Test
  void anAlertOnTheMapLeadsToItsSpectrum() {
    browser.get(running.address("/alerts").toString());
    List<WebElement> spots = browser.findElements(By.cssSelector("#alertmap a"));
    assertThat(spots).isNotEmpty();
    assertThat(browser.findElements(By.cssSelector("tbody tr"))).hasSameSizeAs(spots);
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("simulated plumes only");
    spots.getFirst().sendKeys(Keys.ENTER);
    waitFor("return location.pathname.startsWith('/iasi/granules/')");
    waitFor("return !!document.getElementById('viewer').dataset.mapped");
    assertNothingOnTheConsole();
  }

  @Test
  void noPageOfAPhoneScrollsSideways() {
    resize(360);
    open("");
    assertThat(browser.executeScript("return document.documentElement.scrollWidth <= 360"))
        .isEqualTo(true);
    browser.get(running.address("/alerts").toString());
    assertThat(browser.executeScript("return document.documentElement.scrollWidth <= 360"))
        .isEqualTo(true);
  }

  /// From the granule's page to the retrieval of the pixel that is shown: the numbers of the JSON,
  /// both drawings loaded, the limits printed.
  @Test
  void aPixelsRetrievalIsShown() throws Exception {
    String query = "?line=11&efov=15&pixel=2";
    tools.jackson.databind.JsonNode fit =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(Running.text(running.get("/iasi/retrievals/" + granule + query)));
    String fate = fit.path("fate").asString();
    assertThat(fate).isIn("good", "doubtful");
    assertThat(fit.path("residual_in_noise").size()).isEqualTo(154);
    assertThat(fit.path("kernel_matrix").get(0).size()).isEqualTo(fit.path("kernel").size());
    open(query);
    browser.findElement(By.id("column")).click();
    waitFor(
        "return location.pathname.startsWith('/iasi/columns/')"
            + " && [...document.images].length === 2"
            + " && [...document.images].every(i => i.complete && i.naturalWidth === 1600)");
    String page = browser.findElement(By.tagName("body")).getText();
    assertThat(page)
        .containsIgnoringCase("Verdict\n" + fate)
        .contains("molecules cm")
        .contains("the simulation's state")
        .contains("no line mixing")
        .contains("Degrees of freedom");
    Path picture = Path.of(System.getProperty("java.io.tmpdir"), "jumelles-column-page.png");
    if (Boolean.getBoolean("jumelles.screenshots")) {
      java.nio.file.Files.write(
          picture, browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }
    assertNothingOnTheConsole();
    assertThat(running.get("/iasi/retrievals/" + granule + "?line=99999").statusCode())
        .isEqualTo(404);
    assertThat(running.get("/iasi/retrievals/" + granule + "?line=x").statusCode()).isEqualTo(400);
    assertThat(running.get("/iasi/columns/nothing").statusCode()).isEqualTo(404);
  }
}
