package org.jumelles.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  private static final Color INK = new Color(0xCC0000);

  private static Figure figure(Panel panel) {
    return new Figure(
        new Figure.Caption("Title", "subtitle", "footnote"),
        new Figure.Size(640, 360),
        Axis.linear("x", 0, 100),
        Optional.empty(),
        List.of(panel),
        List.of());
  }

  private static Figure lines(double[] values) {
    Layer line =
        new Layer.Line(Series.of(values, 0, 100.0 / Math.max(1, values.length)), 0, 1, INK, 1);
    return figure(Panel.of(1, Axis.linear("y (m)", -10, 10), List.of(line)));
  }

  private static Figure image(float[] values, int columns) {
    int rows = columns == 0 ? 4 : values.length / columns;
    Grid grid = new Grid(values, new Grid.Steps(columns, 5, 10), new Grid.Steps(rows, 0.5, 1));
    ColourBar bar = new ColourBar("level (dB)", 0, 10, ColourMap.VIRIDIS);
    Axis axis = Axis.linear("row", 0, 4);
    List<Layer> layers = List.of(new Layer.Heatmap(grid, Layer.Level.VALUE));
    return figure(new Panel(1, axis, Optional.empty(), Optional.of(bar), layers));
  }

  private static Plot plot(Figure figure) {
    BufferedImage blank = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Ink ink = new Ink(blank.createGraphics(), Typeface.of(0.6), 0.6);
    Plot.Box box = Painter.Frame.of(figure, ink).boxes().getFirst();
    return new Plot(box, figure.bottom(), figure.panels().getFirst().left());
  }

  private static int at(Figure figure, BufferedImage image, double x, double y) {
    Plot plot = plot(figure);
    return image.getRGB((int) plot.x(x), (int) plot.y(y)) & 0xFFFFFF;
  }

  private static long inked(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(rgb -> (rgb >> 16 & 0xFF) > (rgb & 0xFF) + 60)
        .count();
  }

  @Test
  void cellsLieWhereTheAxesSay() {
    float[] values = new float[40];
    values[3 * 4 + 2] = 10;
    Figure figure = image(values, 10);
    BufferedImage picture = figure.image();
    assertThat(at(figure, picture, 35, 2.5)).isEqualTo(ColourMap.VIRIDIS.rgb(1));
    assertThat(at(figure, picture, 25, 2.5)).isEqualTo(ColourMap.VIRIDIS.rgb(0));
    assertThat(at(figure, picture, 35, 1.5)).isEqualTo(ColourMap.VIRIDIS.rgb(0));
  }

  @Test
  void cellsThatAreNotFiniteStayBlank() {
    float[] values = new float[40];
    Arrays.fill(values, 5);
    values[12] = Float.NaN;
    values[13] = Float.POSITIVE_INFINITY;
    Figure figure = image(values, 10);
    BufferedImage picture = figure.image();
    assertThat(at(figure, picture, 35, 0.5)).isEqualTo(0xFFFFFF);
    assertThat(at(figure, picture, 35, 1.5)).isEqualTo(0xFFFFFF);
    assertThat(at(figure, picture, 35, 2.5)).isEqualTo(ColourMap.VIRIDIS.rgb(0.5));
  }

  @Test
  void onePeakAmongAMillionValuesIsSeen() {
    double[] values = new double[1_000_000];
    values[500_400] = 8;
    Figure figure = lines(values);
    assertThat(inkNear(figure, 50.04, 6)).isTrue();
    assertThat(inkNear(figure, 40, 6)).isFalse();
  }

  @Test
  void aGapInALineIsBlank() {
    for (int count : new int[] {200, 100_000}) {
      double[] values = new double[count];
      Arrays.fill(values, count / 4, count / 2, Double.NaN);
      Figure figure = lines(values);
      assertThat(inkNear(figure, 37.5, 0)).as("%d values", count).isFalse();
      assertThat(inkNear(figure, 12.5, 0)).as("%d values", count).isTrue();
    }
  }

  private static boolean inkNear(Figure figure, double x, double y) {
    BufferedImage picture = figure.image();
    Plot plot = plot(figure);
    for (int dx = -2; dx <= 2; dx++) {
      int rgb = picture.getRGB((int) plot.x(x) + dx, (int) plot.y(y));
      if ((rgb >> 16 & 0xFF) > (rgb & 0xFF) + 60) {
        return true;
      }
    }
    return false;
  }

  @Test
  void sameFigureSameBytesAndReadableByOthers() throws IOException {
    double[] values = new double[5000];
    Arrays.setAll(values, i -> 5 * Math.sin(i * 0.01));
    byte[] png = lines(values).png();
    assertThat(lines(values).png()).isEqualTo(png);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage made = lines(values).image();
    assertThat(read.getRGB(0, 0, 640, 360, null, 0, 640))
        .isEqualTo(made.getRGB(0, 0, 640, 360, null, 0, 640));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteDrawNothing(double value) {
    for (int count : new int[] {0, 1, 7, 5000}) {
      double[] values = new double[count];
      Arrays.fill(values, value);
      assertThat(inked(lines(values).image())).as("%d values", count).isZero();
    }
  }

  @Test
  void hugeAndSingleValuesAreDrawn() {
    assertThat(inked(lines(new double[] {Double.NaN, 1}).image())).isPositive();
    double[] huge = new double[3000];
    Arrays.setAll(huge, i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
    assertThat(inked(lines(huge).image())).isPositive();
    assertThat(image(new float[0], 0).image().getWidth()).isEqualTo(640);
  }

  @Test
  void impossibleAxesAreRefused() {
    assertThatThrownBy(() -> Axis.linear("x", 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Axis.logarithmic("x", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Axis.linear("x", 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ColourBar("", 1, 1, ColourMap.VIRIDIS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
