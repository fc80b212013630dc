package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/// The portal in a real browser, as a new user tries it; skipped where Chromium is not installed.
class PortalBrowserTest {
  private static final List<String> PAGES =
      List.of("/", "/programmes", "/data", "/accord/on?date=2018-01-01", "/accord/dossier");

  /// Contrast of every text with the ground behind it, as WCAG 2.2 counts it.
  private static final String FAINT_TEXTS =
      """
      const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
      const light = c => { const v = c.slice(0, 3).map(x => { x /= 255;
        return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
      const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e)
        .backgroundColor); if (c.length === 3 || c[3] > 0.99) return c; } return [255, 255, 255]; };
      return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg')
        && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).filter(e => {
        const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
      }).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30));
      """;

  private static final String UNNAMED =
      """
      return [...document.querySelectorAll('input:not([type=hidden]), select, a[href], button, nav,'
        + ' [role=region], svg[role], img')].filter(e => !(e.labels && e.labels.length)
        && !e.textContent.trim() && !e.getAttribute('aria-label') && !e.getAttribute('alt')
        && !e.querySelector('img[alt]:not([alt=""])') && !e.getAttribute('aria-labelledby'))
        .map(e => e.outerHTML.slice(0, 80));
      """;

  @TempDir Path folder;

  @Test
  void aNewUserFindsTheLineageAndEveryPageIsUsable() throws Exception {
    Browser.assumeThere();
    try (Running running = new Running(folder);
        Browser browser = Browser.open(folder)) {
      threeClicks(browser.driver(), running);
      for (String scheme : List.of("light", "dark")) {
        for (String page : PAGES) {
          look(browser, running, page, scheme);
        }
      }
    }
  }

  private static void threeClicks(ChromeDriver browser, Running running) {
    browser.get(running.address("/").toString());
    browser.findElement(By.cssSelector("#events .card h3 a")).click();
    assertThat(browser.findElements(By.cssSelector("#lineage svg a"))).hasSizeGreaterThan(2);
    String raw = "#lineage a[href='/products/" + running.waveforms.identity() + "']";
    assertThat(browser.findElements(By.cssSelector(raw))).hasSize(1);
  }

  private static void look(Browser window, Running running, String page, String scheme) {
    ChromeDriver browser = window.driver();
    window.scheme(scheme);
    window.size(360, 800);
    browser.get(running.address(page).toString());
    assertThat(browser.executeScript("return document.documentElement.scrollWidth <= 360"))
        .as(page + " on a phone")
        .isEqualTo(true);
    assertThat(browser.executeScript(FAINT_TEXTS)).as(page + " " + scheme).isEqualTo(List.of());
    assertThat(browser.executeScript(UNNAMED)).as(page).isEqualTo(List.of());
    assertThat(browser.findElements(By.cssSelector("main, header, footer"))).hasSize(3);
    assertThat(browser.findElements(By.tagName("h1"))).hasSize(1);
  }
}
