package org.jumelles.service.spectra;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.pipeline.recipe.iasi.PixelFit;

/// One pixel's retrieval as JSON: numbers with units, what it rests on, what it does not know.
final class FitDocument {
  private static final String[] FATES = {"good", "doubtful", "refused"};

  private FitDocument() {}

  static Map<String, Object> of(Columns.Retrieved found) {
    PixelFit fit = found.fit();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("granule", found.granule().identity().sha256Hex());
    json.put("product", found.columns().identity().sha256Hex());
    json.put("gas", "CO");
    json.put("line", found.place().line());
    json.put("efov", found.place().view());
    json.put("pixel", found.place().pixel());
    json.put("latitude_deg", fit.column().latitudeDeg());
    json.put("longitude_deg", fit.column().longitudeDeg());
    json.put("fate", FATES[fit.column().flag()]);
    json.put(
        "doubts", fit.column().outcome().defects().stream().map(SpectrumDocument::words).toList());
    json.put("state", fit.state());
    json.put("noise_source", NoiseTable.BUILT_IN.source());
    json.put("table", fit.table().identity());
    json.put("table_made_of", fit.table().made());
    json.put("table_error_rms_k", fit.table().error().rmsK());
    json.put("limits", ColumnFile.LIMITS);
    json.put("radiance_unit", "W m-2 sr-1 (m-1)-1");
    json.put("wavenumber_per_cm", fit.wavenumberPerCm());
    json.put("measured", fit.measured());
    json.put("noise", fit.noise());
    fit.column().outcome().found().ifPresent(column -> numbers(json, fit, column));
    return json;
  }

  private static void numbers(Map<String, Object> json, PixelFit fit, GasColumn found) {
    json.put("fitted", found.estimate().fitted());
    json.put("residual_in_noise", residual(fit, found));
    json.put("unit", "molecules cm-2");
    json.put("column", found.column().perCm2());
    json.put("sigma", found.column().sigmaPerCm2());
    json.put("sigma_noise", found.column().noisePerCm2());
    json.put("prior", found.column().priorPerCm2());
    json.put("prior_sigma", found.column().priorSigmaPerCm2());
    json.put("dofs", found.degreesOfFreedom());
    json.put("chi2", found.estimate().chiSquare());
    json.put("converged", found.estimate().converged());
    json.put("iterations", found.estimate().iterations());
    json.put("surface_temperature_k", found.surfaceTemperatureK());
    json.put("kernel", found.column().kernel());
    json.put("altitude_km", altitudesKm(found));
    json.put("pressure_hpa", found.atmosphere().layers().stream().map(Layer::pressureHPa).toList());
    int layers = found.layersPerCm2().length;
    double[][] matrix = new double[layers][layers];
    for (int i = 0; i < layers; i++) {
      int row = i;
      Arrays.setAll(matrix[i], j -> found.estimate().kernel().get(row, j));
    }
    json.put("kernel_matrix", matrix);
  }

  /// (measured - fitted) / noise, by channel.
  static double[] residual(PixelFit fit, GasColumn found) {
    double[] residual = new double[fit.measured().length];
    Arrays.setAll(
        residual, c -> (fit.measured()[c] - found.estimate().fitted()[c]) / fit.noise()[c]);
    return residual;
  }

  /// Of the middles of the layers.
  static double[] altitudesKm(GasColumn found) {
    return found.atmosphere().layers().stream()
        .mapToDouble(layer -> (layer.lower().altitudeKm() + layer.upper().altitudeKm()) / 2)
        .toArray();
  }
}
