package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.run.Provenance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/// Every kind of page by axe-core in a real browser, in the light and in the dark, on a desk and on
/// a phone; and by the keyboard alone. Where `JUMELLES_SHOTS` names a folder, a picture of each
/// page is put there for people to look at.
class AccessibilityTest {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /// The names of broken rules with the elements that break them.
  private static final String CHECK =
      """
      const done = arguments[0];
      axe.run(document, {resultTypes: ['violations']}).then(
        r => done(r.violations.map(v => v.id + ': ' + v.help + ' | '
          + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | '))),
        e => done(['axe failed: ' + e]));
      """;

  @TempDir static Path folder;
  private static @Nullable Running started;
  private static @Nullable Browser opened;
  private static List<String> pages = List.of();

  @BeforeAll
  static void start() throws Exception {
    Browser.assumeThere();
    Running running = new Running(folder);
    started = running;
    String granule = SounderArchive.fill(running.archive());
    Product cube = GrainArchive.fill(running.archive(), folder.resolve("work"));
    Partnership partnership = new Partnership(running.archive());
    assertThat(partnership.record("test", "test", FACTS).defects()).isEmpty();
    Product release =
        new Release("Sol 173", LocalDate.of(2026, 11, 1), List.of(running.waveforms))
            .store(
                running.archive(),
                partnership.accord(),
                Provenance.ofThisProcess("0.1.0", partnership.accord()));
    pages = pages(running, granule, cube, release);
    opened = Browser.open(folder);
  }

  private static final List<Fact> FACTS =
      List.of(
          Fact.of("edition", "test-1", "place", "Nowhere", "source", "a test"),
          Fact.of(
              "priority",
              "p1",
              "edition",
              "test-1",
              "statement",
              "Listen",
              "addressed_by",
              "SEIS",
              "source",
              "a test"),
          Fact.of(
              "priority",
              "p2",
              "edition",
              "test-1",
              "statement",
              "Wait",
              "declined",
              "too early",
              "source",
              "a test"),
          Fact.of(
              "deliverable",
              "d1",
              "programme",
              "SEIS",
              "kind",
              "data",
              "title",
              "A day",
              "due",
              "2020-01-31",
              "source",
              "a test"),
          Fact.of(
              "milestone",
              "m1",
              "programme",
              "SEIS",
              "review",
              "CDR",
              "planned",
              "2014-05-01",
              "source",
              "a test"),
          Fact.of(
              "output",
              "10.18715/a",
              "kind",
              "paper",
              "title",
              "A paper",
              "year",
              "2020",
              "programmes",
              "SEIS",
              "source",
              "a test"));

  private static List<String> pages(
      Running running, String granule, Product cube, Product release) {
    String on = LocalDate.now(java.time.ZoneOffset.UTC).toString();
    return List.of(
        "/",
        "/data",
        "/data?mission=seis&text=nothing",
        "/programmes",
        "/accord/on?date=2018-01-01",
        "/accord/on?date=2020-01-01",
        "/accord/responsible?date=2019-05-23",
        "/accord/notices?date=2024-01-23",
        "/accord/dossier?since=2019-07-23",
        "/accord/dossier?since=2019-07-23&on=" + on + "&measure=products%20made",
        "/accord/report/2026",
        "/accord/survey",
        "/accord/survey/test-1",
        "/accord/deliverables?date=2020-02-01",
        "/accord/outputs",
        "/accord/ledger",
        "/accord/policy?product=" + running.waveforms.identity(),
        "/products/" + running.waveforms.identity(),
        "/products/" + running.archive().products("seis/detection").getFirst().identity(),
        "/products/" + granule,
        "/products/none",
        "/releases/" + release.identity(),
        "/events/S0173a",
        "/alerts",
        "/iasi/granules/" + granule,
        "/ryugu/cubes",
        "/ryugu/cubes/" + cube.identity(),
        "/ryugu/samples",
        "/accord/on?date=never");
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

  private static Browser open(String page) {
    Browser browser = Optional.ofNullable(opened).orElseThrow();
    browser.driver().get(Optional.ofNullable(started).orElseThrow().address(page).toString());
    browser.waitFor("return document.readyState === 'complete'");
    browser.waitFor(
        "const v = document.getElementById('viewer'), b = document.body;"
            + "return location.pathname.startsWith('/events/') ? b.dataset.ready === 'true'"
            + " : !v || !!v.dataset.mapped || !!v.dataset.shown;");
    return browser;
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream(AXE)) {
      assumeTrue(in != null, "needs the WebJar of axe-core 4.6.3 on the class path");
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void noPageBreaksARule() throws IOException {
    String axe = axe();
    List<String> broken = new ArrayList<>();
    for (String scheme : List.of("light", "dark")) {
      for (int width : new int[] {1280, 360}) {
        Browser browser = Optional.ofNullable(opened).orElseThrow();
        browser.scheme(scheme);
        browser.size(width, 900);
        for (String page : pages) {
          open(page);
          shoot(browser, page, scheme, width);
          browser.driver().executeScript(axe + "; window.axe = axe;");
          if (browser.driver().executeAsyncScript(CHECK) instanceof List<?> found) {
            found.forEach(one -> broken.add(scheme + " " + width + " " + page + " " + one));
          }
          if (!Boolean.TRUE.equals(
              browser
                  .driver()
                  .executeScript(
                      "return document.documentElement.scrollWidth <= window.innerWidth"))) {
            broken.add(scheme + " " + width + " " + page + " scrolls sideways");
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static void shoot(Browser browser, String page, String scheme, int width)
      throws IOException {
    String shots = System.getenv("JUMELLES_SHOTS");
    if (shots != null && (scheme.equals("light") == (width > 400))) {
      Object height = browser.driver().executeScript("return document.body.scrollHeight");
      browser.size(
          width, Math.min(6000, ((Number) Optional.ofNullable(height).orElse(900)).intValue()));
      String name =
          page.replaceAll("[^a-zA-Z0-9]+", "_").replaceAll("(?<=.{40}).*", "")
              + String.format(Locale.ROOT, "-%s-%d.png", scheme, width);
      Files.write(Path.of(shots).resolve(name), browser.driver().getScreenshotAs(OutputType.BYTES));
      browser.size(width, 900);
    }
  }

  /// Everything that can be clicked is reached by Tab, in order, and is seen to be reached.
  @Test
  void theKeyboardReachesEverything() {
    Browser browser = Optional.ofNullable(opened).orElseThrow();
    browser.size(1280, 900);
    for (String page : List.of("/", "/data", "/accord/dossier", "/events/S0173a")) {
      open(page);
      Object wanted =
          browser
              .driver()
              .executeScript(
                  "return [...document.querySelectorAll('a[href], button, input:not([type=hidden]),"
                      + " select, [tabindex=\"0\"]')].filter(e => !e.disabled"
                      + " && e.getClientRects().length && e.tabIndex >= 0).length");
      long reached = 0;
      long unseen = 0;
      List<Object> seen = new ArrayList<>();
      browser.driver().executeScript("document.activeElement.blur(); window.met = new Set();");
      for (int i = 0; i < 400; i++) {
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        Object step =
            browser
                .driver()
                .executeScript(
                    "const e = document.activeElement; if (e === window.last) return 'same';"
                        + " window.last = e; if (e === document.body || met.has(e)) return 'again'; met.add(e); const s = getComputedStyle(e), c ="
                        + " e.closest('.card'); return s.outlineStyle !== 'none' || (c &&"
                        + " getComputedStyle(c).outlineStyle !== 'none') || (e.closest('svg') &&"
                        + " e.matches(':focus-visible')) ? 'seen' : 'unseen: ' +"
                        + " e.outerHTML.slice(0, 90)");
        if ("again".equals(step)) {
          break;
        }
        if ("same".equals(step)) {
          continue; // a date has a stop for each of its parts
        }
        reached++;
        if (!"seen".equals(step)) {
          unseen++;
          seen.add(String.valueOf(step));
        }
      }
      assertThat(unseen).as(page + " " + seen).isZero();
      assertThat(reached)
          .as(page)
          .isEqualTo(((Number) Optional.ofNullable(wanted).orElse(0)).longValue());
    }
  }
}
