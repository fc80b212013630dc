package org.jumelles.figure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.figure.chart.Figure;
import org.junit.jupiter.api.Test;

class WorldMapTest {
  @Test
  void coastlinesAreWholeAndNeverCrossTheDateLine() {
    List<double[]> lines = Coastlines.lines();
    assertThat(lines).hasSize(134);
    for (double[] line : lines) {
      assertThat(line.length % 2).isZero();
      for (int i = 0; i < line.length; i += 2) {
        assertThat(line[i]).isBetween(-180.0, 180.0);
        assertThat(line[i + 1]).isBetween(-90.0, 84.0);
        assertThat(i == 0 || Math.abs(line[i] - line[i - 2]) < 60).isTrue();
      }
    }
    // Cape Agulhas, the southern end of Africa, within half a degree.
    assertThat(lines)
        .anyMatch(
            line -> {
              for (int i = 0; i < line.length; i += 2) {
                if (Math.hypot(line[i] - 20.0, line[i + 1] + 34.8) < 0.5) {
                  return true;
                }
              }
              return false;
            });
  }

  @Test
  void aCellIsDrawnWhereItLies() {
    double[] values = new double[18 * 36];
    Arrays.fill(values, Double.NaN);
    // The cell from 40 to 50 north, 100 to 110 east.
    values[13 * 36 + 28] = 5;
    WorldMap map =
        new WorldMap(
            new Figure.Caption("t", "", ""),
            WorldMap.View.WORLD,
            Optional.of(new ColourBar("K", 0, 10, ColourMap.VIRIDIS)),
            List.of(WorldMap.cells(values, 18, 36)));
    var image = map.figure(new Figure.Size(1600, 900)).image();
    int coloured = 0;
    int rgb = ColourMap.VIRIDIS.rgb(0.5);
    int inside = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < 1480; x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
          coloured++;
          inside += x > 1100 && x < 1250 && y > 170 && y < 320 ? 1 : 0;
        }
      }
    }
    assertThat(coloured).isGreaterThan(800).isEqualTo(inside);
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(() -> WorldMap.cells(new double[5], 2, 3)).hasMessageContaining("5 values");
    assertThatThrownBy(() -> new WorldMap.View(170, -170, 0, 10)).hasMessageContaining("170");
  }
}
