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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/// The pages in a real browser; skipped where Chromium is not installed.
class BrowserTest {
  @TempDir static Path folder;
  private static @Nullable Running started;
  private static @Nullable Browser opened;

  private Running running;
  private ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    Browser.assumeThere();
    started = new Running(folder);
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
    browser = Optional.ofNullable(opened).orElseThrow().driver();
    resize(1280);
  }

  private void resize(int widthPixels) {
    Optional.ofNullable(opened).orElseThrow().size(widthPixels, 900);
  }

  private void open(String path) {
    browser.get(running.address(path).toString());
  }

  private long number(String script) {
    return ((Number) Optional.ofNullable(browser.executeScript(script)).orElseThrow()).longValue();
  }

  private void assertNothingOnTheConsole() {
    assertThat(Optional.ofNullable(opened).orElseThrow().faults()).isEmpty();
  }

  /// Pictures load when they come into view; the script brings each there and waits for it.
  private void loadPictures() {
    browser.executeAsyncScript(
        "const done = arguments[0]; const images = [...document.images];"
            + "images.forEach(i => i.loading = 'eager');"
            + "Promise.all(images.map(i => i.decode().catch(() => 0))).then(() => done());");
  }

  @Test
  void theFirstPageShowsEventsWithPicturesThatLoad() {
    open("/");
    List<WebElement> cards = browser.findElements(By.cssSelector("#events .card"));
    assertThat(cards).hasSize(2);
    assertThat(cards)
        .extracting(card -> card.findElement(By.tagName("h3")).getText())
        .containsExactlyInAnyOrder("S0173a", "S0235b");
    loadPictures();
    assertThat(number("return document.images.length")).isGreaterThanOrEqualTo(3);
    assertThat(number("return [...document.images].filter(i => !(i.naturalWidth > 0)).length"))
        .isZero();
    assertThat(number("return [...document.images].filter(i => !i.alt).length")).isZero();
    assertNothingOnTheConsole();
  }

  @Test
  void theStyleSheetIsApplied() {
    open("/");
    assertThat(number("return document.styleSheets[0].cssRules.length")).isGreaterThan(10);
    assertNothingOnTheConsole();
  }

  @Test
  void aCardLeadsToItsProductAndThatToWhatItCameFrom() {
    open("/");
    browser.findElement(By.cssSelector("#events .card h3 a")).click();
    assertThat(browser.getCurrentUrl()).contains("/products/");
    String text = browser.findElement(By.tagName("main")).getText();
    assertThat(text).contains("seis/detection").contains("CNES").contains("0123abc");
    String raw = "a[href='/products/" + running.waveforms.identity() + "']";
    assertThat(browser.findElements(By.cssSelector(raw))).isNotEmpty();
    browser.findElement(By.cssSelector(raw)).click();
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("XB.ELYSE.mseed");
    assertNothingOnTheConsole();
  }

  @Test
  void everyLinkOfTheFirstPageLeadsSomewhere() throws Exception {
    open("/");
    List<String> paths =
        browser.findElements(By.cssSelector("a[href]")).stream()
            .map(link -> Optional.ofNullable(link.getDomAttribute("href")).orElse(""))
            .filter(href -> !href.startsWith("#"))
            .distinct()
            .toList();
    assertThat(paths).hasSizeGreaterThan(8).allMatch(path -> path.startsWith("/"));
    for (String path : paths) {
      assertThat(running.get(path.replaceAll("#.*", "")).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void noPageOfAPhoneScrollsSideways() {
    String product = "/products/" + running.waveforms.identity();
    for (String path : new String[] {"/", product}) {
      for (int width : new int[] {390, 320}) {
        resize(width);
        open(path);
        loadPictures();
        assertThat(number("return window.innerWidth")).isEqualTo(width);
        assertThat(number("return document.documentElement.scrollWidth"))
            .as(path + " at " + width)
            .isLessThanOrEqualTo(width);
      }
    }
    assertNothingOnTheConsole();
  }

  @Test
  void theKeyboardReachesTheContentFirst() {
    open("/");
    Object first =
        browser.executeScript(
            "return document.querySelector('a').getAttribute('href')"
                + " + ' ' + (document.querySelector('#main') != null)"
                + " + ' ' + document.documentElement.lang");
    assertThat(first).isEqualTo("#main true en");
  }
}
