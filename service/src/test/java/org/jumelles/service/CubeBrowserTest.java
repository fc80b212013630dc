package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.jumelles.archive.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The cube viewer in a real browser; skipped where Chromium is not installed.
class CubeBrowserTest {
  @TempDir Path folder;

  @Test
  void aPixelIsPickedByMouseAndARegionDrawnByKeyboard() throws Exception {
    Browser.assumeThere();
    try (Running running = new Running(folder)) {
      Product cube = GrainArchive.fill(running.archive(), folder.resolve("work"));
      try (Browser browser = Browser.open(folder)) {
        browser.size(1280, 1100);
        browser.driver().get(running.address("/ryugu/cubes/" + cube.identity()).toString());
        look(browser.driver());
      }
    }
  }

  private static void look(ChromeDriver browser) {
    shows(browser, "3,4,3,4");
    assertThat(browser.findElement(By.id("scaletext")).getText()).contains("a pixel is 22.5 µm");
    assertThat(browser.findElement(By.id("bands")).getText()).contains("OH fitted 2.72300 ±");
    WebElement stage = browser.findElement(By.id("stage"));
    stage.sendKeys(Keys.ARROW_UP);
    shows(browser, "2,4,2,4");
    stage.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    shows(browser, "2,4,2,5");
    assertThat(browser.findElement(By.id("status")).getText()).startsWith("2 pixels");
    int width = stage.getSize().getWidth();
    int height = stage.getSize().getHeight();
    new Actions(browser)
        .moveToElement(stage, width / 16 - width / 2, 5 * height / 12 - height / 2)
        .click()
        .perform();
    shows(browser, "2,0,2,0");
    assertThat(browser.findElements(By.cssSelector("#chart polyline.value"))).hasSize(1);
    assertThat(browser.findElements(By.cssSelector("#chart line.mark"))).hasSize(1);
  }

  private static void shows(ChromeDriver browser, String region) {
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(
            _ -> region.equals(browser.findElement(By.id("viewer")).getDomAttribute("data-shown")));
  }
}
